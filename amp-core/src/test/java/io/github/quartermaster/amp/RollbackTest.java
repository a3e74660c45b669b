package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.shareWar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarRollback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Back to what a WAR was. */
class RollbackTest {
  @TempDir Path folder;
  private final Ticking clock = new Ticking();
  private final Amps door = new Amps(AmpListener.SILENT, clock);
  private Path war;

  private void war(String kind) {
    Path webapps = folder.resolve("webapps");
    war =
        kind.equals("packed")
            ? repositoryWar("23", "2", "1").zip(webapps.resolve("alfresco.war"))
            : repositoryWar("23", "2", "1").folder(webapps.resolve("alfresco"));
  }

  private void apply(String version) {
    amp("a", version)
        .entry("lib/a-" + version + ".jar", "jar " + version)
        .entry("config/alfresco/extension/" + version + "/x.xml", version)
        .zip(folder.resolve("amps/a.amp"));
    ApplyResult result =
        door.apply(
            ApplyRequest.builder(AmpSources.directories(folder.resolve("amps")), List.of(war))
                .build());
    assertThat(result.changed()).isTrue();
  }

  private RollbackResult rollback(@Nullable String backup) {
    return door.rollback(new RollbackRequest(List.of(war), backup, WriteSettings.DEFAULT));
  }

  private Map<String, String> texts() {
    return WarFiles.of(war).texts();
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void newest_backup_comes_back_and_the_next_rollback_takes_that_back(String kind) {
    war(kind);
    apply("1");
    Map<String, String> one = texts();
    apply("2");
    Map<String, String> two = texts();

    RollbackResult result = rollback(null);

    assertThat(result.changed()).isTrue();
    assertThat(texts()).isEqualTo(one);
    assertThat(result.wars().get(0).backup()).isPresent();
    assertThat(result.rollbacks().get(0).modules().toString())
        .isEqualTo("[ModuleChange[module=a, before=2, after=1]]");
    assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.DOWNGRADE);
    assertThat(result.problems().get(0).message()).contains("takes modules back: a from 2 to 1;");

    assertThat(rollback(null).problems()).isEmpty();
    assertThat(texts()).isEqualTo(two);
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void backup_can_be_named_by_its_time_and_a_war_that_is_it_already_stays_untouched(String kind)
      throws IOException {
    war(kind);
    Map<String, String> bare = texts();
    apply("1");
    apply("2");
    List<BackupFile> backups =
        door.planRollback(new RollbackRequest(List.of(war), null, WriteSettings.DEFAULT))
            .get(0)
            .backups();
    assertThat(backups).hasSize(2);
    assertThat(backups.get(0).made().orElseThrow()).isAfter(backups.get(1).made().orElseThrow());
    String oldest = backups.get(1).file().getFileName().toString();
    String time = oldest.replaceFirst(".*(\\d{8}T\\d{6}Z).*", "$1");

    RollbackResult result = rollback(time);
    assertThat(texts()).isEqualTo(bare);
    assertThat(result.problems()).as("a module that is gone is no downgrade").isEmpty();

    List<String> before = files();
    RollbackResult again = rollback(oldest);
    assertThat(again.changed()).isFalse();
    assertThat(again.rollbacks().get(0).changed()).isFalse();
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "exploded"})
  void backup_that_is_put_back_outlives_the_pruning(String kind) {
    war(kind);
    apply("1");
    apply("2");
    apply("3");
    WriteSettings two = WriteSettings.DEFAULT.withKeepBackups(2);
    List<BackupFile> backups =
        door.planRollback(new RollbackRequest(List.of(war), null, two)).get(0).backups();
    BackupFile oldest = backups.get(2);

    door.rollback(new RollbackRequest(List.of(war), oldest.file().getFileName().toString(), two));

    assertThat(oldest.file()).exists();
    assertThat(backups.get(1).file()).doesNotExist();
  }

  @Test
  void packed_war_is_the_backup_byte_by_byte_and_no_second_name_of_it() throws IOException {
    war("packed");
    byte[] before = Files.readAllBytes(war);
    apply("1");

    Path backup = rollback(null).rollbacks().get(0).chosen().orElseThrow().file();

    assertThat(war).hasBinaryContent(before);
    assertThat(
            Files.readAttributes(war, java.nio.file.attribute.BasicFileAttributes.class).fileKey())
        .isNotEqualTo(
            Files.readAttributes(backup, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey());
  }

  @Test
  void war_that_is_broken_or_gone_is_put_back() throws IOException {
    war("packed");
    byte[] before = Files.readAllBytes(war);
    apply("1");

    Files.writeString(war, "half a WAR");
    RollbackResult broken = rollback(null);
    assertThat(war).hasBinaryContent(before);
    assertThat(broken.wars().get(0).backup().orElseThrow()).hasContent("half a WAR");

    Files.delete(war);
    RollbackResult gone = rollback(broken.rollbacks().get(0).chosen().orElseThrow().file() + "");
    assertThat(war).hasBinaryContent(before);
    assertThat(gone.wars().get(0).backup()).isEmpty();
  }

  @Test
  void two_wars_go_back_together_or_not_at_all() throws IOException {
    war("packed");
    apply("1");
    Path share = shareWar("23.2.1").zip(folder.resolve("webapps/share.war"));
    byte[] before = Files.readAllBytes(war);

    RollbackResult refused =
        door.rollback(new RollbackRequest(List.of(war, share), null, WriteSettings.DEFAULT));

    assertThat(refused.changed()).isFalse();
    assertThat(refused.problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("BACKUP_NOT_FOUND: tried to find a backup of " + share + "; there is none");
    assertThat(war).hasBinaryContent(before);
  }

  @Test
  void name_that_means_no_backup_or_several_is_answered_with_those_there_are() {
    war("packed");
    apply("1");
    apply("2");

    assertThat(rollback("2019").problems().get(0).toString())
        .contains("there is none of that name. Name one of alfresco.war.20261122T");
    assertThat(rollback("alfresco").problems().get(0).message())
        .endsWith("2 have that in their names");
  }

  @Test
  void backup_that_is_no_war_is_refused_before_anything_is_done() throws IOException {
    war("packed");
    apply("1");
    byte[] before = Files.readAllBytes(war);
    Path backup = plan().backups().get(0).file();
    Files.writeString(backup, "damaged");

    assertThatThrownBy(() -> rollback(null))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("WAR_UNREADABLE")
        .hasMessageContaining(backup.toString());
    assertThat(war).hasBinaryContent(before);
  }

  private WarRollback plan() {
    return door.planRollback(new RollbackRequest(List.of(war), null, WriteSettings.DEFAULT)).get(0);
  }

  private List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        files.add(path + " " + Files.getLastModifiedTime(path));
      }
    }
    return files;
  }

  /** A minute goes by at every look. */
  private static final class Ticking extends Clock implements InstantSource {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofMinutes(1));
      return now;
    }
  }
}
