package io.github.quartermaster.ebs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.testkit.model.EmulatedPolicy;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dlm.DlmClient;
import software.amazon.awssdk.services.dlm.model.CreateLifecyclePolicyRequest;
import software.amazon.awssdk.services.dlm.model.CrossRegionCopyRule;
import software.amazon.awssdk.services.dlm.model.InvalidRequestException;
import software.amazon.awssdk.services.dlm.model.LifecyclePolicySummary;
import software.amazon.awssdk.services.dlm.model.PolicyDetails;
import software.amazon.awssdk.services.dlm.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dlm.model.Schedule;
import software.amazon.awssdk.services.dlm.model.SettablePolicyStateValues;

/** Data Lifecycle Manager as the real client sees it. */
class PoliciesTest extends WithEmulator {
  private final DlmClient dlm = Clients.dlm(emulator, HOME);

  @AfterEach
  void close() {
    dlm.close();
  }

  @Test
  void a_policy_is_kept_as_it_came_until_it_is_deleted() {
    CreateLifecyclePolicyRequest wanted = policy(24, 3);
    String id = dlm.createLifecyclePolicy(wanted).policyId();

    assertThat(dlm.getLifecyclePolicy(request -> request.policyId(id)).policy())
        .satisfies(
            policy -> {
              assertThat(policy.policyDetails()).isEqualTo(wanted.policyDetails());
              assertThat(policy.tags()).isEqualTo(Map.of("team", "backup"));
              assertThat(policy.stateAsString()).isEqualTo("ENABLED");
            });
    assertThat(dlm.getLifecyclePolicies().policies())
        .extracting(LifecyclePolicySummary::policyId)
        .containsExactly(id);
    assertThat(emulator.account().policies(HOME))
        .extracting(EmulatedPolicy::description)
        .containsExactly("nightly");
    assertThat(emulator.account().policies(AWAY)).isEmpty();

    dlm.deleteLifecyclePolicy(request -> request.policyId(id));
    assertThatThrownBy(() -> dlm.getLifecyclePolicy(request -> request.policyId(id)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void what_the_model_does_not_allow_is_refused() {
    assertThatThrownBy(() -> dlm.createLifecyclePolicy(policy(5, 0)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> dlm.createLifecyclePolicy(policy(24, 4)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () ->
                dlm.createLifecyclePolicy(
                    policy(24, 0).toBuilder().executionRoleArn("scheduler").build()))
        .isInstanceOf(InvalidRequestException.class);
  }

  private static CreateLifecyclePolicyRequest policy(int hours, int copies) {
    return CreateLifecyclePolicyRequest.builder()
        .description("nightly")
        .executionRoleArn("arn:aws:iam::111122223333:role/scheduler")
        .state(SettablePolicyStateValues.ENABLED)
        .tags(Map.of("team", "backup"))
        .policyDetails(
            PolicyDetails.builder()
                .schedules(
                    Schedule.builder()
                        .name("A \"name\"")
                        .createRule(rule -> rule.interval(hours).intervalUnit("HOURS"))
                        .retainRule(rule -> rule.count(7))
                        .crossRegionCopyRules(
                            IntStream.range(0, copies)
                                .mapToObj(
                                    number ->
                                        CrossRegionCopyRule.builder()
                                            .target("eu-west-" + number)
                                            .encrypted(false)
                                            .build())
                                .toList())
                        .build())
                .build())
        .build();
  }
}
