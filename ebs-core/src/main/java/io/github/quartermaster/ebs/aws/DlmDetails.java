package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Region;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dlm.model.CreateRule;
import software.amazon.awssdk.services.dlm.model.CrossRegionCopyRetainRule;
import software.amazon.awssdk.services.dlm.model.CrossRegionCopyRule;
import software.amazon.awssdk.services.dlm.model.GettablePolicyStateValues;
import software.amazon.awssdk.services.dlm.model.IntervalUnitValues;
import software.amazon.awssdk.services.dlm.model.PolicyDetails;
import software.amazon.awssdk.services.dlm.model.PolicyTypeValues;
import software.amazon.awssdk.services.dlm.model.ResourceTypeValues;
import software.amazon.awssdk.services.dlm.model.RetainRule;
import software.amazon.awssdk.services.dlm.model.RetentionIntervalUnitValues;
import software.amazon.awssdk.services.dlm.model.Schedule;
import software.amazon.awssdk.services.dlm.model.ShareRule;
import software.amazon.awssdk.services.dlm.model.Tag;

/**
 * Policies in DLM's words. A policy of ours has one schedule, which hands the volume's tags down to
 * snapshots and copies, since a copy would else not tell what it is of. Forms and lengths are from
 * the API reference of Amazon Data Lifecycle Manager.
 */
final class DlmDetails {
  private static final String NAME = "Quartermaster";

  /** What is said of a setting that our policies do not have. */
  private static final String BESIDES = "besides";

  private DlmDetails() {}

  /** Letters, digits, blanks, underscores and hyphens, 500 at most. */
  static String description(LifecyclePolicy policy) {
    return NAME + " " + policy.group();
  }

  static PolicyDetails of(LifecyclePolicy policy) {
    return PolicyDetails.builder()
        .policyType(PolicyTypeValues.EBS_SNAPSHOT_MANAGEMENT)
        .resourceTypes(ResourceTypeValues.VOLUME)
        .targetTags(target(policy.group()))
        .schedules(
            Schedule.builder()
                .name(NAME)
                .copyTags(true)
                .createRule(rule(policy.schedule()))
                .retainRule(RetainRule.builder().count(policy.keep()).build())
                .crossRegionCopyRules(policy.copies().stream().map(DlmDetails::copy).toList())
                .build())
        .build();
  }

  private static Tag target(String group) {
    return Tag.builder().key(OurTags.HANDOVER).value(group).build();
  }

  private static CreateRule rule(LifecycleSchedule schedule) {
    if (schedule instanceof LifecycleSchedule.Cron cron) {
      return CreateRule.builder().cronExpression(cron.expression()).build();
    }
    LifecycleSchedule.Every every = (LifecycleSchedule.Every) schedule;
    return CreateRule.builder()
        .interval(every.hours())
        .intervalUnit(IntervalUnitValues.HOURS)
        .times(every.from().toString())
        .build();
  }

  private static CrossRegionCopyRule copy(LifecyclePolicy.Copy copy) {
    return CrossRegionCopyRule.builder()
        .target(copy.region().name())
        .encrypted(copy.encrypted())
        .cmkArn(copy.kmsKeyId().orElse(null))
        .copyTags(true)
        .retainRule(
            CrossRegionCopyRetainRule.builder()
                .interval(copy.keepDays())
                .intervalUnit(RetentionIntervalUnitValues.DAYS)
                .build())
        .build();
  }

  static FoundPolicy found(
      PolicyId id, software.amazon.awssdk.services.dlm.model.LifecyclePolicy told) {
    String group = told.tags().getOrDefault(OurTags.HANDOVER, "");
    boolean failed = told.state() == GettablePolicyStateValues.ERROR;
    return new FoundPolicy(
        id, group, failed, SafeText.of(told.statusMessage()), settings(group, told));
  }

  private static Map<String, String> settings(
      String group, software.amazon.awssdk.services.dlm.model.LifecyclePolicy told) {
    Map<String, String> settings = new LinkedHashMap<>();
    try {
      settings.putAll(understood(group, told).settings());
    } catch (IllegalArgumentException notOurs) {
      settings.put(BESIDES, "what our policies do not say: " + notOurs.getMessage());
    }
    if (told.state() != GettablePolicyStateValues.ENABLED) {
      settings.put("state", text(told.stateAsString()).toLowerCase(Locale.ROOT));
    }
    return settings;
  }

  /**
   * The policy of ours that says the same.
   *
   * @throws IllegalArgumentException if there is none
   */
  private static LifecyclePolicy understood(
      String group, software.amazon.awssdk.services.dlm.model.LifecyclePolicy told) {
    PolicyDetails details = told.policyDetails();
    if (details == null || details.schedules().size() != 1) {
      throw new IllegalArgumentException("it has not one schedule");
    }
    Schedule schedule = details.schedules().get(0);
    List<LifecyclePolicy.Copy> copies = new ArrayList<>();
    schedule.crossRegionCopyRules().forEach(rule -> copies.add(copy(rule)));
    copies.sort(Comparator.comparing(LifecyclePolicy.Copy::region));
    LifecyclePolicy policy =
        new LifecyclePolicy(
            group,
            text(told.executionRoleArn()),
            schedule(schedule.createRule()),
            count(schedule.retainRule()),
            copies);
    // whatever else there may be, one day also what is not known today
    PolicyDetails ours = of(policy);
    if (!ours.schedules().equals(sorted(schedule))
        || !ours.targetTags().equals(details.targetTags())
        || !ours.resourceTypes().equals(details.resourceTypes())) {
      throw new IllegalArgumentException("it is set up in another way");
    }
    return policy;
  }

  /** As ours are, which name regions in order, and without what a cloud adds of its own. */
  private static List<Schedule> sorted(Schedule schedule) {
    List<CrossRegionCopyRule> rules = new ArrayList<>();
    for (CrossRegionCopyRule rule : schedule.crossRegionCopyRules()) {
      // policies from before there was a target have the other member
      rules.add(rule.toBuilder().target(region(rule)).targetRegion(null).build());
    }
    rules.sort(Comparator.comparing(DlmDetails::region));
    Schedule.Builder plain = schedule.toBuilder().crossRegionCopyRules(rules);
    if (schedule.createRule() != null && "CLOUD".equals(schedule.createRule().locationAsString())) {
      plain.createRule(schedule.createRule().toBuilder().location((String) null).build());
    }
    if (!schedule.hasTagsToAdd() || schedule.tagsToAdd().isEmpty()) {
      plain.tagsToAdd((Collection<Tag>) null);
    }
    if (!schedule.hasVariableTags() || schedule.variableTags().isEmpty()) {
      plain.variableTags((Collection<Tag>) null);
    }
    if (!schedule.hasShareRules() || schedule.shareRules().isEmpty()) {
      plain.shareRules((Collection<ShareRule>) null);
    }
    return List.of(plain.build());
  }

  private static LifecycleSchedule schedule(@Nullable CreateRule rule) {
    if (rule == null) {
      throw new IllegalArgumentException("it has no schedule");
    }
    if (rule.cronExpression() != null) {
      return new LifecycleSchedule.Cron(rule.cronExpression());
    }
    if (rule.interval() == null || rule.times().size() != 1) {
      throw new IllegalArgumentException("it has no interval with one time");
    }
    try {
      return new LifecycleSchedule.Every(rule.interval(), LocalTime.parse(rule.times().get(0)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its time is none", e);
    }
  }

  private static int count(@Nullable RetainRule rule) {
    if (rule == null || rule.count() == null) {
      throw new IllegalArgumentException("it keeps no number of snapshots");
    }
    return rule.count();
  }

  private static LifecyclePolicy.Copy copy(CrossRegionCopyRule rule) {
    CrossRegionCopyRetainRule retain = rule.retainRule();
    if (retain == null
        || retain.interval() == null
        || retain.intervalUnit() != RetentionIntervalUnitValues.DAYS) {
      throw new IllegalArgumentException("its copies do not stay for a number of days");
    }
    return new LifecyclePolicy.Copy(
        new Region(region(rule)),
        Boolean.TRUE.equals(rule.encrypted()),
        rule.cmkArn(),
        retain.interval());
  }

  private static String region(CrossRegionCopyRule rule) {
    return text(rule.target() == null ? rule.targetRegion() : rule.target());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
