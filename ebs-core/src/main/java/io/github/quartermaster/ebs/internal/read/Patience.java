package io.github.quartermaster.ebs.internal.read;

import static io.github.quartermaster.ebs.model.ProblemCode.CLOUD_UNREACHABLE;
import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;
import static io.github.quartermaster.ebs.model.ProblemCode.UNSUPPORTED;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a cloud questions that may be asked again: a throttled, failed or senseless answer is
 * followed by another try, at growing intervals, for minutes. For the deciding thread, before
 * anything is run.
 */
public final class Patience {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** Far more than any account has: a list whose next page is always another one has no end. */
  private static final int MOST_PAGES = 10_000;

  private final Timeline timeline;
  private final Duration limit;

  /** Asks for this long at most. */
  public Patience(Timeline timeline, Duration limit) {
    this.timeline = timeline;
    this.limit = limit;
  }

  /**
   * Asks until the answer is good or a plain no.
   *
   * @param question completes "tried to", for messages
   * @return {@link Answer.Done} or {@link Answer.Refused}, which is none of the credentials
   * @throws EbsException if the cloud does not answer in time, or refuses the credentials
   */
  public <T> Answer<T> ask(String question, Supplier<Answer<T>> request) {
    Instant end = timeline.now().plus(limit);
    Duration pause = FIRST_PAUSE;
    while (true) {
      Answer<T> answer = request.get();
      if (answer instanceof Refused<T> refused && refused.reason() == Refused.Reason.CREDENTIALS) {
        throw new EbsException(
            Problem.error(
                CREDENTIALS_REFUSED,
                "credentials",
                "tried to " + question + "; " + refused.why(),
                "Give credentials that are valid now, and check this machine's clock"));
      }
      if (answer instanceof Answer.Done<T> || answer instanceof Refused<T>) {
        return answer;
      }
      Duration asked = answer instanceof Wait<T> wait ? wait.atLeast() : Duration.ZERO;
      Duration next = asked.compareTo(pause) > 0 ? asked : pause;
      if (timeline.now().plus(next).isAfter(end)) {
        throw unreachable(question, why(answer));
      }
      timeline.pause(next);
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  /**
   * Reads a list to its end, from its beginning once more where it goes round in circles.
   *
   * @param request asks for a page, given where the one before said to go on
   * @throws EbsException as {@link #ask}; also if the list is refused or has no end
   */
  public <T> List<T> list(String question, Function<@Nullable String, Answer<Page<T>>> request) {
    return sure(question, ask(question, () -> wholeList(question, request)));
  }

  private <T> Answer<List<T>> wholeList(
      String question, Function<@Nullable String, Answer<Page<T>>> request) {
    List<T> all = new ArrayList<>();
    @Nullable String next = null;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      String from = next;
      Page<T> page = sure(question, ask(question, () -> request.apply(from)));
      all.addAll(page.items());
      next = page.next().orElse(null);
      if (next == null) {
        return new Answer.Done<>(all);
      }
      if (next.equals(from)) {
        return new Ambiguous<>("its list goes round in circles");
      }
    }
    throw unreachable(question, "its list has no end");
  }

  /**
   * Lets what began at a time become visible to searches.
   *
   * @param settling how long that may take
   * @return whether it was waited for
   */
  public boolean settle(Instant began, Duration settling) {
    Duration left = Duration.between(timeline.now(), began.plus(settling));
    if (left.isNegative() || left.isZero()) {
      return false;
    }
    // a machine whose clock is slow waits no longer than others
    timeline.pause(shorter(left, settling));
    return true;
  }

  /**
   * What a good answer carries.
   *
   * @throws EbsException if it was refused
   */
  public static <T> T sure(String question, Answer<T> answer) {
    if (answer instanceof Answer.Done<T> done) {
      return done.value();
    }
    Refused.@Nullable Reason reason =
        answer instanceof Refused<T> refused ? refused.reason() : null;
    if (reason == Refused.Reason.PERMISSION) {
      throw new EbsException(
          Problem.error(
              PERMISSION_DENIED,
              "credentials",
              "tried to " + question + "; " + why(answer),
              "Allow these credentials to " + question));
    }
    if (reason == Refused.Reason.UNSUPPORTED) {
      throw new EbsException(
          Problem.error(
              UNSUPPORTED,
              "cloud",
              "tried to " + question + "; " + why(answer),
              "Check the region, and what the cloud offers there"));
    }
    throw unreachable(question, why(answer));
  }

  private static String why(Answer<?> answer) {
    if (answer instanceof Refused<?> refused) {
      return refused.why();
    }
    return answer instanceof Wait<?> wait ? wait.why() : ((Ambiguous<?>) answer).why();
  }

  private static EbsException unreachable(String question, String why) {
    return new EbsException(
        Problem.error(
            CLOUD_UNREACHABLE,
            "cloud",
            "tried to " + question + "; " + why,
            "Try again later, and check the network and the region"));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
