package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.Backups;
import io.github.quartermaster.ebs.DrillRequest;
import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.RestoreRequest;
import io.github.quartermaster.ebs.aws.AwsAccess;
import io.github.quartermaster.ebs.aws.Ec2BlockStorage;
import io.github.quartermaster.ebs.aws.IamPolicy;
import io.github.quartermaster.ebs.maven.text.SwapText;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SwapStep;
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
    public String removalPolicy(PruneRequest request, PrunePlan plan) {
      Set<Region> regions = new TreeSet<>(request.regions());
      plan.entries().forEach(entry -> regions.add(entry.snapshot().region()));
      if (regions.isEmpty() && storage.regions() instanceof Done<Set<Region>> all) {
        regions.addAll(all.value());
      }
      return IamPolicy.forRemoval(regions);
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
