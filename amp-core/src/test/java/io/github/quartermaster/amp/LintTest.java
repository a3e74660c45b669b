package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.shareWar;
import static io.github.quartermaster.amp.model.LintRule.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.quartermaster.amp.internal.read.AmpBuilder;
import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who make AMPs are told. */
class LintTest {
  private static final String EXTENSION = "config/alfresco/extension/";
  private static final String MODULE = "config/alfresco/module/thing/";

  @TempDir Path folder;

  @Test
  void sound_amp_is_found_nothing_wrong_with() {
    assertThat(lint(sound("thing", "1.0.0", "module.repo.version.min=7.4.0"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "KEY_UNKNOWN            | module.alias=old",
        "KEY_UNKNOWN            | module.descripton=twice",
        "KEY_UNKNOWN            | my.key=1",
        "KEY_REPEATED           | module.title=Another",
        "LINE_SWALLOWED         | module.aliases=old,\\\\nmodule.editions=Community",
        "ESCAPE_LOST            | module.aliases=a\\b",
        "PLACEHOLDER_LEFT       | module.repo.version.min=${alfresco.version}",
        "PLACEHOLDER_LEFT       | module.aliases=@alias@",
        "RELEASE_BOUND_INVALID  | module.repo.version.min=7.4.0-M1",
        "RELEASE_BOUND_INVALID  | module.repo.version.min=8.0.0\\nmodule.repo.version.max=7.0.0",
        "RELEASE_BOUND_CUT      | module.repo.version.min=7.4.0.1",
        "RELEASE_BOUND_SHORT    | module.repo.version.max=23.2",
        "EDITION_BLANKS         | module.editions=Enterprise, Community",
        "EDITION_UNKNOWN        | module.editions=Comunity",
        "DEPENDENCY_MISREAD     | module.depends.other=1.5-SNAPSHOT",
        "DEPENDENCY_MISREAD     | module.depends.other=1.0-2.0-RC1",
        "DEPENDENCY_MISREAD     | module.depends.other=[1.0,2.0)",
        "DEPENDENCY_MISREAD     | module.depends.other=1.*",
        "DEPENDENCY_MISREAD     | module.depends.other=>=1.0",
        "DEPENDENCY_UNSATISFIABLE | module.depends.other=,",
        "DEPENDENCY_UNSATISFIABLE | module.depends.other=2.0-1.0",
        "DEPENDENCY_IGNORED     | module.depends.other=",
        "DEPENDENCY_IGNORED     | module.depends.=1.0",
        "DEPENDENCY_INVALID     | module.depends.a/b=1.0",
        "DEPENDENCY_INVALID     | module.depends.thing=1.0",
        "DEPENDENCY_INVALID     | \"module.depends.other=1.0, ,2.0\"",
        "ALIAS_INVALID          | module.aliases=a b",
        "ALIAS_INVALID          | module.aliases=thing",
        "INSTALLER_KEY          | module.installState=INSTALLED",
        "PROPERTIES_MALFORMED   | module.aliases=\\u00g0",
      })
  void trap_in_module_properties_is_told_with_its_line(LintRule rule, String lines) {
    List<Finding> findings = lint(sound("thing", "1.0.0", lines.replace("\\n", "\n")));

    assertThat(findings).extracting(Finding::rule).contains(rule);
    Finding finding = findings.stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    assertThat(finding.place()).matches("module\\.properties:[5-7]");
    assertThat(finding.message()).isNotBlank().doesNotEndWith(".");
    assertThat(finding.fix()).isNotBlank().doesNotEndWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "VERSION_SNAPSHOT,      1.0-SNAPSHOT",
    "VERSION_UNORDERED,     1.0.0-RC1",
    "VERSION_BEYOND_RANGES, 20240101",
  })
  void version_that_installers_treat_oddly_is_told(LintRule rule, String version) {
    assertThat(rules(sound("thing", version))).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0-2.0",
    "1.0 - 2.0",
    "1.0-",
    "*-2.0",
    "*",
    "1.5",
    "'1.0-1.5,2.0-*'",
    "v1.0-v2.0",
  })
  void range_that_means_what_it_seems_to_is_passed_over(String range) {
    assertThat(lint(sound("thing", "1.0.0", "module.depends.other=" + range))).isEmpty();
  }

  @Test
  void misspelt_key_is_told_with_what_may_be_meant() {
    assertThat(lint(sound("thing", "1.0.0", "module.alias=old")))
        .extracting(Finding::toString)
        .containsExactly(
            "KEY_UNKNOWN: module.properties:5: there is no key 'module.alias'; nobody reads it, and"
                + " the Module Management Tool drops it from the installed state. Write"
                + " module.aliases if that is meant");
  }

  @Test
  void missing_keys_are_all_told_at_once() {
    AmpBuilder amp =
        new AmpBuilder()
            .entry("module.properties", "module.id=a b\nmodule.title=\n")
            .entry(EXTENSION + "x.txt", "x");

    assertThat(lint(amp))
        .extracting(Finding::rule, Finding::subject)
        .containsExactlyInAnyOrder(
            tuple(MODULE_ID_INVALID, "module.id"),
            tuple(KEY_MISSING, "module.version"),
            tuple(KEY_MISSING, "module.title"),
            tuple(KEY_MISSING, "module.description"));
  }

  @Test
  void module_that_alfresco_no_longer_starts_with_is_told() {
    assertThat(rules(sound("alfresco-saml-repo", "1.0.0"))).contains(MODULE_ID_DEPRECATED);
  }

  @Test
  void text_in_utf_8_is_told_with_what_alfresco_will_show() {
    assertThat(lint(sound("thing", "1.0.0", "module.aliases=\nmodule.editions=ähnlich")))
        .filteredOn(finding -> finding.rule() == NON_ASCII)
        .extracting(Finding::message, Finding::fix)
        .containsExactly(
            tuple(
                "the text is not ISO-8859-1; Alfresco will show 'Ã¤hnlich'",
                "Write ä as \\uXXXX, which native2ascii and most editors do on request"));
  }

  @Test
  void text_that_a_properties_file_can_hold_is_passed_over() throws IOException {
    Path tree = sound("thing", "1.0.0").folder(folder.resolve("repo.amp"));
    Path properties = tree.resolve("module.properties");
    String text = Files.readString(properties).replace("Made for", "Für");
    Files.write(properties, text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(lint(tree)).isEmpty();
  }

  @Test
  void byte_order_mark_is_told() {
    AmpBuilder amp = sound("thing", "1.0.0");
    amp.entry("module.properties", "\ufeffmodule.id=thing\nmodule.version=1\nmodule.title=t\n");

    assertThat(rules(amp)).contains(PROPERTIES_BOM, KEY_MISSING).doesNotContain(KEY_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "INCLUDE_DEFAULT_MISREAD | include.default=yes",
        "INCLUDE_DEFAULT_MISREAD | \"include.default=true \"",
        "MAPPING_REFUSED         | include.defaults=true",
        "MAPPING_REFUSED         | web=/",
        "MAPPING_REFUSED         | /web=WEB-INF",
        "MAPPING_REFUSED         | /my folder=/x",
        "MAPPING_REFUSED         | /web=/../x",
        "MAPPING_REFUSED         | comment=none",
        "MAPPING_SLASH           | /config/=/WEB-INF/classes",
        "MAPPING_OF_ROOT         | /=/x",
        "MAPPING_COPIES_NOTHING  | /configs=/x",
        "MAPPING_COPIES_NOTHING  | /config/alfresco/extension/thing.txt=/x",
      })
  void trap_in_file_mapping_is_told_with_its_line(LintRule rule, String line) {
    AmpBuilder amp = sound("thing", "1.0.0").entry("file-mapping.properties", "# mine\n" + line);

    assertThat(lint(amp))
        .filteredOn(finding -> finding.rule() == rule)
        .extracting(Finding::place)
        .containsExactly("file-mapping.properties:2");
  }

  @Test
  void folder_that_is_not_there_is_told_with_the_one_that_may_be_meant() {
    AmpBuilder amp =
        sound("thing", "1.0.0")
            .entry("web/scripts/x.js", "x")
            .entry("file-mapping.properties", "/web/script=/scripts");

    assertThat(lint(amp))
        .extracting(Finding::fix)
        .containsExactly("Write /web/scripts if that is meant");
  }

  @Test
  void files_that_no_mapping_covers_are_told_by_folder() {
    AmpBuilder amp =
        sound("thing", "1.0.0")
            .entry("web/a.js", "a")
            .entry("web/b.js", "b")
            .entry("README.md", "read")
            .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");

    assertThat(lint(amp))
        .extracting(Finding::rule, Finding::message, Finding::fix)
        .containsExactly(
            tuple(
                FILES_NOT_COPIED,
                "2 files below web go nowhere: web/a.js, web/b.js",
                "Add /web=/ to file-mapping.properties"));
  }

  @Test
  void amp_that_brings_nothing_is_told() {
    assertThat(rules(amp("repo-thing", "1.0.0"))).contains(NOTHING_COPIED);
  }

  @Test
  void misnamed_and_missing_descriptors_are_told() {
    assertThat(
            lint(
                new AmpBuilder()
                    .entry("modules.properties", "module.id=a")
                    .entry("config/alfresco/x.xml", "<x/>")))
        .extracting(Finding::rule)
        .containsExactly(MODULE_PROPERTIES_MISSING, DESCRIPTOR_MISNAMED);
    assertThat(rules(sound("thing", "1.0").entry("file-mappings.properties", "/web=/")))
        .containsExactly(DESCRIPTOR_MISNAMED);
    assertThat(lint(new AmpBuilder().entry("thing/module.properties", "module.id=a")))
        .extracting(Finding::message)
        .containsExactly(
            "there is no module.properties in the root of the AMP; there is"
                + " thing/module.properties, which is too deep");
  }

  @Test
  void file_that_is_no_archive_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("x.amp"), "<html>404</html>");

    assertThat(lint(file)).extracting(Finding::rule).containsExactly(AMP_UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "CONTEXT_NOT_LOADED,   config/alfresco/module/module-context.xml",
    "CONTEXT_NOT_LOADED,   config/alfresco/module/thing/modules-context.xml",
    "CONTEXT_NOT_LOADED,   config/alfresco/modules/thing/module-context.xml",
    "MODULE_FOLDER_OTHER,  config/alfresco/module/former/log4j2.properties",
    "JUNK_FILE,            config/.DS_Store",
    "JUNK_FILE,            config/alfresco/extension/a.xml~",
    "NESTED_ARCHIVE,       config/alfresco/extension/inner.amp",
    "NAME_NON_ASCII,       config/alfresco/extension/größe.txt",
    "NAME_CASE_CLASH,      config/alfresco/extension/THING.txt",
    "LIBRARY_NOT_LOADED,   lib/more/x-1.0.jar",
    "LIBRARY_SNAPSHOT,     lib/x-1.0-SNAPSHOT.jar",
    "LIBRARY_REPEATED,     lib/own-1.1.jar",
    "XML_MALFORMED,        config/alfresco/extension/broken.xml",
    "RESERVED_PATH,        config/alfresco/module/thing/modifications.install",
    "TIER_MIXED,           config/alfresco/site-webscripts/a.txt",
  })
  void trap_in_the_content_is_told(LintRule rule, String name) {
    AmpBuilder amp = sound("thing", "1.0.0").entry("lib/own-1.0.jar", "jar").entry(name, "<beans>");

    assertThat(rules(amp)).contains(rule);
  }

  @Test
  void spring_context_that_nothing_loads_is_told() {
    AmpBuilder amp =
        amp("thing", "1.0.0")
            .entry(MODULE + "service-context.xml", "<beans/>")
            .entry(MODULE + "model/x.txt", "x");

    assertThat(lint(amp))
        .extracting(Finding::message)
        .containsExactly(
            "there is no module-context.xml, so that nothing loads"
                + " WEB-INF/classes/alfresco/module/thing/service-context.xml");
    assertThat(lint(amp.entry(MODULE + "module-context.xml", "<beans/>"))).isEmpty();
  }

  @Test
  void other_modules_inside_are_told() {
    AmpBuilder amp =
        sound("thing", "1.0.0")
            .entry(
                "config/alfresco/module/other/module.properties",
                "module.id=other\nmodule.version=2\nmodule.title=t\nmodule.description=d\n")
            .entry("config/alfresco/module/broken/module.properties", "module.id=broken\n")
            .entry(MODULE + "module.properties", "module.id=thing\n");

    assertThat(rules(amp)).contains(MODULE_BUNDLED, MODULE_STATE_BROKEN, MODULE_STATE_DIFFERS);
  }

  @Test
  void library_that_states_the_module_otherwise_is_told() throws IOException {
    Path jar =
        new AmpBuilder()
            .entry(
                "alfresco/module/thing/module.properties",
                "module.id=thing\nmodule.version=0.9\nmodule.title=t\nmodule.description=d\n")
            .zip(folder.resolve("x.jar"));
    Path tree = sound("thing", "1.0.0").folder(folder.resolve("repo.amp"));
    Files.createDirectories(tree.resolve("lib"));
    Files.move(jar, tree.resolve("lib/x-1.0.jar"));

    assertThat(lint(tree)).extracting(Finding::rule).containsExactly(LIBRARY_BRINGS_MODULE);
  }

  @Test
  void wrong_tier_is_told() {
    AmpBuilder amp = sound("thing", "1.0.0", "module.share.version.min=7.0.0");

    assertThat(rules(amp)).containsExactlyInAnyOrder(TIER_CONTRADICTED, SHARE_BOUNDS_LOST);
    assertThat(rules(amp("odd", "1").entry("web/css/a.css", "a"), "odd.amp"))
        .containsExactly(TIER_UNKNOWN);
  }

  @Test
  void what_the_war_has_already_is_told() throws IOException {
    Path war =
        repositoryWar("7", "4", "0")
            .entry("WEB-INF/lib/commons-io-2.11.0.jar", "io 2.11")
            .entry("WEB-INF/lib/same-1.0.jar", "same")
            .entry("WEB-INF/classes/log4j2.properties", "of Alfresco")
            .zip(folder.resolve("alfresco.war"));
    Path amp =
        sound("thing", "1.0.0", "module.repo.version.min=23.1.0")
            .entry("lib/commons-io-2.4.jar", "io 2.4")
            .entry("lib/same-1.0.jar", "same")
            .entry("config/log4j2.properties", "of the thing")
            .zip(folder.resolve("repo.amp"));

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder(
            WAR_NOT_SUPPORTED, OVERWRITES_WAR, LIBRARY_IN_WAR, IN_WAR_ALREADY);
  }

  @Test
  void what_the_war_has_from_the_module_itself_is_passed_over() throws IOException {
    Path war = repositoryWar("7", "4", "0").zip(folder.resolve("alfresco.war"));
    Path amp =
        sound("thing", "1.0.0")
            .entry("lib/own-1.0.jar", "jar")
            .entry(EXTENSION + "x-context.xml", "<beans><bean id='x'/></beans>")
            .zip(folder.resolve("repo.amp"));
    AmpSources sources = new AmpSources(List.of(), List.of(amp), Map.of(), false);
    new Amps().apply(ApplyRequest.builder(sources, List.of(war)).build());

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings()).isEmpty();
  }

  @Test
  void no_war_of_the_tier_is_told() {
    Path war = shareWar("7.4.0").zip(folder.resolve("share.war"));
    Path amp = sound("thing", "1.0.0").zip(folder.resolve("repo.amp"));

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings())
        .extracting(Finding::rule)
        .containsExactly(WAR_OF_OTHER_TIER);
  }

  @Test
  void amps_that_cannot_be_together_are_told() {
    String model =
        "<model name='%s:model' xmlns='http://www.alfresco.org/model/dictionary/1.0'><imports>"
            + "<import uri='http://www.alfresco.org/model/content/1.0' prefix='cm'/></imports>"
            + "<namespaces><namespace uri='%s' prefix='%s'/></namespaces></model>";
    Path one =
        sound("one", "1.0.0")
            .entry(EXTENSION + "shared.txt", "one")
            .entry(EXTENSION + "same.txt", "same")
            .entry(EXTENSION + "one-context.xml", "<beans>\n<bean id='svc'/>\n</beans>")
            .entry("config/alfresco/module/one/model.xml", model.formatted("a", "urn:a", "a"))
            .entry("lib/x-1.0.jar", "x1")
            .zip(folder.resolve("amps/one.amp"));
    Path two =
        sound("two", "1.0.0")
            .entry(EXTENSION + "shared.txt", "two")
            .entry(EXTENSION + "same.txt", "same")
            .entry(
                EXTENSION + "two-context.xml",
                "<!DOCTYPE beans PUBLIC '-//SPRING//DTD BEAN//EN' 'http://localhost:1/x.dtd'>\n"
                    + "<beans><bean id='inner.ok'><property><bean id='svc'/></property></bean>"
                    + "\n<bean name='svc'/></beans>")
            .entry("config/alfresco/module/two/model.xml", model.formatted("b", "urn:a", "cm"))
            .entry("lib/x-1.1.jar", "x2")
            .zip(folder.resolve("amps/two.amp"));

    List<Finding> findings = lint(List.of(folder.resolve("amps")), List.of(), List.of()).findings();

    assertThat(findings).extracting(Finding::amp).containsOnly(two).doesNotContain(one);
    assertThat(findings)
        .extracting(Finding::rule, Finding::place, Finding::subject)
        .containsExactlyInAnyOrder(
            tuple(
                PATH_CLASH,
                "config/alfresco/extension/shared.txt",
                "WEB-INF/classes/alfresco/extension/shared.txt"),
            tuple(LIBRARY_CLASH, "lib/x-1.1.jar", "WEB-INF/lib/x-1.1.jar"),
            tuple(BEAN_REPEATED, "config/alfresco/extension/two-context.xml:3", "svc"),
            tuple(NAMESPACE_REPEATED, "config/alfresco/module/two/model.xml:1", "urn:a"),
            tuple(NAMESPACE_RESERVED, "config/alfresco/module/two/model.xml:1", "cm"));
  }

  @Test
  void older_version_of_a_module_clashes_with_nothing() {
    sound("one", "1.0.0").entry("lib/x-1.0.jar", "x1").zip(folder.resolve("amps/one-1.0.amp"));
    sound("one", "1.1.0").entry("lib/x-1.1.jar", "x2").zip(folder.resolve("amps/one-1.1.amp"));

    assertThat(lint(List.of(folder.resolve("amps")), List.of(), List.of()).findings()).isEmpty();
  }

  @Test
  void two_amps_of_one_version_and_other_content_are_told() {
    sound("one", "1.0").entry(EXTENSION + "a.txt", "1").zip(folder.resolve("amps/a.amp"));
    sound("one", "1.0.0").entry(EXTENSION + "a.txt", "2").zip(folder.resolve("amps/b.amp"));

    assertThat(lint(List.of(folder.resolve("amps")), List.of(), List.of()).findings())
        .extracting(Finding::rule)
        .containsExactly(MODULE_REPEATED);
  }

  @Test
  void bean_of_an_extension_in_the_war_is_told() {
    Path war =
        repositoryWar("7", "4", "0")
            .entry(
                "WEB-INF/classes/alfresco/extension/a-context.xml", "<beans><x id='svc'/></beans>")
            .zip(folder.resolve("alfresco.war"));
    Path amp =
        sound("thing", "1.0.0")
            .entry(EXTENSION + "b-context.xml", "<beans><bean id='svc'/></beans>")
            .zip(folder.resolve("repo.amp"));

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings())
        .extracting(Finding::message)
        .containsExactly(
            "the bean svc is also defined by "
                + war
                + " in WEB-INF/classes/alfresco/extension/a-context.xml:1");
  }

  @Test
  void what_libraries_define_is_told_with_the_library_and_the_file_in_it() throws IOException {
    Path one =
        sound("one", "1.0.0")
            .entry(
                "lib/one-1.0.jar",
                jar("alfresco/module/one/module-context.xml", "<beans>\n<bean id='svc'/></beans>"))
            .zip(folder.resolve("amps/one.amp"));
    Path two =
        sound("two", "1.0.0")
            .entry(EXTENSION + "two-context.xml", "<beans><bean id='svc'/></beans>")
            .zip(folder.resolve("amps/two.amp"));
    Path three =
        sound("three", "1.0.0")
            .entry(
                "lib/three-1.0.jar",
                jar("alfresco/extension/three-context.xml", "<beans><bean id='svc'/></beans>"))
            .zip(folder.resolve("amps/zthree.amp"));

    assertThat(lint(List.of(one, two, three), List.of(), List.of()).findings())
        .extracting(Finding::rule, Finding::amp, Finding::place, Finding::message)
        .containsExactlyInAnyOrder(
            tuple(
                BEAN_REPEATED,
                two,
                EXTENSION + "two-context.xml:1",
                "the bean svc is also defined by module one 1.0.0 in"
                    + " lib/one-1.0.jar!/alfresco/module/one/module-context.xml:2"),
            tuple(
                BEAN_REPEATED,
                three,
                "lib/three-1.0.jar!/alfresco/extension/three-context.xml:1",
                "the bean svc is also defined by module one 1.0.0 in"
                    + " lib/one-1.0.jar!/alfresco/module/one/module-context.xml:2"));
  }

  @Test
  void content_model_in_a_library_of_the_war_is_told() throws IOException {
    String model =
        "<model name='%s:model' xmlns='http://www.alfresco.org/model/dictionary/1.0'>"
            + "<namespaces><namespace uri='urn:theirs' prefix='%s'/></namespaces></model>";
    String library = "WEB-INF/lib/alfresco-data-model-23.2.jar";
    Path war =
        repositoryWar("7", "4", "0")
            .entry(library, jar("alfresco/model/theirs.xml", model.formatted("th", "th")))
            .zip(folder.resolve("alfresco.war"));
    Path amp =
        sound("thing", "1.0.0")
            .entry(MODULE + "model.xml", model.formatted("th", "mine"))
            .zip(folder.resolve("repo.amp"));

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings())
        .extracting(Finding::rule, Finding::subject)
        .containsExactlyInAnyOrder(
            tuple(MODEL_REPEATED, "th:model"), tuple(NAMESPACE_REPEATED, "urn:theirs"));
  }

  @Test
  void file_that_is_in_a_library_and_beside_it_is_one_and_the_same() throws IOException {
    String context = "<beans><bean id='svc'/></beans>";
    Path amp =
        sound("thing", "1.0.0")
            .entry(MODULE + "module-context.xml", context)
            .entry("lib/own-1.0.jar", jar("alfresco/module/thing/module-context.xml", context))
            .zip(folder.resolve("repo.amp"));

    assertThat(lint(List.of(amp), List.of(), List.of()).findings()).isEmpty();
  }

  @Test
  void library_of_the_module_itself_that_the_war_has_is_passed_over() throws IOException {
    Path war = repositoryWar("7", "4", "0").zip(folder.resolve("alfresco.war"));
    Path old = withLibrary("1.0.0").zip(folder.resolve("old.amp"));
    AmpSources sources = new AmpSources(List.of(), List.of(old), Map.of(), false);
    assertThat(new Amps().apply(ApplyRequest.builder(sources, List.of(war)).build()).changed())
        .isTrue();
    Path amp = withLibrary("1.1.0").zip(folder.resolve("new.amp"));

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings()).isEmpty();
  }

  private static AmpBuilder withLibrary(String version) throws IOException {
    return sound("thing", version, "module.repo.version.min=7.4.0")
        .entry(
            "lib/own-" + version + ".jar",
            jar("alfresco/module/thing/module-context.xml", "<beans><bean id='svc'/></beans>"));
  }

  @Test
  void what_alfresco_does_not_load_for_all_of_itself_is_no_clash() throws IOException {
    String context = "<beans><bean id='svc'/></beans>";
    Path war =
        repositoryWar("7", "4", "0")
            .entry("WEB-INF/lib/core-1.jar", jar("alfresco/core-services-context.xml", context))
            .entry("WEB-INF/lib/other-1.jar", jar("org/other/beans.xml", context))
            .entry(
                "WEB-INF/lib/sub-1.jar",
                jar("alfresco/extension/subsystems/Authentication/x/y/a-context.xml", context))
            .entry("WEB-INF/lib/no-1.jar", "no jar at all")
            .zip(folder.resolve("alfresco.war"));
    Path amp =
        sound("thing", "1.0.0")
            .entry(EXTENSION + "b-context.xml", context)
            .entry(EXTENSION + "subsystems/Authentication/x/z/b-context.xml", context)
            .zip(folder.resolve("repo.amp"));

    assertThat(lint(List.of(amp), List.of(war), List.of()).findings()).isEmpty();
  }

  private static byte[] jar(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void findings_can_be_allowed_by_rule_and_by_subject() {
    AmpBuilder amp =
        sound("thing", "1.0-SNAPSHOT", "my.key=1", "your.key=2")
            .entry("lib/x-2.0-SNAPSHOT.jar", "x");
    LintResult result =
        lint(
            List.of(amp.zip(folder.resolve("repo.amp"))),
            List.of(),
            Stream.of("VERSION_SNAPSHOT", "KEY_UNKNOWN:my.*", "JUNK_FILE")
                .map(Allowance::parse)
                .toList());

    assertThat(result.findings())
        .extracting(Finding::subject)
        .containsExactly("WEB-INF/lib/x-2.0-SNAPSHOT.jar", "your.key");
    assertThat(result.allowed()).extracting(Finding::subject).contains("module.version", "my.key");
    assertThat(result.unused()).extracting(Allowance::toString).containsExactly("JUNK_FILE");
  }

  @Test
  void users_word_on_tiers_counts() {
    Path amp = sound("thing", "1.0.0").zip(folder.resolve("repo.amp"));
    LintRequest request =
        new LintRequest(
            List.of(amp),
            List.of(),
            Map.of("thing", Tier.SHARE),
            List.of(),
            ArchiveLimits.DEFAULTS);

    assertThat(new Amps().lint(request).findings())
        .extracting(Finding::rule)
        .containsExactly(TIER_CONTRADICTED);
  }

  private static AmpBuilder sound(String id, String version, String... keys) {
    return amp(id, version, keys).entry(EXTENSION + "thing.txt", "thing");
  }

  private List<LintRule> rules(AmpBuilder amp) {
    return lint(amp).stream().map(Finding::rule).toList();
  }

  private List<LintRule> rules(AmpBuilder amp, String name) {
    return lint(amp.zip(folder.resolve(name))).stream().map(Finding::rule).toList();
  }

  private List<Finding> lint(AmpBuilder amp) {
    return lint(amp.zip(folder.resolve("repo.amp")));
  }

  private static List<Finding> lint(Path amp) {
    return lint(List.of(amp), List.of(), List.of()).findings();
  }

  private static LintResult lint(List<Path> amps, List<Path> wars, List<Allowance> allowed) {
    return new Amps().lint(new LintRequest(amps, wars, Map.of(), allowed, ArchiveLimits.DEFAULTS));
  }
}
