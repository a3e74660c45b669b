package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IamPolicyTest {
  private static final Region HOME = new Region("us-east-1");
  private static final Region AWAY = new Region("eu-west-1");
  private static final String ACCOUNT = "111122223333";
  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/source";

  @Test
  void a_snapshot_needs_its_volume_and_tags_at_its_making() {
    JsonNode policy = policy(plan(volume("vol-1", null)), BackupRules.DEFAULT);

    assertThat(names(policy))
        .containsExactly("Read", "Snapshot", "TagOnCreate", "RemoveDuplicates");
    assertThat(list(policy, "Snapshot", "Resource"))
        .containsExactly(
            "arn:aws:ec2:us-east-1:111122223333:volume/vol-1", "arn:aws:ec2:us-east-1::snapshot/*");
    assertThat(list(policy, "Snapshot", "Action")).containsExactly("ec2:CreateSnapshot");
    assertThat(condition(policy, "TagOnCreate", "StringEquals", "ec2:CreateAction"))
        .containsExactly("CreateSnapshot");
  }

  @Test
  void many_volumes_are_not_named_one_by_one() {
    PlannedVolume[] volumes =
        IntStream.range(0, 21)
            .mapToObj(index -> volume("vol-" + index, null))
            .toArray(PlannedVolume[]::new);

    assertThat(list(policy(plan(volumes), BackupRules.DEFAULT), "Snapshot", "Resource"))
        .contains("arn:aws:ec2:us-east-1:111122223333:volume/*")
        .hasSize(2);
  }

  @Test
  void a_copy_needs_its_source_and_its_destination() {
    JsonNode policy = policy(plan(volume("vol-1", null, copy(null))), BackupRules.DEFAULT);

    assertThat(names(policy))
        .containsExactly(
            "Read", "Snapshot", "CopyTo", "CopyFrom", "TagOnCreate", "RemoveDuplicates");
    assertThat(list(policy, "CopyTo", "Resource"))
        .containsExactly("arn:aws:ec2:eu-west-1::snapshot/${*}");
    assertThat(condition(policy, "CopyTo", "StringLike", "aws:RequestTag/ebs-core:token"))
        .containsExactly("*");
    assertThat(list(policy, "CopyFrom", "Resource"))
        .containsExactly("arn:aws:ec2:us-east-1::snapshot/snap-*");
    assertThat(condition(policy, "TagOnCreate", "StringEquals", "ec2:CreateAction"))
        .containsExactly("CreateSnapshot", "CopySnapshot");
  }

  @Test
  void a_restore_may_make_what_carries_its_tag_and_remove_nothing() {
    JsonNode policy = parse(IamPolicy.forRestore(List.of(HOME), ACCOUNT));

    assertThat(names(policy))
        .containsExactly(
            "Read", "MakeVolumes", "FromSnapshots", "TagOnCreate", "UseKeys", "GrantKeys");
    assertThat(list(policy, "MakeVolumes", "Resource"))
        .containsExactly("arn:aws:ec2:us-east-1:111122223333:volume/*");
    assertThat(condition(policy, "MakeVolumes", "StringLike", "aws:RequestTag/ebs-core:restore"))
        .containsExactly("*");
    assertThat(list(policy, "FromSnapshots", "Resource"))
        .containsExactly("arn:aws:ec2:us-east-1::snapshot/*");
    assertThat(condition(policy, "TagOnCreate", "StringEquals", "ec2:CreateAction"))
        .containsExactly("CreateVolume");
    assertThat(policy.toString()).doesNotContain("Delete");
  }

  @Test
  void a_drill_may_remove_what_carries_its_tag_and_nothing_else() {
    JsonNode policy = parse(IamPolicy.forDrill(List.of(HOME), ACCOUNT));

    assertThat(condition(policy, "MakeVolumes", "StringLike", "aws:RequestTag/ebs-core:drill"))
        .containsExactly("*");
    assertThat(list(policy, "RemoveDrills", "Action")).containsExactly("ec2:DeleteVolume");
    assertThat(condition(policy, "RemoveDrills", "StringLike", "aws:ResourceTag/ebs-core:drill"))
        .containsExactly("*");
    assertThat(policy.toString()).doesNotContain("DeleteSnapshot");
  }

  @Test
  void copies_of_what_is_encrypted_need_both_keys() {
    String target = "arn:aws:kms:eu-west-1:111122223333:key/target";

    JsonNode policy = policy(plan(volume("vol-1", KEY, copy(target))), BackupRules.DEFAULT);

    assertThat(list(policy, "UseKeys", "Resource")).containsExactly(target, KEY);
    assertThat(list(policy, "GrantKeys", "Resource")).containsExactly(target, KEY);
    assertThat(condition(policy, "GrantKeys", "Bool", "kms:GrantIsForAWSResource"))
        .containsExactly("true");
  }

  @Test
  void an_alias_stands_for_any_key_of_the_destination() {
    BackupRules rules =
        new BackupRules(Consistency.VOLUME, true, "alias/backup", null, null, Prices.DEFAULTS);

    JsonNode policy = policy(plan(volume("vol-1", null, copy("alias/backup"))), rules);

    assertThat(list(policy, "UseKeys", "Resource"))
        .containsExactly("arn:aws:kms:eu-west-1:111122223333:key/*");
  }

  @Test
  void a_set_needs_its_instance_and_tags_afterwards() {
    VolumeId volume = new VolumeId("vol-1");
    InstanceId instance = new InstanceId("i-1");
    PlannedSet set =
        new PlannedSet(
            Token.ofInstance(new RunId("r"), instance),
            new Creation.OfInstance(HOME, instance, false, Set.of(), "", Map.of()),
            List.of(volume));

    JsonNode policy = policy(plan(List.of(set), volume("vol-1", null)), BackupRules.DEFAULT);

    assertThat(names(policy))
        .containsExactly(
            "Read", "SnapshotSets", "TagMembersOfSets", "TagOnCreate", "RemoveDuplicates");
    assertThat(list(policy, "SnapshotSets", "Resource"))
        .contains("arn:aws:ec2:us-east-1:111122223333:instance/i-1");
    assertThat(condition(policy, "TagMembersOfSets", "StringLike", "aws:ResourceTag/ebs-core:run"))
        .containsExactly("*");
  }

  @Test
  void keys_may_be_described_and_used_as_encryption_by_ebs_wants() {
    JsonNode policy = policy(plan(volume("vol-1", KEY, copy(null))), BackupRules.DEFAULT);

    assertThat(list(policy, "UseKeys", "Action"))
        .contains(
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncrypt*");
    assertThat(list(policy, "GrantKeys", "Action")).containsExactly("kms:CreateGrant");
  }

  @Test
  void a_run_may_remove_its_duplicates_wherever_it_makes_something() {
    JsonNode policy = policy(plan(volume("vol-1", null, copy(null))), BackupRules.DEFAULT);

    assertThat(list(policy, "RemoveDuplicates", "Action")).containsExactly("ec2:DeleteSnapshot");
    assertThat(list(policy, "RemoveDuplicates", "Resource"))
        .containsExactly("arn:aws:ec2:eu-west-1::snapshot/*", "arn:aws:ec2:us-east-1::snapshot/*");
    assertThat(condition(policy, "RemoveDuplicates", "StringLike", "aws:ResourceTag/ebs-core:run"))
        .containsExactly("*");
  }

  @Test
  void only_what_carries_our_tag_may_be_removed() {
    JsonNode policy = parse(IamPolicy.forRemoval(List.of(AWAY, HOME)));

    assertThat(list(policy, "Remove", "Resource"))
        .containsExactly("arn:aws:ec2:eu-west-1::snapshot/*", "arn:aws:ec2:us-east-1::snapshot/*");
    assertThat(condition(policy, "Remove", "StringLike", "aws:ResourceTag/ebs-core:run"))
        .containsExactly("*");
    assertThat(list(policy, "Read", "Action"))
        .containsExactly(
            "ec2:DescribeImages",
            "ec2:DescribeLockedSnapshots",
            "ec2:DescribeRegions",
            "ec2:DescribeSnapshots");
  }

  @Test
  void a_policy_is_laid_out_for_people() {
    assertThat(IamPolicy.forRemoval(List.of(HOME)))
        .endsWith(
            """
                {
                  "Sid": "Remove",
                  "Effect": "Allow",
                  "Action": ["ec2:DeleteSnapshot"],
                  "Resource": ["arn:aws:ec2:us-east-1::snapshot/*"],
                  "Condition": {"StringLike": {"aws:ResourceTag/ebs-core:run": ["*"]}}
                }
              ]
            }
            """);
  }

  @Test
  void reading_alone_changes_nothing() {
    JsonNode policy = parse(IamPolicy.forReading());

    assertThat(list(policy, "Read", "Action"))
        .allMatch(action -> action.matches("ec2:(Describe|Get)\\w+"));
  }

  @Test
  void china_has_a_partition_of_its_own() {
    assertThat(IamPolicy.forRemoval(List.of(new Region("cn-north-1"))))
        .contains("\"arn:aws-cn:ec2:cn-north-1::snapshot/*\"");
  }

  @Test
  void any_text_makes_good_json() {
    String odd = "arn:aws:kms:x:1:key/\"\\\n\u00e9\u2028\uD83D\uDE00";

    JsonNode policy = policy(plan(volume("vol-1", odd, copy(odd))), BackupRules.DEFAULT);

    assertThat(list(policy, "UseKeys", "Resource")).contains(odd);
  }

  @Test
  void verifying_reads_no_more_than_its_level_needs() {
    JsonNode state =
        parse(IamPolicy.forVerification(List.of(HOME), VerificationLevel.STATE, ACCOUNT));
    assertThat(names(state)).containsExactly("Read", "DescribeKeys");

    JsonNode map =
        parse(IamPolicy.forVerification(List.of(HOME, AWAY), VerificationLevel.MAP, ACCOUNT));
    assertThat(list(map, "ReadBlocks", "Action")).containsExactly("ebs:ListSnapshotBlocks");
    assertThat(list(map, "ReadBlocks", "Resource"))
        .containsExactly("arn:aws:ec2:eu-west-1::snapshot/*", "arn:aws:ec2:us-east-1::snapshot/*");

    JsonNode sample =
        parse(IamPolicy.forVerification(List.of(HOME), VerificationLevel.SAMPLE, ACCOUNT));
    assertThat(list(sample, "ReadBlocks", "Action")).contains("ebs:GetSnapshotBlock");
    assertThat(list(sample, "UseKeys", "Action")).contains("kms:Decrypt");
  }

  @Test
  void handing_over_passes_its_role_to_the_scheduler_alone() {
    String role = "arn:aws:iam::111122223333:role/scheduler";
    JsonNode policy = parse(IamPolicy.forHandover(HOME, ACCOUNT, role));

    assertThat(names(policy)).containsExactly("Read", "ChangePolicies", "PassRole", "TagVolumes");
    assertThat(list(policy, "PassRole", "Resource")).containsExactly(role);
    assertThat(condition(policy, "PassRole", "StringEquals", "iam:PassedToService"))
        .containsExactly("dlm.amazonaws.com");
    assertThat(list(policy, "ChangePolicies", "Resource"))
        .containsExactly("arn:aws:dlm:us-east-1:111122223333:policy/*");
  }

  private static JsonNode policy(BackupPlan plan, BackupRules rules) {
    return parse(IamPolicy.forBackup(plan, rules, ACCOUNT));
  }

  private static JsonNode parse(String json) {
    try {
      return new JsonMapper().readTree(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new AssertionError(json, failure);
    }
  }

  private static List<String> names(JsonNode policy) {
    return policy.get("Statement").findValuesAsText("Sid");
  }

  private static List<String> list(JsonNode policy, String statement, String member) {
    return strings(statement(policy, statement).get(member));
  }

  private static List<String> condition(
      JsonNode policy, String statement, String operator, String key) {
    return strings(statement(policy, statement).get("Condition").get(operator).get(key));
  }

  private static JsonNode statement(JsonNode policy, String name) {
    for (JsonNode statement : policy.get("Statement")) {
      if (statement.get("Sid").asText().equals(name)) {
        return statement;
      }
    }
    throw new AssertionError("no " + name + " in " + policy);
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }

  private static BackupPlan plan(PlannedVolume... volumes) {
    return plan(List.of(), volumes);
  }

  private static BackupPlan plan(List<PlannedSet> sets, PlannedVolume... volumes) {
    BigDecimal nothing = BigDecimal.ZERO;
    CostEstimate cost = new CostEstimate(nothing, nothing, nothing, nothing, nothing, "USD");
    return new BackupPlan(new RunId("r"), List.of(volumes), sets, cost, List.of());
  }

  private static PlannedVolume volume(String id, @Nullable String key, PlannedCopy... copies) {
    VolumeId volume = new VolumeId(id);
    return new PlannedVolume(
        new VolumeSpec(volume, "", List.of(), 1),
        HOME,
        new Volume(volume, HOME, "in-use", 8, "gp3", "a", key != null, key, List.of(), Map.of()),
        Token.ofVolume(new RunId("r"), volume),
        "",
        Map.of(),
        null,
        true,
        List.of(copies),
        List.of());
  }

  private static PlannedCopy copy(@Nullable String key) {
    Token token = Token.ofCopy(new RunId("r"), new VolumeId("vol-1"), AWAY);
    return new PlannedCopy(token, AWAY, HOME, key != null, key, null, "", Map.of(), null, true);
  }
}
