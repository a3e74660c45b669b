package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.AwaitRequest;
import io.github.quartermaster.ebs.BackupRequest;
import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.Backups;
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
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.RestorePlan;

/** What a front door does is the core's, whichever cloud is behind it. */
interface BackupsDoor extends FrontDoor {
  /** The core. */
  Backups backups();

  @Override
  default BackupPlan plan(BackupRequest request) {
    return backups().plan(request);
  }

  @Override
  default BackupResult backup(BackupRequest request) {
    return backups().backup(request);
  }

  @Override
  default BackupResult await(AwaitRequest request) {
    return backups().await(request);
  }

  @Override
  default ListResult list(ListRequest request) {
    return backups().list(request);
  }

  /**
   * The cloud's own scheduler.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if it has none that we can talk to
   */
  LifecyclePolicies policies();

  @Override
  default HandoverPlan planHandover(HandoverRequest request) {
    return backups().planHandover(request, policies());
  }

  @Override
  default HandoverResult handover(HandoverRequest request) {
    return backups().handover(request, policies());
  }

  @Override
  default VerifyResult verify(VerifyRequest request) {
    return backups().verify(request);
  }

  @Override
  default PrunePlan planPrune(PruneRequest request) {
    return backups().planPrune(request);
  }

  @Override
  default PruneResult prune(PruneRequest request) {
    return backups().prune(request);
  }

  @Override
  default RestorePlan planRestore(RestoreRequest request) {
    return backups().planRestore(request);
  }

  @Override
  default RestoreResult restore(RestoreRequest request) {
    return backups().restore(request);
  }

  @Override
  default RestorePlan planDrill(DrillRequest request) {
    return backups().planDrill(request);
  }

  @Override
  default DrillResult drill(DrillRequest request) {
    return backups().drill(request);
  }

  @Override
  default DrillResult sweep(DrillRequest request) {
    return backups().sweep(request);
  }
}
