package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Region;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dlm.model.CrossRegionCopyRule;
import software.amazon.awssdk.services.dlm.model.GettablePolicyStateValues;
import software.amazon.awssdk.services.dlm.model.PolicyDetails;
import software.amazon.awssdk.services.dlm.model.Schedule;
import software.amazon.awssdk.services.dlm.model.Tag;

class DlmDetailsTest {
  private static final LifecyclePolicy POLICY =
      new LifecyclePolicy(
          "eu-west-1 us-west-2",
          "arn:aws:iam::111122223333:role/scheduler",
          new LifecycleSchedule.Every(12, LocalTime.of(3, 0)),
          14,
          List.of(
              new LifecyclePolicy.Copy(new Region("eu-west-1"), false, null, 7),
              new LifecyclePolicy.Copy(
                  new Region("us-west-2"), true, "arn:aws:kms:us-west-2:1:key/1", 7)));

  @Test
  void what_was_written_is_read_as_the_same() {
    assertThat(found(schedule -> schedule).settings()).isEqualTo(POLICY.settings());
  }

  @Test
  void what_the_cloud_adds_of_its_own_is_no_difference() {
    FoundPolicy found =
        found(
            schedule ->
                schedule.toBuilder()
                    .createRule(schedule.createRule().toBuilder().location("CLOUD").build())
                    .tagsToAdd(List.of())
                    .variableTags(List.of())
                    .shareRules(List.of())
                    .crossRegionCopyRules(
                        // in another order, and as older policies name the region
                        old(schedule.crossRegionCopyRules().get(1)),
                        old(schedule.crossRegionCopyRules().get(0)))
                    .build());

    assertThat(found.settings()).isEqualTo(POLICY.settings());
  }

  @Test
  void a_schedule_without_copies_is_the_same_whether_the_list_is_there_or_not() {
    LifecyclePolicy plain =
        new LifecyclePolicy("no copies", POLICY.role(), POLICY.schedule(), 7, List.of());

    FoundPolicy found =
        found(
            plain,
            schedule ->
                schedule.toBuilder()
                    .crossRegionCopyRules((Collection<CrossRegionCopyRule>) null)
                    .build());

    assertThat(found.settings()).isEqualTo(plain.settings());
  }

  @Test
  void what_our_policies_do_not_say_is_told() {
    FoundPolicy tagged =
        found(
            schedule ->
                schedule.toBuilder().tagsToAdd(Tag.builder().key("a").value("b").build()).build());
    FoundPolicy untagged = found(schedule -> schedule.toBuilder().copyTags(false).build());

    assertThat(tagged.settings()).containsKey("besides");
    assertThat(untagged.settings()).containsKey("besides");
  }

  private static CrossRegionCopyRule old(CrossRegionCopyRule rule) {
    return rule.toBuilder().targetRegion(rule.target()).target(null).build();
  }

  private static FoundPolicy found(UnaryOperator<Schedule> change) {
    return found(POLICY, change);
  }

  private static FoundPolicy found(LifecyclePolicy policy, UnaryOperator<Schedule> change) {
    PolicyDetails details = DlmDetails.of(policy);
    return DlmDetails.found(
        new PolicyId("policy-0a"),
        software.amazon.awssdk.services.dlm.model.LifecyclePolicy.builder()
            .state(GettablePolicyStateValues.ENABLED)
            .executionRoleArn(policy.role())
            .tags(Map.of(OurTags.HANDOVER, policy.group()))
            .policyDetails(
                details.toBuilder().schedules(change.apply(details.schedules().get(0))).build())
            .build());
  }
}
