package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.AwaitRequest;
import io.github.quartermaster.ebs.BackupRequest;
import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.Backups;
import io.github.quartermaster.ebs.ListRequest;
import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.aws.AwsAccess;
import io.github.quartermaster.ebs.aws.Ec2BlockStorage;
import io.github.quartermaster.ebs.aws.IamPolicy;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Amazon Web Services. */
final class Aws implements FrontDoor.Cloud {
  private static final String ANY_ACCOUNT = "*";

  @Override
  public Region defaultRegion(@Nullable String profile) {
    return Ec2BlockStorage.defaultRegion(new AwsAccess(profile, null));
  }

  @Override
  public FrontDoor open(
      @Nullable String profile, @Nullable Region home, EbsListener listener, Clock clock) {
    Ec2BlockStorage storage = Ec2BlockStorage.connect(new AwsAccess(profile, home));
    return new Opened(storage, new Backups(storage, listener, clock));
  }

  private record Opened(Ec2BlockStorage storage, Backups backups) implements FrontDoor {
    @Override
    public BackupPlan plan(BackupRequest request) {
      return backups.plan(request);
    }

    @Override
    public BackupResult backup(BackupRequest request) {
      return backups.backup(request);
    }

    @Override
    public BackupResult await(AwaitRequest request) {
      return backups.await(request);
    }

    @Override
    public ListResult list(ListRequest request) {
      return backups.list(request);
    }

    @Override
    public PrunePlan planPrune(PruneRequest request) {
      return backups.planPrune(request);
    }

    @Override
    public PruneResult prune(PruneRequest request) {
      return backups.prune(request);
    }

    @Override
    public String removalPolicy(PruneRequest request, PrunePlan plan) {
      Set<Region> regions = new TreeSet<>(request.regions());
      plan.entries().forEach(entry -> regions.add(entry.snapshot().region()));
      if (regions.isEmpty() && storage.regions() instanceof Done<Set<Region>> all) {
        regions.addAll(all.value());
      }
      return IamPolicy.forRemoval(regions);
    }

    @Override
    public String policy(BackupPlan plan, BackupRules rules) {
      return storage.account() instanceof Done<String> account
          ? IamPolicy.forBackup(plan, rules, account.value())
          : IamPolicy.forBackup(plan, rules, ANY_ACCOUNT);
    }

    @Override
    public void close() {
      storage.close();
    }
  }
}
