package io.github.quartermaster.amp.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat.ModuleDetails;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleState;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.ReleaseRange;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulePropertiesFormatTest {
  private static final String LEAST =
      "module.id=a.b-c_1\nmodule.version=1.0\nmodule.title=T\nmodule.description=D\n";

  @Test
  void least_that_alfresco_accepts_is_read_with_its_defaults() {
    ModuleDetails details = parse(LEAST);

    assertThat(details.module().id()).isEqualTo(new ModuleId("a.b-c_1"));
    assertThat(details.module().version()).isEqualTo(new ModuleVersion("1.0"));
    assertThat(details.module().repositoryVersions()).isEqualTo(ReleaseRange.DEFAULT);
    assertThat(details.module().aliases()).isEmpty();
    assertThat(details.module().editions()).isEmpty();
    assertThat(details.module().dependencies()).isEmpty();
    assertThat(details.state()).isEqualTo(ModuleState.UNKNOWN);
    assertThat(details.installDate()).isEmpty();
  }

  @Test
  void all_keys_are_read_as_alfresco_reads_them() {
    ModuleDetails details =
        parse(
            LEAST
                + "module.aliases = one , ,two\n"
                + "module.editions=Enterprise, Community\n"
                + "module.repo.version.min=7.1\nmodule.repo.version.max=23.2.1.9\n"
                + "module.depends.other=1-2\nmodule.depends.none=  \nmodule.depends.=x\n"
                + "module.installDate=2026-11-22T07\\:09\\:45.052Z\n"
                + "module.installState=INSTALLED\nmodule.alias=misspelt\n");

    AmpModule module = details.module();
    assertThat(module.aliases()).containsExactly(new ModuleId("one"), new ModuleId("two"));
    assertThat(module.editions()).containsExactly("Enterprise", " Community");
    assertThat(module.repositoryVersions().contains(new ReleaseVersion("23.2.1"))).isTrue();
    assertThat(module.repositoryVersions().contains(new ReleaseVersion("7.0.9"))).isFalse();
    assertThat(module.dependencies().keySet()).containsExactly(new ModuleId("other"));
    assertThat(details.installDate()).contains(Instant.parse("2026-11-22T07:09:45.052Z"));
    assertThat(details.state()).isEqualTo(ModuleState.INSTALLED);
    assertThat(module.properties()).containsEntry("module.alias", "misspelt");
  }

  @Test
  void alias_that_can_be_no_id_is_passed_over_as_alfresco_does() {
    AmpModule module = parse(LEAST + "module.aliases=old name, former, backup\n").module();

    assertThat(module.aliases()).containsExactly(new ModuleId("former"));
    assertThat(module.properties()).containsEntry("module.aliases", "old name, former, backup");
  }

  @Test
  void nothing_between_two_commas_is_no_edition() {
    assertThat(parse(LEAST + "module.editions=,Enterprise,,\n").module().editions())
        .containsExactly("Enterprise");
  }

  @Test
  void message_shows_little_of_a_value_and_no_control_character() {
    assertThatThrownBy(() -> parse("module.id=a\\u001b[31m" + "x".repeat(100_000)))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .hasSizeLessThan(500)
                    .startsWith("module.id=a?[31mxxx")
                    .doesNotContain("\u001b"));
    assertThatThrownBy(() -> parse(LEAST.replace("a.b-c_1", "x".repeat(256))))
        .hasMessageContaining("longer than a folder's name can be");
  }

  @Test
  void share_bounds_count_for_share_only() {
    AmpModule module =
        parse(LEAST + "module.repo.version.min=7\nmodule.share.version.min=6.2\n").module();

    assertThat(module.supportedVersions(Tier.SHARE).contains(new ReleaseVersion("6.2"))).isTrue();
    assertThat(module.supportedVersions(Tier.REPOSITORY).contains(new ReleaseVersion("6.2")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "module.id, a b, module.id=a b",
    "module.id, .., reserved",
    "module.id, '', module.id is missing",
    "module.version, '', module.version is missing",
    "module.title, '', module.title is missing",
    "module.description, '', module.description is missing",
    "module.repo.version.min, 7.4.0-M1, module.repo.version.min=7.4.0-M1",
    "module.repo.version.max, -1, module.repo.version.max=-1",
    "module.installDate, yesterday, module.installDate=yesterday",
    "module.installDate, 2026-11-22T07:09:45.05Z, module.installDate",
    "module.installState, BROKEN, 'module.installState=BROKEN: it must be one of [UNKNOWN, '",
    "module.depends.x$y, 1, module.depends.x$y=1"
  })
  void key_that_alfresco_refuses_is_named_with_its_value(String key, String value, String said) {
    String text = LEAST.replaceAll("(?m)^" + key + "=.*$", "") + key + "=" + value + "\n";

    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void bounds_that_exclude_every_version_are_refused() {
    assertThatThrownBy(
            () -> parse(LEAST + "module.repo.version.min=8\nmodule.repo.version.max=7\n"))
        .hasMessageContaining("module.repo.version.min and module.repo.version.max");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:09:45Z, 2026-11-22T07:09:45Z",
    "2026-11-22T07:09:45.123+02:00, 2026-11-22T05:09:45.123Z"
  })
  void install_dates_of_any_zone_are_read(String text, String instant) {
    assertThat(parse(LEAST + "module.installDate=" + text + "\n").installDate())
        .contains(Instant.parse(instant));
  }

  @Test
  void state_written_holds_everything_alfresco_and_share_look_for() {
    AmpModule module =
        parse(LEAST + "module.share.version.min=6.2\ncustom.key=\\u00fc\nmodule.editions=a,b\n")
            .module();
    byte[] written = ModulePropertiesFormat.format(module, Instant.parse("2026-01-02T03:04:05Z"));

    assertThat(new String(written, StandardCharsets.US_ASCII))
        .isEqualTo(
            """
            custom.key=\\u00FC
            module.description=D
            module.editions=a,b
            module.id=a.b-c_1
            module.installDate=2026-01-02T03\\:04\\:05.000Z
            module.installState=INSTALLED
            module.repo.version.max=999
            module.repo.version.min=0
            module.share.version.min=6.2
            module.title=T
            module.version=1.0
            """);
    ModuleDetails read = ModulePropertiesFormat.parse(written);
    assertThat(read.module().shareVersions()).isPresent();
    assertThat(read.installDate()).contains(Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static ModuleDetails parse(String text) {
    return ModulePropertiesFormat.parse(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
