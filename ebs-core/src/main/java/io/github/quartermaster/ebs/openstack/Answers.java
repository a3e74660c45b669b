package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import java.time.Duration;
import java.util.function.Function;

/** Puts several questions together, of which only the last one may change something. */
final class Answers {
  private Answers() {}

  /** An answer that is not a good one, to another question. */
  static <T> Answer<T> other(Answer<?> answer) {
    if (answer instanceof Done) {
      throw new IllegalArgumentException("a good answer is one to its own question only");
    }
    return answer.map(
        none -> {
          throw new IllegalStateException("an answer changed");
        });
  }

  /**
   * Goes on with a good answer to a question that changed nothing. Where nobody knows what became
   * of that one, it is certain all the same that what should follow was not done.
   */
  static <A, T> Answer<T> then(Answer<A> question, Function<A, Answer<T>> next) {
    if (question instanceof Done<A> done) {
      return next.apply(done.value());
    }
    if (question instanceof Ambiguous<A> ambiguous) {
      return new Wait<>(Wait.Reason.NOT_READY, Duration.ZERO, ambiguous.why());
    }
    return other(question);
  }

  /** Whether there is no such thing. */
  static boolean isNotFound(Answer<?> answer) {
    return answer instanceof Refused<?> refused && refused.reason() == Refused.Reason.NOT_FOUND;
  }
}
