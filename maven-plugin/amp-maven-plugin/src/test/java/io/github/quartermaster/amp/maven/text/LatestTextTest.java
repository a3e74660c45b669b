package io.github.quartermaster.amp.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.LatestResult;
import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.AvailableModule.Installation;
import io.github.quartermaster.amp.model.AvailableModule.Status;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleKey;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.maven.TextTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTextTest {
  private static final LatestResult RESULT =
      new LatestResult(
          List.of(
              new AvailableModule(
                  Samples.S3.key(),
                  Samples.S3,
                  List.of(Samples.S3_OLD),
                  List.of(
                      new Installation(
                          Path.of("wars/alfresco.war"), Samples.S3_INSTALLED, Status.OUTDATED),
                      new Installation(
                          Path.of("wars/test.war"), Samples.S3_INSTALLED, Status.AHEAD))),
              new AvailableModule(
                  new ModuleKey(new ModuleId("alfresco-share-services"), Tier.REPOSITORY),
                  null,
                  List.of(),
                  List.of(
                      new Installation(
                          Path.of("wars/alfresco.war"), Samples.BUNDLED, Status.UNMATCHED))),
              new AvailableModule(
                  Samples.BOB.key(),
                  Samples.BOB,
                  List.of(),
                  List.of(
                      new Installation(
                          Path.of("wars/alfresco.war"), Samples.BOB_INSTALLED, Status.CURRENT))),
              new AvailableModule(Samples.FRANK.key(), Samples.FRANK, List.of(), List.of())),
          List.of());

  @Test
  void without_wars_each_module_has_its_newest_amp_and_the_others() {
    assertThat(lines(false))
        .isEqualTo(
            """
            MODULE                   TIER        NEWEST     FILE                                  OTHERS
            alfresco-s3              repository  1.2.0      amps/alfresco-s3-1.2.0.amp            1.1
            alfresco-share-services  repository  -          -                                     -
            bob                      repository  123        amps/bob-123.amp                      -
            org.frank.super          share       1.2.3.4-5  amps/frank-share-super-1.2.3.4-5.amp  -""");
  }

  @Test
  void with_wars_what_is_installed_stands_beside() {
    assertThat(lines(true))
        .isEqualTo(
            """
            MODULE                   TIER        NEWEST     FILE                                  OTHERS  INSTALLED  WAR                STATUS
            alfresco-s3              repository  1.2.0      amps/alfresco-s3-1.2.0.amp            1.1     1.0        wars/alfresco.war  outdated
                                                                                                          1.0        wars/test.war      newer than any AMP
            alfresco-share-services  repository  -          -                                     -       23.4.0     wars/alfresco.war  no AMP found
            bob                      repository  123        amps/bob-123.amp                      -       123        wars/alfresco.war  current
            org.frank.super          share       1.2.3.4-5  amps/frank-share-super-1.2.3.4-5.amp  -       -          -                  not installed""");
  }

  @Test
  void nothing_found_is_no_table() {
    assertThat(
            new LatestText(Path::toString, TextTable.UNLIMITED)
                .lines(new LatestResult(List.of(), List.of()), true))
        .isEmpty();
  }

  private static String lines(boolean withWars) {
    return String.join(
        "\n", new LatestText(Path::toString, TextTable.UNLIMITED).lines(RESULT, withWars));
  }
}
