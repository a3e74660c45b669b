package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.plan.BackupPlanner;
import io.github.quartermaster.ebs.internal.plan.CopyKey;
import io.github.quartermaster.ebs.internal.read.CloudReader;
import io.github.quartermaster.ebs.internal.read.CopyKeyReader;
import io.github.quartermaster.ebs.internal.read.Rehearsal;
import io.github.quartermaster.ebs.internal.read.VolumesFile;
import io.github.quartermaster.ebs.internal.read.VolumesFileContent;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.math.BigDecimal;
import java.util.List;

/** From a request to a plan that was checked against the account. */
record BackupPlanning(Surroundings surroundings, Timeline timeline) {

  BackupPlan plan(BackupRequest request, RunId run) {
    CloudReader reader = surroundings.reader(timeline);
    List<Problem> ofFile = List.of();
    List<VolumeSpec> specs;
    if (request.volumes() instanceof VolumeSelection.FromFile named) {
      VolumesFileContent content = VolumesFile.read(named.file());
      ofFile = content.problems();
      specs = content.specs();
      if (content.isMalformed()) {
        return unreadable(run, ofFile, request.rules().prices());
      }
    } else if (request.volumes() instanceof VolumeSelection.Listed listed) {
      specs = listed.volumes();
    } else if (request.volumes() instanceof VolumeSelection.Tagged tagged) {
      specs =
          reader.specs(
              request.region(),
              new VolumeFilter.Tagged(tagged.key(), tagged.value()),
              tagged.destinations());
    } else if (request.volumes() instanceof VolumeSelection.OfInstance attached) {
      specs =
          reader.specs(
              request.region(),
              new VolumeFilter.AttachedTo(attached.instance()),
              attached.destinations());
    } else {
      throw new IllegalStateException("no such selection: " + request.volumes());
    }
    CloudFindings findings = reader.findings(specs, request.region(), request.rules());
    BackupPlan plan =
        BackupPlanner.plan(
                run,
                specs,
                request.region(),
                request.rules(),
                findings,
                surroundings.storage().traits())
            .withProblems(ofFile);
    return plan.isRefused()
        ? plan
        : checked(plan, request.rules())
            .withProblems(
                new Rehearsal(surroundings.storage(), surroundings.patience(timeline))
                    .problems(plan, findings.ours()));
  }

  /** What only the regions know that copies are to be made in. */
  BackupPlan checked(BackupPlan plan, BackupRules rules) {
    return rules
        .kmsKeyId()
        .map(
            key ->
                CopyKey.problems(
                    key,
                    new CopyKeyReader(surroundings.storage(), surroundings.patience(timeline))
                        .ask(plan, key)))
        .map(plan::withProblems)
        .orElse(plan);
  }

  private static BackupPlan unreadable(RunId run, List<Problem> problems, Prices prices) {
    BigDecimal nothing = BigDecimal.ZERO;
    return new BackupPlan(
        run,
        List.of(),
        List.of(),
        new CostEstimate(nothing, nothing, nothing, nothing, nothing, prices.currency()),
        problems);
  }
}
