package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DlmPoliciesTest extends PointedAtEmulator {
  private static final LifecyclePolicy POLICY = policy(7);

  @Test
  void a_policy_that_was_made_is_found_and_read_and_changed() {
    PolicyId id = done(policies().create(HOME, POLICY));

    assertThat(done(policies().ours(HOME))).containsExactly(id);
    assertThat(done(policies().ours(AWAY))).isEmpty();
    assertThat(done(policies().policy(HOME, id)).settings()).isEqualTo(POLICY.settings());

    assertThat(done(policies().update(HOME, id, policy(14)))).isEqualTo(id);
    assertThat(done(policies().policy(HOME, id)).settings()).isEqualTo(policy(14).settings());
  }

  @Test
  void one_that_is_not_there_cannot_be_changed() {
    assertThat(policies().update(HOME, new PolicyId("policy-0"), POLICY))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
  }

  @Test
  void tags_of_a_volume_come_and_go() {
    done(policies().tag(HOME, VOLUME, Map.of(OurTags.HANDOVER, "no copies", "a", "b")));
    assertThat(tags()).containsEntry(OurTags.HANDOVER, "no copies");

    done(policies().untag(HOME, VOLUME, Set.of(OurTags.HANDOVER)));
    assertThat(tags()).doesNotContainKey(OurTags.HANDOVER).containsEntry("a", "b");
  }

  @Test
  void too_many_policies_are_a_limit_and_not_waited_for_though_the_status_is_429() {
    ec2.faults().next("CreateLifecyclePolicy", Fault.error("LimitExceededException"));
    assertThat(policies().create(HOME, POLICY))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.QUOTA));

    ec2.faults().next("CreateLifecyclePolicy", Fault.error(429, "Whatever", "Slower."));
    assertThat(policies().create(HOME, POLICY)).isInstanceOf(Wait.class);
  }

  @Test
  void a_change_that_is_answered_with_silence_or_with_nonsense_is_in_doubt() {
    PolicyId id = done(policies().create(HOME, POLICY));
    reconnect(Duration.ofMillis(500));

    for (Fault fault :
        List.of(Fault.silence(), Fault.reset(), Fault.answerLost(), Fault.html(200))) {
      ec2.faults().next("UpdateLifecyclePolicy", fault);
      Answer<PolicyId> answer = policies().update(HOME, id, POLICY);
      assertThat(answer).as(fault.toString()).isInstanceOf(Ambiguous.class);
    }
  }

  @Test
  void a_change_that_is_answered_with_nothing_is_done() {
    PolicyId id = done(policies().create(HOME, POLICY));
    ec2.faults().next("UpdateLifecyclePolicy", Fault.rewrite(body -> ""));

    assertThat(done(policies().update(HOME, id, policy(14)))).isEqualTo(id);
  }

  private LifecyclePolicies policies() {
    return storage.policies();
  }

  private Map<String, String> tags() {
    return ec2.account().volumes(HOME.name()).get(0).tags();
  }

  private static LifecyclePolicy policy(int keep) {
    return new LifecyclePolicy(
        "us-west-2",
        "arn:aws:iam::111122223333:role/scheduler",
        new LifecycleSchedule.Every(24, LocalTime.of(3, 0)),
        keep,
        List.of(new LifecyclePolicy.Copy(AWAY, false, null, 7)));
  }
}
