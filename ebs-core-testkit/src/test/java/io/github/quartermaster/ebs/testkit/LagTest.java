package io.github.quartermaster.ebs.testkit;

import static io.github.quartermaster.ebs.testkit.Clients.filter;
import static io.github.quartermaster.ebs.testkit.Clients.snapshotTags;
import static io.github.quartermaster.ebs.testkit.Clients.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.Lag;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;

/** What is new and cannot be seen yet. */
class LagTest extends WithEmulator {

  @Test
  void new_snapshot_is_unknown_by_its_id_for_some_looks() {
    emulator.account().lag(Lag.ofLooks(2), Lag.NONE, Lag.NONE);
    String id = snapshot();

    assertRefused(() -> described(home, id), 400, "InvalidSnapshot.NotFound");
    assertThat(found(filter("volume-id", VOLUME))).isOne();
    assertThat(found(filter("snapshot-id", id))).isZero();
    assertThat(found(filter("snapshot-id", id))).isOne();
    assertThat(described(home, id).snapshotId()).isEqualTo(id);
  }

  @Test
  void new_snapshot_is_unknown_by_its_tag_for_some_looks() {
    emulator.account().lag(Lag.NONE, Lag.ofLooks(2), Lag.NONE);
    String id =
        home.createSnapshot(
                request ->
                    request.volumeId(VOLUME).tagSpecifications(snapshotTags(Map.of("run", "7"))))
            .snapshotId();

    assertThat(found(filter("tag:run", "7"))).isZero();
    assertThat(found(filter("tag:run", "8"))).isZero();
    assertThat(described(home, id).tags()).containsExactly(tag("run", "7"));
    assertThat(found(filter("tag:run", "7"))).isZero();
    assertThat(found(filter("tag:run", "7"))).isOne();
  }

  @Test
  void new_snapshot_is_unknown_for_some_time() {
    Lag lag = Lag.ofTime(Duration.ofSeconds(10));
    emulator.account().lag(lag, lag, Lag.NONE);
    String id = snapshot();
    emulator.clock().advance(Duration.ofSeconds(9));
    assertRefused(() -> described(home, id), 400, "InvalidSnapshot.NotFound");
    assertRefused(() -> copy(id), 400, "InvalidSnapshot.NotFound");
    assertThat(found(filter("volume-id", VOLUME))).isZero();

    emulator.clock().advance(Duration.ofSeconds(1));

    assertThat(described(home, id).snapshotId()).isEqualTo(id);
    assertThat(found(filter("volume-id", VOLUME))).isOne();
  }

  @Test
  void new_tag_is_not_there_yet_while_those_from_the_making_are() {
    emulator.account().lag(Lag.NONE, Lag.NONE, Lag.ofTime(Duration.ofSeconds(10)));
    String id =
        home.createSnapshot(
                request ->
                    request.volumeId(VOLUME).tagSpecifications(snapshotTags(Map.of("run", "7"))))
            .snapshotId();
    home.createTags(request -> request.resources(id).tags(tag("late", "yes")));

    assertThat(described(home, id).tags()).containsExactly(tag("run", "7"));
    assertThat(found(filter("tag:late", "yes"))).isZero();

    emulator.clock().advance(Duration.ofSeconds(10));

    assertThat(described(home, id).tags()).contains(tag("late", "yes"));
    assertThat(found(filter("tag:late", "yes"))).isOne();
  }

  private int found(Filter filter) {
    return home.describeSnapshots(request -> request.filters(filter)).snapshots().size();
  }
}
