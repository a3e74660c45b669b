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
import io.github.quartermaster.ebs.maven.text.SwapText;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.VerificationPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A front door that answers what a test says, and remembers what it was asked. */
final class FakeCloud implements FrontDoor.Cloud, FrontDoor {
  BackupResult result = Samples.complete(true);
  ListResult list = new ListResult(List.of(), List.of());
  PruneResult prune =
      new PruneResult(
          new PrunePlan(List.of(), List.of(), false), List.of(), Samples.START, Duration.ZERO);
  VerifyResult verified = Samples.verified(List.of());
  HandoverResult handover = Samples.handover();
  boolean handedOver;
  boolean pruned;
  RestoreResult restore = RestoreSamples.restored();
  DrillResult drill = RestoreSamples.drilled();
  String did = "nothing";
  @Nullable Problem failure;
  @Nullable Object asked;
  @Nullable String profile;
  boolean closed;
  private EbsListener listener = EbsListener.SILENT;

  @Override
  public Region defaultRegion(@Nullable String profile) {
    return Samples.WEST;
  }

  @Override
  public FrontDoor open(
      @Nullable String profile, @Nullable Region home, EbsListener listener, Clock clock) {
    this.profile = profile;
    this.listener = listener;
    return this;
  }

  @Override
  public String policy(BackupPlan plan, BackupRules rules) {
    return "{\n  \"Version\" : \"2012-10-17\"\n}\n";
  }

  @Override
  public BackupPlan plan(BackupRequest request) {
    return answer(request).plan();
  }

  @Override
  public BackupResult backup(BackupRequest request) {
    return answer(request);
  }

  @Override
  public BackupResult await(AwaitRequest request) {
    return answer(request);
  }

  @Override
  public ListResult list(ListRequest request) {
    asked = request;
    return list;
  }

  @Override
  public HandoverPlan planHandover(HandoverRequest request) {
    asked = request;
    return handover.plan();
  }

  @Override
  public HandoverResult handover(HandoverRequest request) {
    asked = request;
    handedOver = true;
    handover.outcomes().forEach(outcome -> listener.on(new EbsEvent.HandedOver(outcome)));
    return handover;
  }

  @Override
  public String handoverPolicy(HandoverRequest request) {
    return "{\n  \"Version\" : \"2012-10-17\"\n}\n";
  }

  @Override
  public VerifyResult verify(VerifyRequest request) {
    asked = request;
    listener.on(new EbsEvent.VerificationPlanned(verified.plan()));
    return verified;
  }

  @Override
  public String verificationPolicy(VerifyRequest request, VerificationPlan plan) {
    return "{\n  \"Version\" : \"2012-10-17\"\n}\n";
  }

  @Override
  public PrunePlan planPrune(PruneRequest request) {
    asked = request;
    return prune.plan();
  }

  @Override
  public PruneResult prune(PruneRequest request) {
    asked = request;
    pruned = true;
    return prune;
  }

  @Override
  public String removalPolicy(PruneRequest request, PrunePlan plan) {
    return "{\n  \"Version\" : \"2012-10-17\"\n}\n";
  }

  @Override
  public RestorePlan planRestore(RestoreRequest request) {
    asked = request;
    return restore.plan();
  }

  @Override
  public RestoreResult restore(RestoreRequest request) {
    asked = request;
    did = "restore";
    return restore;
  }

  @Override
  public List<String> commands(List<SwapStep> steps) {
    return SwapText.commands(steps);
  }

  @Override
  public RestorePlan planDrill(DrillRequest request) {
    asked = request;
    return drill.plan();
  }

  @Override
  public DrillResult drill(DrillRequest request) {
    asked = request;
    did = "drill";
    return drill;
  }

  @Override
  public DrillResult sweep(DrillRequest request) {
    asked = request;
    did = "sweep";
    return drill;
  }

  @Override
  public String restorePolicy(RestoreRequest request) {
    return "{\n  \"Version\" : \"2012-10-17\"\n}\n";
  }

  @Override
  public String drillPolicy(DrillRequest request) {
    return "{\n  \"Version\" : \"2012-10-17\"\n}\n";
  }

  @Override
  public void close() {
    closed = true;
  }

  private BackupResult answer(Object request) {
    asked = request;
    if (failure != null) {
      throw new EbsException(failure);
    }
    listener.on(new EbsEvent.Planned(result.plan()));
    return result;
  }
}
