package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.internal.read.AmpBuilder;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.LibraryModule;
import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a WAR, packed or exploded, that somebody or something has been at. */
class VerifyTest {
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final Amps door = new Amps(AmpListener.SILENT, NOON);
  private Path war;

  private void war(String kind, AmpBuilder content) {
    Path webapps = folder.resolve("webapps");
    war =
        kind.equals("packed")
            ? content.zip(webapps.resolve("alfresco.war"))
            : content.folder(webapps.resolve("alfresco"));
  }

  /** A WAR with a module that overwrote a file and has files of its own. */
  private void installed(String kind) {
    war(
        kind,
        repositoryWar("23", "2", "1")
            .entry("index.jsp", "original")
            .entry("WEB-INF/lib/base-1.jar", "base"));
    amp("a", "1")
        .entry("file-mapping.properties", "include.default=true\n/web=/\n")
        .entry("web/index.jsp", "of a")
        .entry("web/a/page.jsp", "page")
        .entry("config/alfresco/module/a/context.xml", "context")
        .entry("lib/a-1.jar", "jar")
        .zip(folder.resolve("amps/a.amp"));
    apply();
  }

  private void apply() {
    ApplyRules anything = new ApplyRules(List.of("**"), false, false, Correlation.DEFAULT);
    ApplyResult result =
        door.apply(
            ApplyRequest.builder(AmpSources.directories(folder.resolve("amps")), List.of(war))
                .rules(anything)
                .build());
    assertThat(result.changed()).as("%s", result.problems()).isTrue();
  }

  private WarHealth verify() {
    return door.verify(new VerifyRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS))
        .wars()
        .get(0);
  }

  private List<String> found() {
    return verify().findings().stream().map(VerifyTest::told).toList();
  }

  private static String told(WarFinding finding) {
    return finding.problem().severity()
        + " "
        + finding.problem().code()
        + " "
        + finding.paths().stream().map(path -> path.replaceFirst(".*/webapps/", "")).toList()
        + (finding.repairable() ? " repairable" : "");
  }

  private RepairResult repair() {
    return door.repair(new RepairRequest(List.of(war), WriteSettings.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void war_that_nobody_has_been_at_has_no_findings(String kind) {
    installed(kind);

    WarHealth health = verify();

    assertThat(health.findings()).isEmpty();
    assertThat(health.checkedFiles()).isEqualTo(4);
    assertThat(health.uncheckedFiles()).isZero();
    assertThat(repair().changed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void drift_is_found_and_left_to_its_owner(String kind) {
    installed(kind);
    String original =
        WarFiles.of(war).texts().keySet().stream()
            .filter(path -> path.endsWith(".bin"))
            .findFirst()
            .orElseThrow();
    WarFiles.of(war)
        .put("index.jsp", "edited")
        .put(MODULES + "a/notes.txt", "mine")
        .put("a/more.jsp", "more")
        .remove("WEB-INF/lib/a-1.jar")
        .remove(original)
        .save();

    List<String> drift =
        List.of(
            "error ORIGINAL_MISSING [" + original + "]",
            "error FILE_MISSING [WEB-INF/lib/a-1.jar]",
            "warning FILE_CHANGED [index.jsp]",
            "warning FILE_ADDED [" + MODULES + "a/notes.txt, a/more.jsp]");
    assertThat(found()).isEqualTo(drift);

    RepairResult repaired = repair();
    assertThat(repaired.changed()).isFalse();
    assertThat(repaired.repairs().get(0).left()).hasSize(4);
    assertThat(found()).isEqualTo(drift);
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void state_that_stops_alfresco_is_found_and_mended_where_nothing_depends_on_it(String kind) {
    installed(kind);
    WarFiles files = WarFiles.of(war);
    String state = files.texts().get(MODULES + "a/module.properties");
    files
        .put(
            MODULES + "a/module.properties",
            state
                .replaceFirst("(?m)^module.installDate=.*$", "module.installDate=yesterday")
                .replaceFirst("INSTALLED", "DONE"))
        .put(
            MODULES + "b/module.properties",
            "module.id=b\nmodule.version=1\nmodule.installDate=2020-01-01T00:00:00Z\n")
        .put(MODULES + "c/module.properties", "module.id=c\n")
        .save();

    assertThat(found())
        .containsExactly(
            "error MODULE_STATE_BROKEN [" + MODULES + "a/module.properties] repairable",
            "error MODULE_STATE_BROKEN [" + MODULES + "b/module.properties] repairable",
            "error MODULE_STATE_BROKEN [" + MODULES + "c]");

    RepairResult repaired = repair();

    assertThat(repaired.changed()).isTrue();
    assertThat(repaired.wars().get(0).backup()).isPresent();
    assertThat(WarFiles.of(war).texts())
        .containsEntry(MODULES + "a/module.properties", state)
        .hasEntrySatisfying(
            MODULES + "b/module.properties",
            mended ->
                assertThat(mended)
                    .contains("module.title=b\n", "module.description=b\n")
                    .contains("module.installDate=2020-01-01T00\\:00\\:00.000Z"));
    assertThat(found())
        .containsExactly(
            "error MODULE_STATE_BROKEN [" + MODULES + "c]",
            "warning MODULE_UNRECORDED [" + MODULES + "b]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void what_the_module_management_tool_leaves_is_swept_up(String kind) throws IOException {
    installed(kind);
    WarFiles files = WarFiles.of(war);
    String record = files.texts().get(MODULES + "a/modifications.install");
    files
        .put(MODULES + "a/modifications.install", "# by hand\n" + record + "\n\n")
        .put(MODULES + "backup/0d0a8e04-c5b6-11f0-8de9-0242ac120002.bin", "nobody's")
        .put(MODULES + "gone/", "")
        .save();

    assertThat(found())
        .containsExactly(
            "warning ORIGINAL_ORPHANED ["
                + MODULES
                + "backup/0d0a8e04-c5b6-11f0-8de9-0242ac120002.bin] repairable",
            "warning RECORD_UNTIDY [" + MODULES + "a/modifications.install] repairable",
            "warning LEFTOVER [" + MODULES + "gone] repairable");

    assertThat(repair().changed()).isTrue();

    assertThat(WarFiles.of(war).texts()).containsEntry(MODULES + "a/modifications.install", record);
    assertThat(found()).isEmpty();
    assertThat(repair().changed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void record_that_cannot_be_read_keeps_all_originals(String kind) {
    installed(kind);
    WarFiles.of(war).put(MODULES + "a/modifications.install", "update|/index.jsp\n").save();

    assertThat(found())
        .hasSize(2)
        .anyMatch(finding -> finding.startsWith("error MODULE_STATE_BROKEN [" + MODULES + "a]"))
        .anyMatch(finding -> finding.matches("warning ORIGINAL_ORPHANED \\[.*\\.bin\\]"));
    assertThat(repair().changed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void record_whose_module_is_gone_is_found(String kind) {
    installed(kind);
    WarFiles.of(war).remove(MODULES + "a/module.properties").save();

    assertThat(found())
        .containsExactly("error MODULE_STATE_BROKEN [" + MODULES + "a/modifications.install]");
    assertThat(repair().changed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void modules_in_libraries_are_seen_as_alfresco_sees_them(String kind) throws IOException {
    installed(kind);
    WarFiles.of(war)
        .put("WEB-INF/lib/twin.jar", jar("a", state("a", "9")))
        .put("WEB-INF/lib/extra-2.jar", jar("extra", state("extra", "2")))
        .put("WEB-INF/lib/bad.jar", jar("bad", "module.id=bad\n"))
        .put("WEB-INF/lib/noise.jar", "no archive")
        .put(
            MODULES + "user/module.properties",
            state("user", "1")
                + "module.depends.extra=*\nmodule.depends.absent=*\nmodule.repo.version.max=6\n")
        .put(MODULES + "user/modifications.install", "")
        .save();

    WarHealth health = verify();

    assertThat(health.evidence().libraryModules())
        .extracting(LibraryModule::library)
        .containsExactly("WEB-INF/lib/extra-2.jar", "WEB-INF/lib/twin.jar");
    assertThat(health.findings().stream().map(VerifyTest::told))
        .containsExactly(
            "error MODULE_STATE_BROKEN [WEB-INF/lib/bad.jar]",
            "error VERSION_INCOMPATIBLE [" + MODULES + "user]",
            "error DEPENDENCY_UNMET [" + MODULES + "user]",
            "warning MODULE_TWICE [" + MODULES + "a, WEB-INF/lib/twin.jar]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void libraries_that_are_there_twice_are_found(String kind) {
    installed(kind);
    WarFiles.of(war).put("WEB-INF/lib/a-2.jar", "newer").save();

    assertThat(found())
        .containsExactly("warning DUPLICATE_LIBRARY [WEB-INF/lib/a-1.jar, WEB-INF/lib/a-2.jar]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void what_crashes_leave_beside_the_war_is_found(String kind) throws IOException {
    installed(kind);
    String name = war.getFileName().toString();
    Files.writeString(war.resolveSibling("." + name + ".quartermaster.tmp"), "half");
    Files.writeString(war.resolveSibling(name + ".4711.tmp"), "half");
    Files.createDirectory(war.resolveSibling(name + "-1700000000000.bak"));

    List<String> expected =
        new java.util.ArrayList<>(
            List.of(
                "error LEFTOVER [." + name + ".quartermaster.tmp] repairable",
                "warning LEFTOVER [" + name + ".4711.tmp]"));
    if (kind.equals("exploded")) {
      expected.add("warning LEFTOVER [" + name + "-1700000000000.bak]");
    }
    assertThat(found()).containsExactlyInAnyOrderElementsOf(expected);

    RepairResult repaired = repair();
    assertThat(repaired.finished()).containsExactly(war.toRealPath());
    assertThat(repaired.changed()).isTrue();
    assertThat(found()).containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void state_of_the_module_management_tool_has_no_checksums_and_is_said_to_be_unchecked(
      String kind) {
    war(
        kind,
        repositoryWar("23", "2", "1")
            .entry(MODULES + "old/module.properties", state("old", "1"))
            .entry(MODULES + "old/modifications.install", "add|/a.txt\r\nadd|/a/b.zip/in.txt\r\n")
            .entry("a.txt", "a")
            .entry("a/b.zip", "archive"));

    WarHealth health = verify();

    assertThat(health.findings()).isEmpty();
    assertThat(health.checkedFiles()).isZero();
    assertThat(health.uncheckedFiles()).isEqualTo(1);
  }

  private byte[] jar(String id, String state) throws IOException {
    Path jar =
        new AmpBuilder()
            .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
            .entry("alfresco/module/" + id + "/module.properties", state)
            .zip(folder.resolve(id + ".jar"));
    return Files.readAllBytes(jar);
  }

  private static String state(String id, String version) {
    return Stream.of("id=" + id, "version=" + version, "title=T", "description=D")
        .map(line -> "module." + line + "\n")
        .reduce("", String::concat);
  }
}
