package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.plan.HandoverPlanner;
import io.github.quartermaster.ebs.internal.read.HandoverReader;
import io.github.quartermaster.ebs.internal.read.VolumesFile;
import io.github.quartermaster.ebs.internal.read.VolumesFileContent;
import io.github.quartermaster.ebs.internal.run.HandoverRunner;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.HandoverFindings;
import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hands the volumes file over to a cloud's own scheduler. */
record HandoverJob(Surroundings surroundings, LifecyclePolicies policies) {

  HandoverPlan plan(HandoverRequest request) {
    try (Timeline timeline = surroundings.timelines().get()) {
      return plan(request, timeline);
    }
  }

  HandoverResult handOver(HandoverRequest request) {
    Instant start = surroundings.clock().instant();
    try (Timeline timeline = surroundings.timelines().get()) {
      HandoverPlan plan = plan(request, timeline);
      List<HandoverOutcome> outcomes =
          new HandoverRunner(plan, policies, timeline, surroundings.listener()).run();
      return new HandoverResult(
          plan, outcomes, start, Duration.between(start, surroundings.clock().instant()));
    }
  }

  private HandoverPlan plan(HandoverRequest request, Timeline timeline) {
    VolumesFileContent content = VolumesFile.read(request.volumesFile());
    for (Problem problem : content.problems()) {
      if (problem.isError()) {
        // a line that is not understood would let its volume go
        throw new EbsException(problem);
      }
    }
    HandoverFindings findings =
        new HandoverReader(surroundings.storage(), policies, surroundings.patience(timeline))
            .findings(request.region(), content.specs(), request.rules());
    return HandoverPlanner.plan(request.region(), content.specs(), request.rules(), findings);
  }
}
