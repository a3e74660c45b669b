package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.HANDOVER_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the changes of a plan, one after another, policies first. What is in doubt is looked
 * up where it is a policy that may have been made, and else done again, which does no harm. What
 * fails is told; the rest goes on. A repetition plans anew.
 */
public final class HandoverRunner {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 10;

  private final HandoverPlan plan;
  private final LifecyclePolicies policies;
  private final Timeline timeline;
  private final EbsListener listener;

  /** Ready to change what the plan says. */
  public HandoverRunner(
      HandoverPlan plan, LifecyclePolicies policies, Timeline timeline, EbsListener listener) {
    this.plan = plan;
    this.policies = policies;
    this.timeline = timeline;
    this.listener = listener;
  }

  /** Changes it; what became of each change, in the order of the plan. */
  public List<HandoverOutcome> run() {
    List<HandoverOutcome> outcomes = new ArrayList<>();
    if (plan.isRefused()) {
      return outcomes;
    }
    for (HandoverStep step : plan.changes()) {
      HandoverOutcome outcome =
          step instanceof HandoverStep.Policy policy
              ? change(policy)
              : change((HandoverStep.VolumeTags) step);
      outcomes.add(outcome);
      listener.on(new EbsEvent.HandedOver(outcome));
    }
    return outcomes;
  }

  private HandoverOutcome change(HandoverStep.Policy step) {
    Region region = plan.region();
    Answer<PolicyId> answer =
        step.found()
            .map(FoundPolicy::id)
            .map(id -> insist(() -> policies.update(region, id, step.wanted())))
            .orElseGet(() -> insist(new Making(step.wanted())));
    return outcome(step, answer, answer instanceof Done<PolicyId> done ? done.value() : null);
  }

  private HandoverOutcome change(HandoverStep.VolumeTags step) {
    Region region = plan.region();
    Set<String> gone = new HashSet<>(step.before().keySet());
    gone.removeAll(step.after().keySet());
    Answer<?> answer =
        step.after().isEmpty()
            ? insist(() -> policies.untag(region, step.volume(), gone))
            : insist(() -> policies.tag(region, step.volume(), Map.copyOf(step.after())));
    return outcome(step, answer, null);
  }

  /** Tries until the answer is clear. */
  private <T> Answer<T> insist(Supplier<Answer<T>> change) {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      Answer<T> answer = change.get();
      if (answer instanceof Done || answer instanceof Refused || attempt == MOST_ATTEMPTS) {
        return answer;
      }
      Duration asked = answer instanceof Wait<T> wait ? wait.atLeast() : Duration.ZERO;
      timeline.pause(asked.compareTo(pause) > 0 ? asked : pause);
      pause = pause.multipliedBy(2);
    }
  }

  private static HandoverOutcome outcome(
      HandoverStep step, Answer<?> answer, @Nullable PolicyId id) {
    if (answer instanceof Done) {
      return new HandoverOutcome(step, id, null);
    }
    ProblemCode code = HANDOVER_FAILED;
    String remedy = "Mend what it says, and hand over again, which goes on with what is left";
    if (answer instanceof Refused<?> no && no.reason() == Refused.Reason.PERMISSION) {
      code = PERMISSION_DENIED;
      remedy = "Allow these credentials to change policies, to pass the role, and to tag volumes";
    } else if (answer instanceof Refused<?> no && no.reason() == Refused.Reason.CREDENTIALS) {
      code = CREDENTIALS_REFUSED;
      remedy = "Give credentials that are valid now, and hand over again";
    }
    String what =
        step instanceof HandoverStep.Policy policy
            ? (policy.found().isPresent() ? "change" : "make")
                + " the policy for volumes with "
                + policy.subject()
            : "change the tags of " + step.subject();
    return new HandoverOutcome(
        step,
        id,
        Problem.error(code, step.subject(), "tried to " + what + "; " + why(answer), remedy));
  }

  private static String why(Answer<?> answer) {
    if (answer instanceof Refused<?> no) {
      return no.why();
    }
    return answer instanceof Wait<?> wait ? wait.why() : ((Ambiguous<?>) answer).why();
  }

  /** Makes a policy once: where an earlier try is in doubt, it looks whether it worked. */
  private final class Making implements Supplier<Answer<PolicyId>> {
    private final LifecyclePolicy wanted;
    private boolean inDoubt;

    Making(LifecyclePolicy wanted) {
      this.wanted = wanted;
    }

    @Override
    public Answer<PolicyId> get() {
      if (inDoubt) {
        Answer<PolicyId> made = made();
        if (!(made instanceof Refused)) {
          return made;
        }
      }
      Answer<PolicyId> answer = policies.create(plan.region(), wanted);
      inDoubt |= answer instanceof Ambiguous;
      return answer;
    }

    /** The policy that is there; a refusal where there is none. */
    private Answer<PolicyId> made() {
      Answer<List<PolicyId>> ids = policies.ours(plan.region());
      if (!(ids instanceof Done<List<PolicyId>> all)) {
        return new Ambiguous<>("nobody knows whether it was made");
      }
      for (PolicyId id : all.value()) {
        Answer<FoundPolicy> found = policies.policy(plan.region(), id);
        if (!(found instanceof Done<FoundPolicy> done)) {
          return new Ambiguous<>("nobody knows whether it was made");
        }
        if (done.value().group().equals(wanted.group())) {
          return new Done<>(id);
        }
      }
      return new Refused<>(Refused.Reason.NOT_FOUND, "there is none");
    }
  }
}
