package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.Region;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** One request, and whatever may come of it as an {@link Answer}. */
final class Ec2Calls {
  private final Ec2Clients clients;

  Ec2Calls(Ec2Clients clients) {
    this.clients = clients;
  }

  /**
   * Asks, and understands the answer.
   *
   * @param understand throws {@link SenselessAnswerException} or an {@link
   *     IllegalArgumentException} if the answer makes no sense
   */
  <R extends Ec2Response, T> Answer<T> ask(
      Region region, Function<Ec2Client, R> call, Function<R, T> understand) {
    return ask(region, clients::in, call, understand);
  }

  /**
   * Likewise, another service.
   *
   * @param clients makes or finds the client for a region
   */
  <C, R extends AwsResponse, T> Answer<T> ask(
      Region region, Function<Region, C> clients, Function<C, R> call, Function<R, T> understand) {
    C client;
    try {
      client = clients.apply(region);
    } catch (RuntimeException failure) {
      return new Refused<>(
          Refused.Reason.INVALID, "no way to the region " + region + ": " + firstSentence(failure));
    }
    return ask(() -> call.apply(client), response -> understand.apply(withId(response)));
  }

  /** Asks any service. */
  <R, T> Answer<T> ask(Supplier<R> call, Function<R, T> understand) {
    FreshCredentials credentials = clients.credentials();
    int begunWith = credentials.generation();
    try {
      Answer<T> done = new Done<>(understand.apply(call.get()));
      credentials.worked(begunWith);
      return done;
    } catch (AbortedException interrupted) {
      Thread.currentThread().interrupt();
      return new Ambiguous<>("interrupted");
    } catch (StackOverflowError failure) {
      // the SDK follows XML by recursion
      return new Ambiguous<>("the answer is nested deeper than any that makes sense");
    } catch (RuntimeException failure) {
      Answer<T> answer = Ec2Failures.answer(failure);
      return answer instanceof Refused<T> refused
              && Ec2Failures.isExpired(failure)
              && credentials.renew(begunWith)
          ? new Wait<>(Wait.Reason.NOT_READY, Duration.ZERO, refused.why())
          : answer;
    }
  }

  private static String firstSentence(RuntimeException failure) {
    String said = SafeText.of(failure.getMessage());
    int end = said.indexOf(". ");
    return end < 0 ? said : said.substring(0, end);
  }

  /** The response, where it is one of AWS. */
  static <R extends AwsResponse> R withId(R response) {
    String id = response.responseMetadata().requestId();
    if (id == null || id.isBlank() || id.equals("UNKNOWN")) {
      throw new SenselessAnswerException("the answer names no request, as AWS' answers do");
    }
    return response;
  }
}
