package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.Backups;
import io.github.quartermaster.ebs.DrillRequest;
import io.github.quartermaster.ebs.HandoverRequest;
import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.RestoreRequest;
import io.github.quartermaster.ebs.VerifyRequest;
import io.github.quartermaster.ebs.aws.AwsAccess;
import io.github.quartermaster.ebs.aws.Ec2BlockStorage;
import io.github.quartermaster.ebs.aws.IamPolicy;
import io.github.quartermaster.ebs.maven.text.SwapText;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.VerificationPlan;
import java.time.Clock;
import java.util.List;
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

  private record Opened(Ec2BlockStorage storage, Backups backups) implements BackupsDoor {
    @Override
    public LifecyclePolicies policies() {
      return storage.policies();
    }

    @Override
    public String handoverPolicy(HandoverRequest request) {
      return IamPolicy.forHandover(request.region(), account(), request.rules().role());
    }

    @Override
    public String removalPolicy(PruneRequest request, PrunePlan plan) {
      Set<Region> regions = new TreeSet<>(request.regions());
      plan.entries().forEach(entry -> regions.add(entry.snapshot().region()));
      return IamPolicy.forRemoval(orAll(regions));
    }

    @Override
    public String verificationPolicy(VerifyRequest request, VerificationPlan plan) {
      Set<Region> regions = new TreeSet<>(request.regions());
      plan.checks().stream()
          .flatMap(check -> check.snapshots().stream())
          .forEach(snapshot -> regions.add(snapshot.region()));
      return IamPolicy.forVerification(orAll(regions), request.rules().level(), account());
    }

    /** All that the account may use, where none is known. */
    private Set<Region> orAll(Set<Region> regions) {
      return regions.isEmpty() && storage.regions() instanceof Done<Set<Region>> all
          ? all.value()
          : regions;
    }

    @Override
    public List<String> commands(List<SwapStep> steps) {
      return SwapText.commands(steps);
    }

    @Override
    public String restorePolicy(RestoreRequest request) {
      return IamPolicy.forRestore(List.of(request.region()), account());
    }

    @Override
    public String drillPolicy(DrillRequest request) {
      return IamPolicy.forDrill(List.of(request.region()), account());
    }

    private String account() {
      return storage.account() instanceof Done<String> account ? account.value() : ANY_ACCOUNT;
    }

    @Override
    public String policy(BackupPlan plan, BackupRules rules) {
      return IamPolicy.forBackup(plan, rules, account());
    }

    @Override
    public void close() {
      storage.close();
    }
  }
}
