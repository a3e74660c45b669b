package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Severity;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RehearsalTest {
  private static final RunId RUN = new RunId("42");
  private static final Region HOME = new Region("us-east-1");
  private static final Region WEST = new Region("us-west-1");
  private static final Region EUROPE = new Region("eu-west-1");

  private final TestStorage storage = new TestStorage();
  private final Rehearsal rehearsal =
      new Rehearsal(storage, new Patience(new TestTimeline(), Duration.ofMinutes(1)));

  @Test
  void each_region_and_kind_of_call_is_asked_for_once() {
    PlannedVolume one = volume("vol-1", null, WEST, EUROPE);
    PlannedVolume two = volume("vol-2", null, WEST);
    PlannedVolume member = volume("vol-3", null);
    List<PlannedSet> sets = List.of(set("i-1", "vol-3"), set("i-2", "vol-4"));
    assertThat(problems(plan(sets, one, two, member, volume("vol-4", null)))).isEmpty();
    assertThat(storage.rehearsed)
        .extracting(creation -> creation.region() + " " + creation.call())
        .containsExactlyInAnyOrder(
            "us-east-1 CREATE_SNAPSHOT",
            "us-east-1 CREATE_SNAPSHOT_SET",
            "us-west-1 COPY_SNAPSHOT",
            "eu-west-1 COPY_SNAPSHOT");
  }

  @Test
  void what_is_there_already_is_not_asked_for() {
    problems(plan(List.of(), volume("vol-1", snapshot("snap-1", HOME))));
    assertThat(storage.rehearsed).isEmpty();
  }

  @Test
  void copy_is_asked_for_with_a_snapshot_that_can_be_copied() {
    BackupPlan plan = plan(List.of(), volume("vol-1", null, WEST));
    rehearsal.problems(plan, List.of(snapshot("snap-9", WEST), snapshot("snap-1", HOME)));
    assertThat(copySource()).isEqualTo(new SnapshotId("snap-1"));
  }

  @Test
  void copy_is_asked_for_also_where_nothing_can_be_copied_yet() {
    storage.allowed.put(Call.COPY_SNAPSHOT, refused(Refused.Reason.NOT_FOUND));
    assertThat(problems(plan(List.of(), volume("vol-1", null, WEST)))).isEmpty();
    assertThat(copySource().value()).startsWith("snap-0");
  }

  @Test
  void missing_permission_names_what_to_allow_and_where() {
    storage.allowed.put(Call.COPY_SNAPSHOT, refused(Refused.Reason.PERMISSION));
    BackupPlan plan = plan(List.of(), volume("vol-1", null, WEST, EUROPE));
    BackupPlan checked = plan.withProblems(problems(plan));
    assertThat(checked.isRefused()).isTrue();
    assertThat(checked.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "PERMISSION_DENIED: tried to ask whether to copy snapshots from us-east-1 to us-west-1"
                + " is allowed; the cloud's words. Allow these credentials to copy snapshots from"
                + " us-east-1 to us-west-1, and to tag what they make",
            "PERMISSION_DENIED: tried to ask whether to copy snapshots from us-east-1 to eu-west-1"
                + " is allowed; the cloud's words. Allow these credentials to copy snapshots from"
                + " us-east-1 to eu-west-1, and to tag what they make");
  }

  @Test
  void refused_credentials_end_everything() {
    storage.allowed.put(Call.CREATE_SNAPSHOT, refused(Refused.Reason.CREDENTIALS));
    assertThatThrownBy(() -> problems(plan(List.of(), volume("vol-1", null))))
        .isInstanceOf(EbsException.class)
        .hasMessageStartingWith("CREDENTIALS_REFUSED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Refused.Reason.class,
      names = {"QUOTA", "INVALID"})
  void what_may_pass_until_it_is_done_is_a_warning(Refused.Reason reason) {
    storage.allowed.put(Call.CREATE_SNAPSHOT, refused(reason));
    assertThat(problems(plan(List.of(), volume("vol-1", null))))
        .extracting(Problem::severity)
        .containsExactly(Severity.WARNING);
  }

  private List<Problem> problems(BackupPlan plan) {
    return rehearsal.problems(plan, List.of());
  }

  private SnapshotId copySource() {
    return storage.rehearsed.stream()
        .filter(Creation.Copy.class::isInstance)
        .map(creation -> ((Creation.Copy) creation).source())
        .findFirst()
        .orElseThrow();
  }

  private static Answer<Creation> refused(Refused.Reason reason) {
    return new Refused<>(reason, "the cloud's words");
  }

  private static BackupPlan plan(List<PlannedSet> sets, PlannedVolume... volumes) {
    BigDecimal none = BigDecimal.ZERO;
    CostEstimate cost = new CostEstimate(none, none, none, none, none, "USD");
    return new BackupPlan(RUN, List.of(volumes), sets, cost, List.of());
  }

  private static PlannedVolume volume(
      String id, @Nullable Snapshot existing, Region... destinations) {
    VolumeId volume = new VolumeId(id);
    return new PlannedVolume(
        new VolumeSpec(volume, "", Arrays.asList(destinations), 0),
        HOME,
        null,
        Token.ofVolume(RUN, volume),
        "",
        Map.of(),
        existing,
        true,
        Arrays.stream(destinations)
            .map(
                to ->
                    new PlannedCopy(
                        Token.ofCopy(RUN, volume, to),
                        to,
                        HOME,
                        false,
                        null,
                        null,
                        "",
                        Map.of(),
                        null,
                        true))
            .toList(),
        List.of());
  }

  private static PlannedSet set(String instance, String volume) {
    InstanceId id = new InstanceId(instance);
    Creation.OfInstance creation = new Creation.OfInstance(HOME, id, false, Set.of(), "", Map.of());
    return new PlannedSet(Token.ofInstance(RUN, id), creation, List.of(new VolumeId(volume)));
  }

  private static Snapshot snapshot(String id, Region region) {
    return new Snapshot(
        new SnapshotId(id),
        region,
        new VolumeId("vol-1"),
        "completed",
        "",
        100,
        Instant.EPOCH,
        null,
        8,
        false,
        null,
        "",
        Map.of());
  }
}
