package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmpReaderTest {
  @TempDir Path folder;

  @Test
  void files_go_where_the_default_mapping_sends_them_and_the_rest_stays_out() {
    AmpFile amp =
        read(
            amp("a", "1")
                .entry("config/alfresco/x.xml", "x")
                .entry("lib/a.jar", "jar")
                .entry("licenses/a.txt", "l")
                .entry("web/css/a.css", "c")
                .entry("web/other/a.html", "not mapped")
                .entry("README.md", "not mapped")
                .entry("META-INF/MANIFEST.MF", "not mapped"));

    assertThat(amp.files().keySet())
        .containsExactly(
            "WEB-INF/classes/alfresco/x.xml",
            "WEB-INF/lib/a.jar",
            "WEB-INF/licenses/a.txt",
            "css/a.css");
    assertThat(amp.files().get("css/a.css").source()).isEqualTo("web/css/a.css");
  }

  @Test
  void own_mapping_comes_on_top_of_the_default_and_overlaps_are_the_norm() {
    AmpFile amp =
        read(
            amp("a", "1")
                .entry("file-mapping.properties", "include.default=true\n/web=/\n/extra/=/t//u/\n")
                .entry("web/css/a.css", "c")
                .entry("web/ootb/js/a.js", "j")
                .entry("extra/deep/f.txt", "f"));

    assertThat(amp.files().keySet()).containsExactly("css/a.css", "ootb/js/a.js", "t/u/deep/f.txt");
    assertThat(amp.findings()).extracting(Problem::code).containsExactly(ProblemCode.TIER_ASSUMED);
  }

  @ParameterizedTest
  @CsvSource({"false", "yes", "' true '", "''"})
  void anything_but_true_switches_the_default_mapping_off(String value) {
    AmpFile amp =
        read(
            amp("a", "1")
                // a blank at the end of a value is part of it
                .entry("file-mapping.properties", "include.default=" + value + "\n/only=/\n")
                .entry("config/x.xml", "x")
                .entry("only/y.xml", "y"));

    assertThat(amp.files().keySet()).containsExactly("y.xml");
  }

  @ParameterizedTest
  @CsvSource({"comment=hello, comment", "/a=b, /a", "/a=/../../etc, /a"})
  void mapping_that_no_installer_takes_is_refused_with_its_key(String line, String key) {
    AmpException e = refusal(amp("a", "1").entry("file-mapping.properties", line));

    assertThat(e.problem().code()).isEqualTo(ProblemCode.AMP_UNREADABLE);
    assertThat(e)
        .hasMessageContaining("a.amp")
        .hasMessageContaining("file-mapping.properties: " + key);
  }

  @Test
  void other_modules_in_an_amp_are_found_and_a_broken_one_is_reported() {
    String state = "module.id=inner\nmodule.version=3\nmodule.title=T\nmodule.description=D\n";
    AmpFile amp =
        read(
            amp("a", "1")
                .entry("config/alfresco/module/inner/module.properties", state)
                .entry("config/alfresco/module/deeper/down/module.properties", "no state")
                .entry("config/alfresco/module/broken/module.properties", "module.id=broken\n")
                .entry("config/alfresco/extension/x.xml", "x"));

    assertThat(amp.bundled().values()).extracting(AmpModule::label).containsExactly("inner 3");
    assertThat(amp.findings())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MODULE_STATE_BROKEN);
    assertThat(amp.findings().get(0).message())
        .contains("config/alfresco/module/broken/module.properties")
        .contains("module.version is missing");
  }

  @Test
  void of_two_files_for_one_place_the_more_specific_mapping_wins_and_it_is_reported() {
    AmpFile amp =
        read(
            amp("a", "1")
                .entry("file-mapping.properties", "/one=/\n/web/two/three=/\n")
                .entry("web/two/three/f.txt", "specific")
                .entry("one/f.txt", "general"));

    assertThat(amp.files().get("f.txt").source()).isEqualTo("web/two/three/f.txt");
    assertThat(amp.findings()).extracting(Problem::code).contains(ProblemCode.MAPPING_COLLISION);
  }

  @Test
  void empty_folders_are_brought_too() {
    AmpFile amp = read(amp("a", "1").entry("config/alfresco/empty/", ""));

    assertThat(amp.directories()).contains("WEB-INF/classes/alfresco/empty");
  }

  @Test
  void state_of_the_module_itself_is_left_to_the_installer() {
    AmpFile amp =
        read(
            amp("a", "1")
                .entry("config/alfresco/module/a/module.properties", "whatever")
                .entry("config/alfresco/module/a/module-context.xml", "x"));

    assertThat(amp.files().keySet())
        .containsExactly("WEB-INF/classes/alfresco/module/a/module-context.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "config/alfresco/module/a/modifications.install",
    "config/alfresco/module/another/modifications.install",
    "config/alfresco/module/backup/0.bin"
  })
  void files_that_only_an_installer_may_write_are_refused(String name) {
    assertThat(refusal(amp("a", "1").entry(name, "x")).problem().code())
        .isEqualTo(ProblemCode.RESERVED_PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "/config=/a\\nb, config/f.txt",
    "/config=/a\\\\b, config/f.txt",
    "/config=/a|b, config/f.txt",
    "/config=/a|b, config/empty/",
    "/config=/a, config/x|y/"
  })
  void place_that_no_record_could_tell_of_is_refused(String mapping, String name) {
    AmpException e =
        refusal(amp("a", "1").entry("file-mapping.properties", mapping).entry(name, ""));

    assertThat(e.problem().code()).isEqualTo(ProblemCode.AMP_UNREADABLE);
  }

  @Test
  void place_with_a_name_too_long_for_an_archive_is_refused() {
    String mapping = "/config=/" + "a".repeat(1 << 19);

    AmpException e =
        refusal(amp("a", "1").entry("file-mapping.properties", mapping).entry("config/f.txt", "f"));

    assertThat(e.problem().code()).isEqualTo(ProblemCode.AMP_UNREADABLE);
    assertThat(e.getMessage()).hasSizeLessThan(1000);
  }

  @Test
  void mapping_of_very_many_folders_costs_no_more_than_its_length() {
    StringBuilder mapping = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      mapping.append('/').append(i).append("=/x\n");
    }
    AmpBuilder builder = amp("a", "1").entry("file-mapping.properties", mapping.toString());
    for (int i = 0; i < 20_000; i++) {
      builder.entry("config/" + i, "");
    }
    Path file = builder.zip(folder.resolve("a.amp"));

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> reader(Map.of()).read(file), "20,000 times 60,000");
  }

  @Test
  void archive_without_module_properties_is_no_amp() {
    assertThat(refusal(new AmpBuilder().entry("x", "x")))
        .hasMessageContaining("a.amp; it has no module.properties");
  }

  @Test
  void key_that_cannot_be_read_is_named_with_file_and_reason() {
    assertThat(refusal(amp("a", "1", "module.repo.version.min=7.4.0-M1")))
        .hasMessageContaining("module.properties: module.repo.version.min=7.4.0-M1");
  }

  @Test
  void file_that_is_no_archive_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.amp"), "this is no zip file at all");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(AmpException.class)
        .hasMessageContaining("broken.amp");
    assertThatThrownBy(() -> reader(Map.of()).read(folder.resolve("missing.amp")))
        .isInstanceOf(AmpException.class)
        .hasMessageContaining("missing.amp");
  }

  @Test
  void message_says_once_what_was_tried_and_what_to_do() throws IOException {
    Path file = Files.writeString(folder.resolve("page.amp"), "<html>404</html>");

    AmpException e = catchThrowableOfType(AmpException.class, () -> reader(Map.of()).read(file));

    assertThat(e.getMessage()).containsOnlyOnce("tried to").doesNotContain("..");
  }

  @Test
  void amp_that_leaves_its_place_is_refused_as_unsafe() {
    assertThat(refusal(amp("a", "1").entry("web/../../../etc/cron.d/x", "x")).problem().code())
        .isEqualTo(ProblemCode.ARCHIVE_UNSAFE);
  }

  @Test
  void folder_laid_out_like_an_amp_is_read_the_same() {
    AmpBuilder builder = amp("a", "1").entry("lib/a.jar", "jar").entry("config/x/y.xml", "y");
    AmpFile packed = read(builder);
    AmpFile folded = reader(Map.of()).read(builder.folder(folder.resolve("unpacked")));

    assertThat(folded.files()).isEqualTo(packed.files());
    assertThat(folded.module()).isEqualTo(packed.module());
    assertThat(folded.hasSameContentAs(packed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "config/alfresco/site-webscripts/x.xml, share",
    "config/alfresco/web-extension/x.xml, share",
    "config/alfresco/module/a/share-config-custom.xml, share",
    "config/alfresco/templates/webscripts/x.xml, repository",
    "config/alfresco/module/a/model/m.xml, repository",
    "config/alfresco/extension/x.xml, repository"
  })
  void tier_is_told_by_the_folders_that_only_one_application_reads(String name, String tier) {
    assertThat(read(amp("a", "1").entry(name, "x")).tier()).isEqualTo(Tier.parse(tier));
  }

  @Test
  void tier_is_told_by_share_versions_and_by_names_where_the_content_does_not() {
    assertThat(read(amp("a", "1", "module.share.version.min=6")).tier()).isEqualTo(Tier.SHARE);
    assertThat(read(amp("x-share", "1")).tier()).isEqualTo(Tier.SHARE);
    assertThat(read(amp("shared-things", "1")).findings())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.TIER_ASSUMED);
    assertThat(
            reader(Map.of())
                .read(amp("x", "1").zip(folder.resolve("frank-share-super-1.2.3.4-5.amp")))
                .tier())
        .isEqualTo(Tier.SHARE);
  }

  @Test
  void what_the_user_says_of_a_tier_outweighs_the_content() {
    AmpBuilder repository = amp("a", "1").entry("config/alfresco/extension/x.xml", "x");

    assertThat(reader(Map.of("a", Tier.SHARE)).read(repository.zip(folder.resolve("b.amp"))).tier())
        .isEqualTo(Tier.SHARE);
    assertThat(
            reader(Map.of("b.amp", Tier.SHARE))
                .read(repository.zip(folder.resolve("b.amp")))
                .tier())
        .isEqualTo(Tier.SHARE);
  }

  @Test
  void what_the_user_says_of_a_file_outweighs_what_he_says_of_its_id() {
    Path file = amp("a", "1").zip(folder.resolve("a-share.amp"));
    Map<String, Tier> said = Map.of("a", Tier.REPOSITORY, "a-share.amp", Tier.SHARE);

    assertThat(reader(said).read(file).tier()).isEqualTo(Tier.SHARE);
  }

  private AmpFile read(AmpBuilder builder) {
    return reader(Map.of()).read(builder.zip(folder.resolve("a.amp")));
  }

  private AmpException refusal(AmpBuilder builder) {
    Path file = builder.zip(folder.resolve("a.amp"));
    return catchThrowableOfType(AmpException.class, () -> reader(Map.of()).read(file));
  }

  private static AmpReader reader(Map<String, Tier> tiers) {
    return new AmpReader(tiers, ArchiveLimits.DEFAULTS);
  }
}
