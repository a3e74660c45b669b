package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the Module Management Tool of any age left in a WAR is listed, upgraded and uninstalled, and
 * what we leave that tool can list and uninstall.
 */
class OtherToolsStateTest {
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";
  private static final String BACKUP = MODULES + "backup/0d0a8e04-c5b6-11f0-8de9-0242ac120002.bin";
  private static final String ORPHAN = MODULES + "backup/1d0a8e04-c5b6-11f0-8de9-0242ac120002.bin";
  private static final String ADDS = "add|/m/deep/m.txt\nadd|/WEB-INF/lib/m-1.jar\n";
  private static final String UPDATE = "update|/index.jsp|/" + BACKUP + "\n";
  private static final String MKDIRS = "mkdir|/m/deep\nmkdir|/m\n";
  private static final String STATE =
      "#Sun Nov 22 07:09:45 UTC 2026\nmodule.id=m\nmodule.version=1\nmodule.title=T\n"
          + "module.description=D\nmodule.repo.version.min=0\nmodule.repo.version.max=999\n"
          + "module.installState=INSTALLED\nmodule.installDate=2026-11-22T07\\:09\\:45.052Z\n";

  /** A row of the table: what was left, in a WAR that else holds what {@link #base} holds. */
  private enum Left {
    BY_A_CURRENT_ONE(war -> {}),
    BY_ONE_OF_2012_THAT_RECORDS_THE_MODULES_FOLDER(
        war -> record(war, ADDS + UPDATE + MKDIRS + "mkdir|/" + MODULES + "m\n")),
    WITHOUT_ANY_FOLDERS(war -> record(war, ADDS + UPDATE)),
    WITH_LINE_ENDS_OF_WINDOWS(war -> record(war, (ADDS + UPDATE + MKDIRS).replace("\n", "\r\n"))),
    WITH_BLANK_LINES_OF_SOMEBODY(war -> record(war, "\n" + ADDS + "\n" + UPDATE + MKDIRS + "\n")),
    WITH_FILES_RECORDED_TWICE_AND_DOUBLE_SLASHES(
        war -> record(war, ADDS + "add|//m//deep/m.txt\n" + ADDS + UPDATE + MKDIRS)),
    WITH_COLUMNS_AND_WORDS_OF_LATER_ONES(
        war -> record(war, ADDS.replace("\n", "|sha256:abc\n") + UPDATE + MKDIRS + "link|/x\n")),
    WITH_A_DATE_OF_ANOTHER_ZONE_WITHOUT_MILLIS(
        war ->
            war.put(
                MODULES + "m/module.properties",
                STATE.replace("07\\:09\\:45.052Z", "07\\:09\\:45+02\\:00"))),
    WITH_NEITHER_DATE_NOR_STATE(
        war ->
            war.put(
                MODULES + "m/module.properties",
                "module.id=m\nmodule.version=1\nmodule.title=T\nmodule.description=D\n")),
    WITH_ITS_OWN_STATE_AMONG_THE_FILES(
        war -> record(war, ADDS + "add|/" + MODULES + "m/module.properties\n" + UPDATE + MKDIRS)),
    WITH_FILES_THAT_SOMEBODY_DELETED(war -> war.remove("WEB-INF/lib/m-1.jar")),
    WITH_AN_ARCHIVE_TAKEN_FOR_A_FOLDER(
        war -> {
          war.put("m/inner.war", "an archive");
          record(war, ADDS + "add|/m/inner.war/a.txt\n" + UPDATE + MKDIRS + "mkdir|/m/inner.war\n");
        });

    private final Consumer<Map<String, String>> change;

    Left(Consumer<Map<String, String>> change) {
      this.change = change;
    }

    Map<String, String> war() {
      Map<String, String> war = new TreeMap<>(base());
      war.put("index.jsp", "of m");
      war.put(BACKUP, "original");
      war.put("m/deep/m.txt", "m 1");
      war.put("WEB-INF/lib/m-1.jar", "jar 1");
      war.put(MODULES + "m/module.properties", STATE);
      record(war, ADDS + UPDATE + MKDIRS);
      change.accept(war);
      return war;
    }
  }

  @TempDir Path folder;
  private final Amps door =
      new Amps(
          AmpListener.SILENT, Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));
  private Path war;

  private static Map<String, String> base() {
    Map<String, String> base = new TreeMap<>();
    base.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Title: Alfresco\n\n");
    base.put("WEB-INF/web.xml", "<web-app/>");
    base.put("WEB-INF/lib/base-1.jar", "base");
    base.put(
        "WEB-INF/classes/alfresco/version.properties",
        "version.major=23\nversion.minor=2\nversion.revision=1\nversion.edition=Community\n");
    base.put(MODULES + "readme.txt", "modules live here");
    base.put("index.jsp", "original");
    return base;
  }

  private static void record(Map<String, String> war, String lines) {
    war.put(MODULES + "m/modifications.install", lines);
  }

  static Stream<Arguments> rows() {
    return Arrays.stream(Left.values())
        .flatMap(left -> Stream.of(Arguments.of(left, "packed"), Arguments.of(left, "exploded")));
  }

  private void write(Map<String, String> files, String kind) {
    var builder = repositoryWar("23", "2", "1");
    files.forEach(builder::entry);
    war =
        kind.equals("packed")
            ? builder.zip(folder.resolve("webapps/alfresco.war"))
            : builder.folder(folder.resolve("webapps/alfresco"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_listed(Left left, String kind) {
    write(left.war(), kind);

    assertThat(list()).containsExactly("m 1");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_uninstalled_without_a_trace(Left left, String kind) {
    write(left.war(), kind);

    uninstall("m");

    assertThat(texts()).isEqualTo(base());
    assertThat(folders()).doesNotContain(MODULES + "m", MODULES + "backup");
    if (left != Left.WITHOUT_ANY_FOLDERS) { // then nothing says whose those are
      assertThat(folders()).doesNotContain("m", "m/deep");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_upgraded_and_then_uninstalled_by_either_tool(Left left, String kind) {
    write(left.war(), kind);

    upgrade();

    Map<String, String> upgraded = texts();
    assertThat(list()).containsExactly("m 2");
    assertThat(OtherTool.list(upgraded)).containsExactly("m 2");
    assertThat(upgraded)
        .containsEntry("m/deep/m.txt", "m 2")
        .containsEntry("WEB-INF/lib/m-2.jar", "jar 2")
        .containsEntry("index.jsp", "original")
        .doesNotContainKeys("WEB-INF/lib/m-1.jar", "m/inner.war", BACKUP);
    assertThat(OtherTool.uninstall(upgraded, "m")).isEqualTo(base());

    uninstall("m");
    assertThat(texts()).isEqualTo(base());
  }

  @ParameterizedTest
  @EnumSource(Left.class)
  void is_found_in_order_or_told_what_is_not(Left left) {
    write(left.war(), "packed");

    var found =
        door
            .verify(new VerifyRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS))
            .problems()
            .stream()
            .map(problem -> problem.code())
            .toList();

    List<ProblemCode> expected =
        switch (left) {
          case WITH_BLANK_LINES_OF_SOMEBODY -> List.of(ProblemCode.RECORD_UNTIDY);
          case WITH_FILES_THAT_SOMEBODY_DELETED -> List.of(ProblemCode.FILE_MISSING);
          default -> List.of();
        };
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void leftovers_of_its_fake_downgrade_stay_and_are_told() {
    Map<String, String> left = Left.BY_A_CURRENT_ONE.war();
    left.put("WEB-INF/lib/m-3.jar", "of the newer version that was there before");
    write(left, "packed");

    assertThat(
            door.verify(new VerifyRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS))
                .problems())
        .extracting(problem -> problem.code())
        .containsExactly(ProblemCode.DUPLICATE_LIBRARY);

    uninstall("m");
    Map<String, String> expected = base();
    expected.put("WEB-INF/lib/m-3.jar", "of the newer version that was there before");
    assertThat(texts()).isEqualTo(expected);
  }

  @Test
  void empty_folders_and_orphaned_originals_hinder_nothing() {
    Map<String, String> left = Left.BY_A_CURRENT_ONE.war();
    left.put(ORPHAN, "nobody's");
    left.put(MODULES + "gone/", "");
    write(left, "packed");

    uninstall("m");
    Map<String, String> expected = base();
    expected.put(ORPHAN, "nobody's");
    assertThat(texts()).isEqualTo(expected);

    door.repair(new RepairRequest(List.of(war), WriteSettings.DEFAULT));
    assertThat(texts()).isEqualTo(base());
    assertThat(folders()).doesNotContain(MODULES + "gone", MODULES + "backup");
  }

  @Test
  void module_inside_of_another_amp_is_upgraded_and_goes_with_that_amp() {
    Map<String, String> left = base();
    left.put("m/deep/m.txt", "m 1");
    left.put(MODULES + "m/module.properties", STATE);
    left.put(MODULES + "outer/module.properties", STATE.replace("id=m", "id=outer"));
    left.put(
        MODULES + "outer/modifications.install",
        "add|/" + MODULES + "m/module.properties\nadd|/m/deep/m.txt\n" + MKDIRS);
    write(left, "packed");

    assertThat(list()).containsExactly("m 1", "outer 1");
    assertThat(planUninstall("m")).containsExactly(ProblemCode.MODULE_BUNDLED);

    upgrade();
    assertThat(list()).containsExactly("m 2", "outer 1");
    assertThat(OtherTool.list(texts())).containsExactly("m 2", "outer 1");

    uninstall("m");
    assertThat(texts()).isEqualTo(left);
    uninstall("outer");
    assertThat(texts()).isEqualTo(base());
  }

  @ParameterizedTest
  @MethodSource("orders")
  void file_that_it_let_two_modules_write_comes_back_in_any_order(List<String> order) {
    Map<String, String> left = base();
    left.put("shared.txt", "of b");
    left.put(BACKUP, "of a");
    for (String id : List.of("a", "b")) {
      left.put(MODULES + id + "/module.properties", STATE.replace("id=m", "id=" + id));
    }
    left.put(MODULES + "a/modifications.install", "add|/shared.txt\n");
    left.put(MODULES + "b/modifications.install", "update|/shared.txt|/" + BACKUP + "\n");
    write(left, "packed");

    uninstall(order.get(0));
    assertThat(texts()).containsEntry("shared.txt", "of " + order.get(1));
    assertThat(OtherTool.uninstall(texts(), order.get(1))).isEqualTo(base());
    uninstall(order.get(1));
    assertThat(texts()).isEqualTo(base());
  }

  static Stream<List<String>> orders() {
    return Stream.of(List.of("a", "b"), List.of("b", "a"));
  }

  @Test
  void record_in_the_charset_of_an_old_platform_names_the_right_file() throws Exception {
    Map<String, String> left = base();
    left.put("\u00fc.txt", "umlaut");
    left.put(MODULES + "m/module.properties", STATE);
    var builder = repositoryWar("23", "2", "1");
    left.forEach(builder::entry);
    builder.entry(
        MODULES + "m/modifications.install",
        "add|/\u00fc.txt\n".getBytes(StandardCharsets.ISO_8859_1));
    war = builder.zip(folder.resolve("webapps/alfresco.war"));

    uninstall("m");

    assertThat(texts()).isEqualTo(base());
  }

  private void upgrade() {
    amp("m", "2")
        .entry("file-mapping.properties", "include.default=true\n/web=/\n")
        .entry("web/m/deep/m.txt", "m 2")
        .entry("lib/m-2.jar", "jar 2")
        .zip(folder.resolve("amps/m.amp"));
    ApplyRules anything = new ApplyRules(List.of("**"), false, false, Correlation.DEFAULT);
    ApplyResult result =
        door.apply(
            ApplyRequest.builder(AmpSources.directories(folder.resolve("amps")), List.of(war))
                .rules(anything)
                .build());
    assertThat(result.changed()).as("%s", result.problems()).isTrue();
  }

  private void uninstall(String id) {
    ApplyResult result =
        door.uninstall(
            new UninstallRequest(
                List.of(war), List.of(new ModuleId(id)), false, WriteSettings.DEFAULT));
    assertThat(result.changed()).as("%s", result.problems()).isTrue();
  }

  private List<ProblemCode> planUninstall(String id) {
    return door
        .planUninstall(
            new UninstallRequest(
                List.of(war), List.of(new ModuleId(id)), false, WriteSettings.DEFAULT))
        .allProblems()
        .stream()
        .map(problem -> problem.code())
        .toList();
  }

  private List<String> list() {
    return door
        .list(new ListRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS))
        .wars()
        .get(0)
        .modules()
        .stream()
        .map(module -> module.module().label())
        .toList();
  }

  private Map<String, String> texts() {
    return WarFiles.of(war).texts();
  }

  private List<String> folders() {
    List<String> folders = new ArrayList<>();
    if (Files.isDirectory(war)) {
      try (Stream<Path> all = Files.walk(war)) {
        all.filter(Files::isDirectory).forEach(f -> folders.add(war.relativize(f).toString()));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    } else {
      WarFiles.of(war).names().stream()
          .filter(name -> name.endsWith("/"))
          .forEach(name -> folders.add(name.substring(0, name.length() - 1)));
    }
    return folders;
  }
}
