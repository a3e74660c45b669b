package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.Backups;
import io.github.quartermaster.ebs.DrillRequest;
import io.github.quartermaster.ebs.HandoverRequest;
import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.RestoreRequest;
import io.github.quartermaster.ebs.VerifyRequest;
import io.github.quartermaster.ebs.maven.text.ServerText;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.openstack.AccessRules;
import io.github.quartermaster.ebs.openstack.CinderBlockStorage;
import io.github.quartermaster.ebs.openstack.OpenStackAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A cloud of OpenStack.
 *
 * @param name its entry in {@code clouds.yaml}, or null for what the environment says
 * @param file the {@code clouds.yaml}, or null for where OpenStack's own programs look
 */
record OpenStack(@Nullable String name, @Nullable Path file) implements FrontDoor.Cloud {
  @Override
  public Region defaultRegion(@Nullable String profile) {
    return CinderBlockStorage.defaultRegion(access(null));
  }

  @Override
  public FrontDoor open(
      @Nullable String profile, @Nullable Region home, EbsListener listener, Clock clock) {
    CinderBlockStorage storage = CinderBlockStorage.connect(access(home));
    return new Opened(storage, new Backups(storage, listener, clock));
  }

  @Override
  public void requireNetwork(MavenSession session) throws MojoExecutionException {
    Offline.refuse(session, "OpenStack", CinderBlockStorage.address(access(null)));
  }

  private OpenStackAccess access(@Nullable Region home) {
    return new OpenStackAccess(name, home, file);
  }

  private record Opened(CinderBlockStorage storage, Backups backups) implements BackupsDoor {
    @Override
    public List<String> commands(List<SwapStep> steps) {
      return ServerText.commands(steps);
    }

    @Override
    public String policy(BackupPlan plan, BackupRules rules) {
      return AccessRules.forBackup(plan);
    }

    @Override
    public String removalPolicy(PruneRequest request, PrunePlan plan) {
      return AccessRules.forRemoval();
    }

    @Override
    public LifecyclePolicies policies() {
      throw new EbsException(
          Problem.error(
              ProblemCode.UNSUPPORTED,
              "OpenStack",
              "tried to hand volumes over to the cloud's own scheduler; OpenStack has none",
              "Run the backup each night on a build server"));
    }

    @Override
    public String handoverPolicy(HandoverRequest request) {
      return AccessRules.forReading();
    }

    @Override
    public String verificationPolicy(VerifyRequest request, VerificationPlan plan) {
      return AccessRules.forReading();
    }

    @Override
    public String restorePolicy(RestoreRequest request) {
      return AccessRules.forVolumes(false);
    }

    @Override
    public String drillPolicy(DrillRequest request) {
      return AccessRules.forVolumes(true);
    }

    @Override
    public void close() {
      storage.close();
    }
  }
}
