package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VolumeSpec;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import io.github.quartermaster.ebs.testkit.model.EmulatedPolicy;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handing over on the real adapter, whatever happens to its requests. */
@Tag("thorough")
class HandoverTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/scheduler";
  private static final String OTHER_ROLE = "arn:aws:iam::111122223333:role/other";
  private static final LifecycleSchedule NIGHTLY =
      new LifecycleSchedule.Every(24, LocalTime.of(3, 0));

  @TempDir private Path folder;

  private final EmulatedCloud cloud = new EmulatedCloud();
  private Path file;

  @BeforeEach
  void prepare() throws IOException {
    file = folder.resolve("volumes.csv");
    write(CONTENT, INDEX, LOGS);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> requests() {
    return PassingFaults.at(
        "GetLifecyclePolicies", "CreateLifecyclePolicy", "UpdateLifecyclePolicy", "DeleteTags");
  }

  @Test
  void each_set_of_destinations_has_a_policy_and_each_volume_its_tag() {
    HandoverResult result = handOver(rules());

    assertThat(result.problems()).isEmpty();
    assertThat(policies())
        .extracting(EmulatedPolicy::description)
        .containsExactlyInAnyOrder(
            "Quartermaster eu-west-1 us-west-2",
            "Quartermaster us-west-2",
            "Quartermaster no copies");
    assertThat(policies()).extracting(EmulatedPolicy::state).containsOnly("ENABLED");
    assertThat(tags(CONTENT))
        .containsEntry(OurTags.HANDOVER, "eu-west-1 us-west-2")
        .containsEntry(OurTags.SOURCE_VOLUME, CONTENT.id().value());
    assertThat(tags(LOGS)).containsEntry(OurTags.HANDOVER, "no copies");
    assertThat(policy("Quartermaster us-west-2").details())
        .contains(
            "\"Interval\":24",
            "\"Times\":[\"03:00\"]",
            "\"Count\":7",
            "\"Target\":\"us-west-2\"",
            "\"IntervalUnit\":\"DAYS\"",
            "\"CopyTags\":true");
  }

  @Test
  void a_plan_changes_nothing() {
    assertThat(cloud.planHandover(new HandoverRequest(file, HOME, rules())).changes()).hasSize(6);

    assertThat(cloud.ec2().requests())
        .allMatch(request -> request.action().matches("Describe.*|Get.*"));
  }

  @Test
  void a_second_handover_finds_nothing_to_change() {
    handOver(rules());
    int requests = cloud.ec2().requests().size();

    HandoverResult second = handOver(rules());

    assertThat(second.plan().changes()).isEmpty();
    assertThat(second.plan().steps()).hasSize(6);
    assertThat(second.changed()).isFalse();
    assertThat(cloud.ec2().requests().subList(requests, cloud.ec2().requests().size()))
        .allMatch(request -> request.action().matches("Describe.*|Get.*"));
  }

  @Test
  void with_cron_and_keys_too() {
    String key = "arn:aws:kms:us-west-2:111122223333:key/5b";
    cloud.ec2().account().add(EmulatedKey.of(WEST.name(), key).withAlias("alias/backup"));
    write(INDEX, LOGS);
    HandoverRules rules =
        new HandoverRules(
            ROLE, new LifecycleSchedule.Cron("cron(0 3 * * ? *)"), 12, 30, false, "alias/backup");

    assertThat(handOver(rules).problems()).isEmpty();
    assertThat(policy("Quartermaster us-west-2").details())
        .contains("\"CmkArn\":\"" + key + "\"", "cron(0 3 * * ? *)", "\"Encrypted\":true");
    assertThat(handOver(rules).plan().changes()).isEmpty();
  }

  @Test
  void what_is_other_than_wanted_is_shown_and_changed() {
    handOver(rules());

    HandoverResult result = handOver(new HandoverRules(OTHER_ROLE, NIGHTLY, 14, null, false, null));

    HandoverStep changed = result.plan().changes().get(0);
    assertThat(changed.differences())
        .contains(
            new HandoverStep.Difference("role", ROLE, OTHER_ROLE),
            new HandoverStep.Difference("keep", "7 of each volume", "14 of each volume"));
    assertThat(policies()).hasSize(3).extracting(EmulatedPolicy::role).containsOnly(OTHER_ROLE);
  }

  @Test
  void a_policy_that_somebody_disabled_or_changed_is_put_right() {
    handOver(rules());
    String id = policy("Quartermaster no copies").id();
    cloud.ec2().account().setPolicyState(HOME.name(), id, "DISABLED", "");

    HandoverResult result = handOver(rules());

    assertThat(result.plan().changes())
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.differences())
                    .containsExactly(new HandoverStep.Difference("state", "disabled", "enabled")));
    assertThat(policy("Quartermaster no copies").state()).isEqualTo("ENABLED");
  }

  @Test
  void a_policy_that_cannot_be_carried_out_is_told() {
    handOver(rules());
    String id = policy("Quartermaster no copies").id();
    cloud.ec2().account().setPolicyState(HOME.name(), id, "ERROR", "Role not found");

    assertThat(handOver(rules()).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_ODD);
              assertThat(problem.message()).contains("cannot be carried out: Role not found");
            });
  }

  @Test
  void a_volume_that_is_not_named_any_more_is_let_go_and_its_policy_told() {
    handOver(rules());
    write(CONTENT, LOGS);

    HandoverResult result = handOver(rules());

    assertThat(tags(INDEX)).doesNotContainKeys(OurTags.HANDOVER, OurTags.SOURCE_VOLUME);
    assertThat(policies()).hasSize(3);
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("(us-west-2) in us-east-1; no volume of the file is for it"));
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("requests")
  void what_passes_makes_everything_once(String action, String name, int times, Fault fault)
      throws IOException {
    if (!action.equals("CreateLifecyclePolicy")) {
      // so that there is something to read, to change and to let go
      write(INDEX, LOGS);
      handOver(new HandoverRules(OTHER_ROLE, NIGHTLY, 7, null, false, null));
      write(CONTENT, INDEX);
    }
    cloud.next(action, times, fault);

    HandoverResult result = handOver(rules());

    assertThat(result.problems()).filteredOn(Problem::isError).isEmpty();
    assertThat(policies())
        .hasSize(3)
        .extracting(EmulatedPolicy::description)
        .doesNotHaveDuplicates();
    assertThat(cloud.ec2().requests(action)).hasSizeGreaterThanOrEqualTo(1);
    assertThat(handOver(rules()).plan().changes()).isEmpty();
  }

  @Test
  void what_is_not_allowed_fails_and_the_rest_goes_on() {
    cloud.ec2().account().deny("CreateLifecyclePolicy");

    HandoverResult result = handOver(rules());

    assertThat(result.outcomes()).hasSize(6);
    assertThat(result.outcomes().stream().flatMap(each -> each.problem().stream()))
        .hasSize(3)
        .extracting(Problem::code)
        .containsOnly(ProblemCode.PERMISSION_DENIED);
    assertThat(tags(LOGS)).containsKey(OurTags.HANDOVER);
  }

  @Test
  void more_than_three_destinations_are_refused_and_nothing_is_changed() throws IOException {
    Files.writeString(file, LOGS.id() + ", Logs, us-west-1, us-west-2, eu-west-1, eu-west-2\n");

    HandoverResult result = handOver(rules());

    assertThat(result.outcomes()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.HANDOVER_IMPOSSIBLE);
              assertThat(problem.message()).contains("4 regions, and the scheduler copies to 3");
            });
    assertThat(policies()).isEmpty();
    assertThat(tags(LOGS)).doesNotContainKey(OurTags.HANDOVER);
  }

  @Test
  void a_line_that_is_not_understood_lets_no_volume_go() throws IOException {
    handOver(rules());
    Files.writeString(file, CONTENT.id() + ", Content\nwhat, is, this line?\n");

    assertThatThrownBy(() -> handOver(rules())).isInstanceOf(EbsException.class);
    assertThat(tags(INDEX)).containsKey(OurTags.HANDOVER);
  }

  @Test
  void what_the_policies_have_made_is_listed_by_its_volume() {
    EmulatedSnapshot made =
        EmulatedSnapshot.of(
                HOME.name(), "snap-0d", CONTENT.id().value(), 8, cloud.ec2().clock().instant())
            .withTag("aws:dlm:lifecycle-policy-id", "policy-0a")
            .withTag(OurTags.HANDOVER, "us-west-2")
            .withTag(OurTags.SOURCE_VOLUME, CONTENT.id().value());
    EmulatedSnapshot copy =
        EmulatedSnapshot.of(
                WEST.name(), "snap-0e", "vol-ffffffff", 8, cloud.ec2().clock().instant())
            .withTag(OurTags.HANDOVER, "us-west-2")
            .withTag(OurTags.SOURCE_VOLUME, CONTENT.id().value());
    cloud.ec2().account().add(made).add(copy);

    assertThat(cloud.list(new ListRequest(List.of(), null)).snapshots())
        .hasSize(2)
        .extracting(Snapshot::sourceVolume)
        .containsOnly(CONTENT.id());
  }

  private void write(VolumeSpec... volumes) {
    String lines =
        Stream.of(volumes)
            .map(
                volume ->
                    volume.id()
                        + ", "
                        + volume.description()
                        + volume.destinations().stream()
                            .map(region -> ", " + region)
                            .collect(Collectors.joining())
                        + "\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HandoverResult handOver(HandoverRules rules) {
    return cloud.handover(new HandoverRequest(file, HOME, rules));
  }

  private static HandoverRules rules() {
    return new HandoverRules(ROLE, NIGHTLY, 7, null, false, null);
  }

  private List<EmulatedPolicy> policies() {
    return cloud.ec2().account().policies(HOME.name());
  }

  private EmulatedPolicy policy(String description) {
    return policies().stream()
        .filter(policy -> policy.description().equals(description))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> tags(VolumeSpec volume) {
    return cloud.ec2().account().volumes(HOME.name()).stream()
        .filter(each -> each.id().equals(volume.id().value()))
        .map(EmulatedVolume::tags)
        .findFirst()
        .orElseThrow();
  }
}
