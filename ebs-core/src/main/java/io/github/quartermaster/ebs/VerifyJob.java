package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.plan.BlockJudgement;
import io.github.quartermaster.ebs.internal.plan.VerificationPlanner;
import io.github.quartermaster.ebs.internal.read.BlockReader;
import io.github.quartermaster.ebs.internal.read.Patience;
import io.github.quartermaster.ebs.internal.read.VerificationReader;
import io.github.quartermaster.ebs.internal.read.VolumesFile;
import io.github.quartermaster.ebs.internal.read.VolumesFileContent;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BackupCheck;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.model.VerifiedBackup;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether what is backed up is as it was meant to be. */
record VerifyJob(Surroundings surroundings) {

  VerifyResult verify(VerifyRequest request) {
    Instant start = surroundings.clock().instant();
    List<VolumeSpec> specs = specs(request);
    try (Timeline timeline = surroundings.timelines().get()) {
      Patience patience = surroundings.patience(timeline);
      VerificationPlan plan = plan(request, specs, patience);
      surroundings.listener().on(new EbsEvent.VerificationPlanned(plan));
      List<VerifiedBackup> backups = look(plan, patience, start);
      return new VerifyResult(
          plan, backups, start, Duration.between(start, surroundings.clock().instant()));
    }
  }

  private VerificationPlan plan(VerifyRequest request, List<VolumeSpec> specs, Patience patience) {
    VerificationReader reader =
        new VerificationReader(surroundings.storage(), patience, request.rules());
    return VerificationPlanner.plan(
        reader.findings(request.regions()),
        request.rules(),
        specs,
        surroundings.storage().traits());
  }

  private List<VerifiedBackup> look(VerificationPlan plan, Patience patience, Instant start) {
    BlockReader reader = new BlockReader(surroundings.storage(), patience, plan.rules());
    List<VerifiedBackup> backups = new ArrayList<>();
    int done = 0;
    for (BackupCheck check : plan.checks()) {
      List<BlockReading> readings = plan.readsBlocks() ? reader.read(check.readable()) : List.of();
      VerifiedBackup verified =
          new VerifiedBackup(check, readings, BlockJudgement.problems(readings));
      backups.add(verified);
      done += check.snapshots().size();
      surroundings.listener().on(new EbsEvent.Verified(verified));
      surroundings.listener().on(progress(done, plan.size(), start));
    }
    return backups;
  }

  private EbsEvent progress(int done, int all, Instant start) {
    Duration gone = Duration.between(start, surroundings.clock().instant());
    @Nullable Duration left = done == 0 ? null : gone.multipliedBy(all - done).dividedBy(done);
    return new EbsEvent.Progress(done, all, all == 0 ? 100 : (int) (100L * done / all), left);
  }

  private static List<VolumeSpec> specs(VerifyRequest request) {
    if (request.volumesFile().isEmpty()) {
      return List.of();
    }
    VolumesFileContent content = VolumesFile.read(request.volumesFile().get());
    for (Problem problem : content.problems()) {
      if (problem.isError()) {
        // what must be there is not known: nothing could be proved
        throw new EbsException(problem);
      }
    }
    return content.specs();
  }
}
