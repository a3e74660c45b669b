package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** When the next backup of a volume is incremental. */
class BackupBaseTest {
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void the_first_backup_is_full() {
    assertThat(BackupBase.isThere(List.of(), at(5), 10)).isFalse();
  }

  @Test
  void the_second_backup_is_incremental() {
    assertThat(BackupBase.isThere(List.of(backup(1, "available", 10, false)), at(5), 10)).isTrue();
  }

  @Test
  void a_volume_that_has_grown_is_backed_up_in_full() {
    assertThat(BackupBase.isThere(List.of(backup(1, "available", 9, false)), at(5), 10)).isFalse();
  }

  @Test
  void nothing_is_built_on_what_is_not_whole() {
    for (String state : List.of("creating", "error", "deleting", "restoring", "error_deleting")) {
      assertThat(
              BackupBase.isThere(
                  List.of(backup(2, state, 10, false), backup(1, "available", 10, false)),
                  at(5),
                  10))
          .as(state)
          .isFalse();
    }
  }

  @Test
  void a_backup_that_is_newer_than_the_snapshot_is_passed_over_as_by_the_cloud() {
    List<Json> backups = List.of(backup(9, "error", 10, false), backup(1, "available", 10, false));

    assertThat(BackupBase.isThere(backups, at(5), 10)).isTrue();
  }

  @Test
  void a_chain_of_seven_ends_with_a_full_one() {
    List<Json> chain = new ArrayList<>(List.of(backup(0, "available", 10, false)));
    for (int day = 1; day < BackupBase.LONGEST_CHAIN; day++) {
      assertThat(BackupBase.isThere(chain, at(day), 10)).as("day %s", day).isTrue();
      chain.add(backup(day, "available", 10, true));
    }
    assertThat(BackupBase.isThere(chain, at(BackupBase.LONGEST_CHAIN), 10)).isFalse();
    chain.add(backup(BackupBase.LONGEST_CHAIN, "available", 10, false));
    assertThat(BackupBase.isThere(chain, at(BackupBase.LONGEST_CHAIN + 1), 10)).isTrue();
  }

  @Property
  void the_order_in_which_a_cloud_lists_backups_does_not_matter(
      @ForAll @IntRange(min = 1, max = 12) int length, @ForAll long seed) {
    List<Json> chain = new ArrayList<>();
    for (int day = 0; day < length; day++) {
      chain.add(backup(day, "available", 10, day % BackupBase.LONGEST_CHAIN != 0));
    }
    List<Json> shuffled = new ArrayList<>(chain);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(BackupBase.isThere(shuffled, at(length), 10))
        .isEqualTo(length % BackupBase.LONGEST_CHAIN != 0);
  }

  private static Instant at(int day) {
    return START.plusSeconds(day * 86_400L);
  }

  private static Json backup(int day, String state, long sizeGib, boolean incremental) {
    return DescriptionsTest.json(
        "{'id':'b%d','status':'%s','size':%d,'is_incremental':%b,'object_count':200,'data_timestamp':'%s'}"
            .formatted(
                day, state, sizeGib, incremental, at(day).toString().replace("Z", ".000000")));
  }
}
