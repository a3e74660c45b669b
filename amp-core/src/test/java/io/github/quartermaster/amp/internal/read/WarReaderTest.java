package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.shareWar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarInventory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarReaderTest {
  private static final String MODULE = "WEB-INF/classes/alfresco/module/";
  private static final String STATE =
      "module.id=a\nmodule.version=1.2\nmodule.title=A\nmodule.description=D\n"
          + "module.installState=INSTALLED\nmodule.installDate=2026-11-22T07\\:09\\:45.052Z\n";

  @TempDir Path folder;

  @Test
  void repository_is_told_by_its_version_properties() {
    WarInventory war = read(repositoryWar("23", "2", "1"));

    assertThat(war.tier()).isEqualTo(Tier.REPOSITORY);
    assertThat(war.product().version()).contains(new ReleaseVersion("23.2.1"));
    assertThat(war.product().edition()).contains("Community");
  }

  @Test
  void share_is_told_by_its_manifest() {
    WarInventory war = read(shareWar("7.4"));

    assertThat(war.tier()).isEqualTo(Tier.SHARE);
    assertThat(war.product().version()).contains(new ReleaseVersion("7.4"));
    assertThat(war.product().title()).isEqualTo("Alfresco Share Community");
  }

  @Test
  void version_that_is_none_is_not_known_rather_than_wrong() {
    assertThat(read(repositoryWar("26", "1", "")).product().version()).isEmpty();
    assertThat(read(shareWar("26.1-SNAPSHOT")).product().version()).isEmpty();
  }

  @Test
  void war_that_tells_nothing_is_told_by_its_name_or_by_the_user() {
    AmpBuilder plain = new AmpBuilder().entry("WEB-INF/web.xml", "x");

    assertThat(reader(Map.of()).read(plain.zip(folder.resolve("share.war")), Set.of()).tier())
        .isEqualTo(Tier.SHARE);
    assertThat(
            reader(Map.of()).read(plain.zip(folder.resolve("alfresco-share.war")), Set.of()).tier())
        .isEqualTo(Tier.SHARE);
    Path other = plain.zip(folder.resolve("other.war"));
    assertThat(reader(Map.of("other.war", Tier.SHARE)).read(other, Set.of()).tier())
        .isEqualTo(Tier.SHARE);
    assertThatThrownBy(() -> reader(Map.of()).read(other, Set.of()))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("WAR_TIER_UNKNOWN");
  }

  @Test
  void modules_are_read_with_and_without_a_record() {
    WarInventory war =
        read(
            repositoryWar("7", "4", "0")
                .entry(MODULE + "a/module.properties", STATE)
                .entry(MODULE + "a/modifications.install", "add|/WEB-INF/lib/a.jar\n")
                .entry(MODULE + "b/module.properties", STATE.replace("id=a", "id=b"))
                .entry(MODULE + "b/deep/module.properties", "not looked at")
                .entry("WEB-INF/lib/a.jar", "jar"));

    assertThat(war.modules()).extracting(m -> m.id().value()).containsExactly("a", "b");
    InstalledModule a = war.modules().get(0);
    assertThat(a.modifications().orElseThrow().files()).containsOnlyKeys("WEB-INF/lib/a.jar");
    assertThat(a.installDate()).isPresent();
    assertThat(war.modules().get(1).modifications()).isEmpty();
    assertThat(war.findings()).isEmpty();
  }

  @Test
  void broken_state_of_one_module_does_not_hide_the_others() {
    WarInventory war =
        read(
            repositoryWar("7", "4", "0")
                .entry(MODULE + "bad/module.properties", "module.id=bad\n")
                .entry(MODULE + "good/module.properties", STATE));

    assertThat(war.modules()).hasSize(1);
    assertThat(war.findings())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MODULE_STATE_BROKEN);
    assertThat(war.findings().get(0).message()).contains(MODULE + "bad").contains("module.version");
  }

  @Test
  void folder_is_read_like_the_archive_but_contents_only_where_they_are_compared() {
    AmpBuilder builder =
        repositoryWar("7", "4", "0")
            .entry(MODULE + "a/module.properties", STATE)
            .entry(MODULE + "backup/0.bin", "an original may come to light and be compared")
            .entry("x", "x");
    WarInventory packed = read(builder);
    WarInventory exploded =
        reader(Map.of()).read(builder.folder(folder.resolve("alfresco")), Set.of("x"));

    assertThat(exploded.exploded()).isTrue();
    assertThat(exploded.files().keySet()).isEqualTo(packed.files().keySet());
    assertThat(exploded.directories()).isEqualTo(packed.directories());
    assertThat(exploded.modules()).isEqualTo(packed.modules());
    assertThat(exploded.files())
        .containsEntry("x", packed.files().get("x"))
        .containsEntry(MODULE + "backup/0.bin", packed.files().get(MODULE + "backup/0.bin"));
    assertThat(exploded.files().get("WEB-INF/web.xml").crc32()).isEqualTo(Fingerprint.UNREAD);
  }

  @Test
  void module_that_states_itself_in_two_folders_is_the_one_in_its_own() {
    WarInventory war =
        read(
            repositoryWar("7", "4", "0")
                .entry(MODULE + "A-source/module.properties", STATE.replace("1.2", "0.1"))
                .entry(MODULE + "a/module.properties", STATE)
                .entry(MODULE + "a/modifications.install", "add|/WEB-INF/lib/a.jar\n")
                .entry("WEB-INF/lib/a.jar", "jar"));

    assertThat(war.modules()).extracting(InstalledModule::directory).containsExactly(MODULE + "a");
    assertThat(war.findings()).extracting(Problem::code).containsExactly(ProblemCode.MODULE_TWICE);
    assertThat(war.findings().get(0).message()).contains(MODULE + "A-source");
  }

  @Test
  void version_properties_that_cannot_be_read_are_named() {
    AmpBuilder broken =
        repositoryWar("7", "4", "0")
            .entry("WEB-INF/classes/alfresco/version.properties", "version.major=\\u00zz\n");

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("WAR_UNREADABLE")
        .hasMessageContaining("version.properties");
  }

  @Test
  void states_that_would_fill_the_memory_are_refused() {
    AmpBuilder large = repositoryWar("7", "4", "0");
    String record = "add|/x\n".repeat(1 << 20);
    for (int i = 0; i < 6; i++) {
      large
          .entry(MODULE + "m" + i + "/module.properties", STATE.replace("id=a", "id=m" + i))
          .entry(MODULE + "m" + i + "/modifications.install", record);
    }

    Path war = large.folder(folder.resolve("alfresco"));
    assertThatThrownBy(() -> reader(Map.of()).read(war, Set.of()))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("ARCHIVE_UNSAFE")
        .hasMessageContaining("the states of its modules");
  }

  @Test
  void what_an_interrupted_run_had_prepared_is_no_part_of_the_war() {
    Path exploded =
        repositoryWar("7", "4", "0")
            .entry("WEB-INF/.quartermaster/new/1", "prepared")
            .folder(folder.resolve("alfresco"));

    assertThat(reader(Map.of()).read(exploded, Set.of()).files().keySet())
        .noneMatch(path -> path.contains("quartermaster"));
  }

  @Test
  void missing_war_is_named() {
    assertThatThrownBy(() -> reader(Map.of()).read(folder.resolve("none.war"), Set.of()))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("WAR_NOT_FOUND")
        .hasMessageContaining("none.war");
  }

  private WarInventory read(AmpBuilder builder) {
    return reader(Map.of()).read(builder.zip(folder.resolve("a.war")), Set.of());
  }

  private static WarReader reader(Map<String, Tier> tiers) {
    return new WarReader(tiers, ArchiveLimits.DEFAULTS);
  }
}
