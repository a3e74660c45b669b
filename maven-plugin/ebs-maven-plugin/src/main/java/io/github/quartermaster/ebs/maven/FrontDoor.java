package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.AwaitRequest;
import io.github.quartermaster.ebs.BackupRequest;
import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.DrillRequest;
import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.HandoverRequest;
import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.ListRequest;
import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.RestoreRequest;
import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.VerifyRequest;
import io.github.quartermaster.ebs.VerifyResult;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.VerificationPlan;
import java.time.Clock;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The core's front door with a cloud behind it, open for one goal. */
interface FrontDoor extends AutoCloseable {
  BackupPlan plan(BackupRequest request);

  BackupResult backup(BackupRequest request);

  BackupResult await(AwaitRequest request);

  ListResult list(ListRequest request);

  HandoverPlan planHandover(HandoverRequest request);

  HandoverResult handover(HandoverRequest request);

  VerifyResult verify(VerifyRequest request);

  PrunePlan planPrune(PruneRequest request);

  PruneResult prune(PruneRequest request);

  /** The least rights that the plan needs, as the cloud wants them written. */
  String policy(BackupPlan plan, BackupRules rules);

  /** The least rights that removing needs, where it was asked for or found anything. */
  String removalPolicy(PruneRequest request, PrunePlan plan);

  /** The least rights that verifying needs, where it was asked for or found anything. */
  String verificationPolicy(VerifyRequest request, VerificationPlan plan);

  /** The least rights that handing over needs. */
  String handoverPolicy(HandoverRequest request);

  RestorePlan planRestore(RestoreRequest request);

  RestoreResult restore(RestoreRequest request);

  /** The steps that put new volumes in place, as commands of the cloud's own tool. */
  List<String> commands(List<SwapStep> steps);

  RestorePlan planDrill(DrillRequest request);

  DrillResult drill(DrillRequest request);

  /** Removes what earlier drills have left. */
  DrillResult sweep(DrillRequest request);

  /** The least rights that a restore needs. */
  String restorePolicy(RestoreRequest request);

  /** The least rights that a drill needs. */
  String drillPolicy(DrillRequest request);

  /** Lets go of connections. */
  @Override
  void close();

  /** A cloud of which a front door can be opened; a profile is null where the user names none. */
  interface Cloud {
    /** The region that the cloud's own settings name. */
    Region defaultRegion(@Nullable String profile);

    /**
     * Opens it.
     *
     * @param home the region that is asked about the account as a whole, or null for the default
     */
    FrontDoor open(
        @Nullable String profile, @Nullable Region home, EbsListener listener, Clock clock);

    /**
     * Refuses to go on where Maven is offline and the cloud is not on this machine.
     *
     * @throws MojoExecutionException if so
     */
    default void requireNetwork(MavenSession session) throws MojoExecutionException {
      Offline.refuse(session);
    }
  }
}
