package io.github.quartermaster.amp.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.LatestResult;
import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.AvailableModule.Installation;
import io.github.quartermaster.amp.model.AvailableModule.Status;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.ReportSchema;
import io.github.quartermaster.maven.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final Path ALFRESCO = Samples.ALFRESCO.path();
  private static final Path SHARE = Samples.SHARE.path();
  private static final List<AmpFile> AMPS = List.of(Samples.S3, Samples.BOB, Samples.FRANK);
  private static final Timing TIMING =
      new Timing(Instant.parse("2026-11-22T07:09:45.5Z"), Duration.ofMillis(912));
  private static final ApplyResult APPLIED =
      new ApplyResult(
          Samples.plan(Samples.LIBRARY),
          List.of(
              new WarResult(
                  ALFRESCO, ALFRESCO, true, 240_313_615, 241_000_000, Path.of("wars/a.bak")),
              new WarResult(SHARE, Path.of("out/share.war"), true, 240_313_615, 240_400_000, null)),
          List.of(),
          Duration.ofMillis(900));

  @Test
  void apply_report_has_the_members_that_programs_rely_on() {
    assertThat(json(ApplyReport.applied(APPLIED, List.of(Samples.FRANK), TIMING)))
        .isEqualTo(
            """
            {
              "schema" : "quartermaster.amp.apply/1",
              "dryRun" : false,
              "changed" : true,
              "refused" : false,
              "startedAt" : "2026-11-22T07:09:45.500Z",
              "elapsedSeconds" : 0.912,
              "amps" : [
                {
                  "path" : "amps/frank-share-super-1.2.3.4-5.amp",
                  "module" : "org.frank.super",
                  "version" : "1.2.3.4-5",
                  "tier" : "share",
                  "title" : "The \\"org.frank.super\\", as titled"
                }
              ],
              "wars" : [
                {
                  "path" : "wars/alfresco.war",
                  "tier" : "repository",
                  "product" : "Alfresco repository",
                  "version" : "23.4.0",
                  "edition" : "Community",
                  "exploded" : false,
                  "changed" : true,
                  "output" : "wars/alfresco.war",
                  "sizeBefore" : 240313615,
                  "sizeAfter" : 241000000,
                  "backup" : "wars/a.bak",
                  "steps" : [
                    {
                      "action" : "upgrade",
                      "module" : "alfresco-s3",
                      "from" : "1.0",
                      "to" : "1.2.0",
                      "amp" : "amps/alfresco-s3-1.2.0.amp",
                      "reason" : "newer than the installed 1.0"
                    },
                    {
                      "action" : "skip",
                      "module" : "bob",
                      "from" : "123",
                      "to" : "123",
                      "amp" : "amps/bob-123.amp",
                      "reason" : "the same version is installed"
                    }
                  ],
                  "relations" : {
                    "needs" : [ ],
                    "overwrites" : [
                      {
                        "module" : "bob",
                        "over" : "alfresco-s3",
                        "files" : 7,
                        "paths" : [
                          "file0",
                          "file1",
                          "file2",
                          "file3",
                          "file4",
                          "file5",
                          "file6"
                        ]
                      }
                    ]
                  },
                  "problems" : [
                    {
                      "code" : "DUPLICATE_LIBRARY",
                      "severity" : "warning",
                      "message" : "alfresco-s3 1.2.0 brings joda-time-2.9.jar; wars/alfresco.war holds joda-time-2.12.jar",
                      "subject" : "alfresco-s3",
                      "remedy" : "Remove one of them"
                    }
                  ]
                },
                {
                  "path" : "wars/share.war",
                  "tier" : "share",
                  "product" : "Alfresco share",
                  "version" : "23.4.0",
                  "edition" : "Community",
                  "exploded" : false,
                  "changed" : true,
                  "output" : "out/share.war",
                  "sizeBefore" : 240313615,
                  "sizeAfter" : 240400000,
                  "backup" : null,
                  "steps" : [
                    {
                      "action" : "install",
                      "module" : "org.frank.super",
                      "from" : null,
                      "to" : "1.2.3.4-5",
                      "amp" : "amps/frank-share-super-1.2.3.4-5.amp",
                      "reason" : "not installed"
                    }
                  ],
                  "relations" : {
                    "needs" : [ ],
                    "overwrites" : [ ]
                  },
                  "problems" : [ ]
                }
              ],
              "problems" : [ ]
            }
            """);
  }

  @Test
  void apply_reports_fit_their_schema() {
    ApplyPlan refused = Samples.plan(Samples.CONFLICT);

    assertFits("amp-apply-1", ApplyReport.applied(APPLIED, AMPS, TIMING));
    assertFits("amp-apply-1", ApplyReport.refused(refused, AMPS, TIMING));
    assertFits("amp-apply-1", ApplyReport.planned(Samples.plan(), false, AMPS, TIMING));
    assertFits("amp-apply-1", ApplyReport.planned(refused, true, List.of(), TIMING));
  }

  @Test
  void schema_finds_what_does_not_fit() {
    assertThat(ReportSchema.errors("amp-apply-1", "{\"schema\": 1, \"more\": true}"))
        .anyMatch(error -> error.contains("more"))
        .anyMatch(error -> error.contains("changed"))
        .hasSizeGreaterThan(5);
  }

  @Test
  void plan_says_what_would_change_and_nothing_of_results() {
    ApplyReport report = ApplyReport.planned(Samples.plan(), false, AMPS, TIMING);

    assertThat(report.schema()).isEqualTo("quartermaster.amp.plan/1");
    assertThat(report.changed()).isTrue();
    assertThat(report.wars())
        .allSatisfy(
            war -> {
              assertThat(war.changed()).isTrue();
              assertThat(war.sizeBefore()).isEqualTo(240_313_615);
              assertThat(war.sizeAfter()).isNull();
              assertThat(war.output()).isNull();
            });
  }

  @Test
  void refused_apply_changed_nothing() {
    ApplyReport report = ApplyReport.refused(Samples.plan(Samples.CONFLICT), AMPS, TIMING);

    assertThat(report.schema()).isEqualTo("quartermaster.amp.apply/1");
    assertThat(report.refused()).isTrue();
    assertThat(report.changed()).isFalse();
    assertThat(report.wars()).noneMatch(WarEntry::changed);
    assertThat(report.wars().get(0).problems()).hasSize(1);
  }

  @Test
  void warnings_of_the_run_stand_beside_those_of_no_war() {
    ApplyResult result =
        new ApplyResult(
            Samples.idlePlan(), List.of(), List.of(Samples.LIBRARY), Duration.ofMillis(900));

    assertThat(ApplyReport.applied(result, AMPS, TIMING).problems())
        .extracting(ProblemEntry::code)
        .containsExactly("DUPLICATE_LIBRARY");
  }

  @Test
  void latest_report_fits_its_schema() {
    LatestResult result =
        new LatestResult(
            List.of(
                new AvailableModule(
                    Samples.S3.key(),
                    Samples.S3,
                    List.of(Samples.S3_OLD),
                    List.of(new Installation(ALFRESCO, Samples.S3_INSTALLED, Status.OUTDATED))),
                new AvailableModule(
                    Samples.BOB.key(),
                    null,
                    List.of(),
                    List.of(new Installation(ALFRESCO, Samples.BUNDLED, Status.UNMATCHED)))),
            List.of(Samples.LIBRARY));
    LatestReport report = LatestReport.of(result, TIMING);

    assertFits("amp-latest-1", report);
    assertThat(report.modules().get(0).others())
        .containsExactly(new LatestReport.FileEntry("amps/old/alfresco-s3-1.1.amp", "1.1"));
    assertThat(report.modules().get(1).newest()).isNull();
  }

  @Test
  void list_report_fits_its_schema() {
    ListReport report =
        ListReport.of(new ListResult(List.of(Samples.ALFRESCO, Samples.SHARE)), TIMING);

    assertFits("amp-list-1", report);
    assertThat(report.wars().get(0).modules().get(1).files()).isNull();
    assertThat(report.wars().get(0).modules().get(2).files()).isEqualTo(1204);
  }

  private static void assertFits(String schema, Record report) {
    assertThat(ReportSchema.errors(schema, json(report))).isEmpty();
  }

  private static String json(Record report) {
    return ReportFile.json("report.json", report).content();
  }
}
