package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.Volume;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The least that credentials must be allowed, as IAM policy documents in JSON. Put together from
 * the pages "Actions, resources, and condition keys for Amazon EC2", "Amazon EBS identity-based
 * policy examples" and "Amazon EBS encryption requirements"; not tried on AWS. In particular it is
 * nowhere written that the condition key {@code ec2:CreateAction} takes the values {@code
 * CreateSnapshots} and {@code CopySnapshot}.
 */
public final class IamPolicy {
  private static final int VOLUMES_BY_NAME = 20;
  private static final String ANY = "*";

  private IamPolicy() {}

  /**
   * What reading, planning and listing need.
   *
   * @return a policy document
   */
  public static String forReading() {
    return document(List.of(reading()));
  }

  /**
   * What a plan needs, from asking to the last copy. The last statement, {@code RemoveDuplicates},
   * lets a run remove what it finds made twice; it allows that with all that carries our tag, since
   * no condition tells a duplicate. Where a role that makes backups must not be able to remove any,
   * leave the statement out: duplicates are then named and stay.
   *
   * @param account the number of the account, or {@code *}
   * @return a policy document
   */
  public static String forBackup(BackupPlan plan, BackupRules rules, String account) {
    List<PolicyStatement> statements = new ArrayList<>(List.of(reading()));
    List<String> creators = new ArrayList<>();
    List<PlannedVolume> single =
        plan.volumes().stream().filter(volume -> plan.setOf(volume).isEmpty()).toList();
    if (!single.isEmpty()) {
      creators.add("CreateSnapshot");
      statements.add(snapshots(single, account));
    }
    if (!plan.sets().isEmpty()) {
      creators.add("CreateSnapshots");
      statements.add(sets(plan, account));
      statements.add(
          new PolicyStatement("TagMembersOfSets", List.of("ec2:CreateTags"), ours(regions(plan)))
              .where("StringLike", "aws:ResourceTag/" + OurTags.RUN, List.of(ANY)));
    }
    List<PlannedCopy> copies =
        plan.volumes().stream().flatMap(volume -> volume.copies().stream()).toList();
    if (!copies.isEmpty()) {
      creators.add("CopySnapshot");
      statements.addAll(copying(copies));
      statements.addAll(encryption(plan, copies, rules, account));
    }
    if (!creators.isEmpty()) {
      statements.add(
          new PolicyStatement("TagOnCreate", List.of("ec2:CreateTags"), ours(regions(plan)))
              .where("StringEquals", "ec2:CreateAction", creators));
      statements.add(removing("RemoveDuplicates", regions(plan)));
    }
    return document(statements);
  }

  /**
   * What removing snapshots that carry our tag needs. As a means to make room it belongs into the
   * hands of another role than backups do.
   *
   * @return a policy document
   */
  public static String forRemoval(Collection<Region> regions) {
    PolicyStatement looking =
        new PolicyStatement(
            "Read",
            List.of(
                "ec2:DescribeImages",
                "ec2:DescribeLockedSnapshots",
                "ec2:DescribeRegions",
                "ec2:DescribeSnapshots"),
            List.of(ANY));
    return document(List.of(looking, removing("Remove", regions)));
  }

  /**
   * What verifying needs. To read blocks of what is encrypted needs its key.
   *
   * @param regions where snapshots and copies are
   * @param account the number of the account, or {@code *}
   * @return a policy document
   */
  public static String forVerification(
      Collection<Region> regions, VerificationLevel level, String account) {
    List<PolicyStatement> statements =
        new ArrayList<>(
            List.of(
                new PolicyStatement(
                    "Read",
                    List.of("ec2:DescribeRegions", "ec2:DescribeSnapshots", "ec2:DescribeVolumes"),
                    List.of(ANY))));
    List<String> keys =
        regions.stream().map(region -> key(Optional.empty(), region, account)).toList();
    if (level == VerificationLevel.STATE) {
      statements.add(new PolicyStatement("DescribeKeys", List.of("kms:DescribeKey"), keys));
    } else {
      List<String> reading = new ArrayList<>(List.of("ebs:ListSnapshotBlocks"));
      if (level == VerificationLevel.SAMPLE) {
        reading.add("ebs:GetSnapshotBlock");
      }
      statements.add(
          new PolicyStatement("ReadBlocks", reading, ours(regions))
              .where("StringLike", "aws:ResourceTag/" + OurTags.RUN, List.of(ANY)));
      statements.add(
          new PolicyStatement("UseKeys", List.of("kms:Decrypt", "kms:DescribeKey"), keys));
    }
    return document(statements);
  }

  /**
   * What a handover to Data Lifecycle Manager needs. What the role itself must be allowed is AWS'
   * own policy {@code AWSDataLifecycleManagerServiceRole}, and the use of keys where there are any.
   *
   * @param region where volumes and policies are
   * @param account the number of the account, or {@code *}
   * @param role the full name of the role that is passed on
   * @return a policy document
   */
  public static String forHandover(Region region, String account, String role) {
    return document(
        List.of(
            new PolicyStatement(
                "Read",
                List.of(
                    "dlm:GetLifecyclePolicies",
                    "dlm:GetLifecyclePolicy",
                    "ec2:DescribeRegions",
                    "ec2:DescribeVolumes",
                    "kms:DescribeKey"),
                List.of(ANY)),
            new PolicyStatement(
                "ChangePolicies",
                List.of(
                    "dlm:CreateLifecyclePolicy", "dlm:TagResource", "dlm:UpdateLifecyclePolicy"),
                List.of(arn("dlm", region, account) + "policy/*")),
            new PolicyStatement("PassRole", List.of("iam:PassRole"), List.of(role))
                .where("StringEquals", "iam:PassedToService", List.of("dlm.amazonaws.com")),
            new PolicyStatement(
                "TagVolumes",
                List.of("ec2:CreateTags", "ec2:DeleteTags"),
                List.of(arn("ec2", region, account) + "volume/*"))));
  }

  /**
   * What {@link #forReading} does not allow and restoring needs: volumes made from any of the
   * account's snapshots. Removes nothing.
   *
   * @param regions where volumes come to be
   * @param account the number of the account, or {@code *}
   * @return a policy document
   */
  public static String forRestore(Collection<Region> regions, String account) {
    List<PolicyStatement> statements = new ArrayList<>(List.of(reading()));
    statements.addAll(volumes(regions, account, OurTags.RESTORE));
    return document(statements);
  }

  /**
   * What a drill needs: as for restoring, and its own volumes removed, which carry its tag from the
   * call on that makes them.
   *
   * @param regions where volumes come to be, and go
   * @param account the number of the account, or {@code *}
   * @return a policy document
   */
  public static String forDrill(Collection<Region> regions, String account) {
    List<PolicyStatement> statements = new ArrayList<>(List.of(reading()));
    statements.addAll(volumes(regions, account, OurTags.DRILL));
    statements.add(
        new PolicyStatement("RemoveDrills", List.of("ec2:DeleteVolume"), volumes(regions, account))
            .where("StringLike", "aws:ResourceTag/" + OurTags.DRILL, List.of(ANY)));
    return document(statements);
  }

  /** The volume is told by the tag that it is made with; its snapshot has none of a request. */
  private static List<PolicyStatement> volumes(
      Collection<Region> regions, String account, String tag) {
    List<String> keys =
        regions.stream().map(region -> arn("kms", region, account) + "key/*").toList();
    return List.of(
        new PolicyStatement("MakeVolumes", List.of("ec2:CreateVolume"), volumes(regions, account))
            .where("StringLike", "aws:RequestTag/" + tag, List.of(ANY)),
        new PolicyStatement("FromSnapshots", List.of("ec2:CreateVolume"), ours(regions)),
        new PolicyStatement("TagOnCreate", List.of("ec2:CreateTags"), volumes(regions, account))
            .where("StringEquals", "ec2:CreateAction", List.of("CreateVolume")),
        keys(keys),
        grants(keys));
  }

  private static List<String> volumes(Collection<Region> regions, String account) {
    return regions.stream().map(region -> arn("ec2", region, account) + "volume/*").toList();
  }

  private static PolicyStatement removing(String name, Collection<Region> regions) {
    return new PolicyStatement(name, List.of("ec2:DeleteSnapshot"), ours(regions))
        .where("StringLike", "aws:ResourceTag/" + OurTags.RUN, List.of(ANY));
  }

  private static PolicyStatement reading() {
    return new PolicyStatement(
        "Read",
        List.of(
            "ec2:DescribeInstances",
            "ec2:DescribeRegions",
            "ec2:DescribeSnapshots",
            "ec2:DescribeVolumes",
            "ec2:GetEbsEncryptionByDefault"),
        List.of(ANY));
  }

  private static PolicyStatement snapshots(List<PlannedVolume> volumes, String account) {
    // a policy has a greatest length
    boolean byName = volumes.size() <= VOLUMES_BY_NAME;
    Stream<String> from =
        volumes.stream()
            .map(
                volume ->
                    arn("ec2", volume.region(), account)
                        + "volume/"
                        + (byName ? volume.spec().id().value() : ANY));
    Stream<String> to = ours(volumes.stream().map(PlannedVolume::region).toList()).stream();
    return new PolicyStatement(
        "Snapshot", List.of("ec2:CreateSnapshot"), Stream.concat(from, to).toList());
  }

  private static PolicyStatement sets(BackupPlan plan, String account) {
    List<String> resources =
        plan.sets().stream()
            .map(set -> set.creation())
            .flatMap(
                set ->
                    Stream.of(
                        arn("ec2", set.region(), account) + "instance/" + set.instance(),
                        // all of its volumes, which are left out by the request only
                        arn("ec2", set.region(), account) + "volume/*",
                        arn("ec2", set.region(), "") + "snapshot/*"))
            .toList();
    return new PolicyStatement("SnapshotSets", List.of("ec2:CreateSnapshots"), resources);
  }

  /** Since April 2025 the source is asked about as well as the copy; it has no tag of a request. */
  private static List<PolicyStatement> copying(List<PlannedCopy> copies) {
    List<String> copy = List.of("ec2:CopySnapshot");
    List<String> sources =
        copies.stream().map(each -> arn("ec2", each.from(), "") + "snapshot/snap-*").toList();
    List<String> targets =
        // this odd form, which is AWS' own, fits a snapshot that has no id yet
        copies.stream().map(each -> arn("ec2", each.region(), "") + "snapshot/${*}").toList();
    return List.of(
        new PolicyStatement("CopyTo", copy, targets)
            .where("StringLike", "aws:RequestTag/" + OurTags.TOKEN, List.of(ANY)),
        new PolicyStatement("CopyFrom", copy, sources));
  }

  /** The keys of the sources, where they are, and those of the copies, where those will be. */
  private static List<PolicyStatement> encryption(
      BackupPlan plan, List<PlannedCopy> copies, BackupRules rules, String account) {
    List<String> sources =
        plan.volumes().stream()
            .filter(volume -> !volume.copies().isEmpty())
            .flatMap(volume -> volume.volume().filter(Volume::encrypted).stream())
            .map(volume -> key(Optional.ofNullable(volume.kmsKeyId()), volume.region(), account))
            .toList();
    boolean encrypts =
        !sources.isEmpty()
            || rules.encryptCopies()
            || copies.stream().anyMatch(copy -> copy.encrypted() || copy.key() != null);
    if (!encrypts) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(sources);
    copies.forEach(
        copy ->
            keys.add(
                key(Optional.ofNullable(copy.key()).or(rules::kmsKeyId), copy.region(), account)));
    return List.of(keys(keys), grants(keys));
  }

  private static PolicyStatement keys(List<String> keys) {
    return new PolicyStatement(
        "UseKeys",
        List.of(
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncrypt*"),
        keys);
  }

  private static PolicyStatement grants(List<String> keys) {
    return new PolicyStatement("GrantKeys", List.of("kms:CreateGrant"), keys)
        .where("Bool", "kms:GrantIsForAWSResource", List.of("true"));
  }

  /** An alias is no resource of a policy about the key, so it stands for any key there. */
  private static String key(Optional<String> named, Region region, String account) {
    return named
        .filter(key -> key.startsWith("arn:") && key.contains(":key/"))
        .orElseGet(
            () ->
                arn("kms", region, account)
                    + "key/"
                    + named.filter(key -> key.matches("[0-9A-Za-z-]{36,40}")).orElse(ANY));
  }

  private static Set<Region> regions(BackupPlan plan) {
    Set<Region> regions = new TreeSet<>();
    for (PlannedVolume volume : plan.volumes()) {
      regions.add(volume.region());
      volume.copies().forEach(copy -> regions.add(copy.region()));
    }
    return regions;
  }

  /** Snapshots belong to no account as far as policies go. */
  private static List<String> ours(Collection<Region> regions) {
    return regions.stream().map(region -> arn("ec2", region, "") + "snapshot/*").toList();
  }

  private static String arn(String service, Region region, String account) {
    String partition =
        region.name().startsWith("cn-")
            ? "aws-cn"
            : region.name().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":";
  }

  private static String document(List<PolicyStatement> statements) {
    return statements.stream()
        .map(PolicyStatement::json)
        .collect(
            Collectors.joining(
                ",\n", "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n", "\n  ]\n}\n"));
  }
}
