package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What it means that a call of the SDK ended in an exception. */
final class Ec2Failures {
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  /** From there on the SDK sets its clock. */
  private static final int WRONG_CLOCK_MINUTES = 4;

  /** There is one, always. */
  private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: [0-9]+\\)");

  /** What follows prints objects of the SDK: all profiles, all places that were looked at. */
  private static final Pattern BEAN = Pattern.compile(":? (?:in the chain )?\\w+\\(\\w+=\\[.*");

  /** Java's words for a proxy that answers CONNECT with 407. */
  private static final Pattern NO_LOGIN = Pattern.compile("tunnel through proxy.*\\b407\\b");

  private Ec2Failures() {}

  /** The error code of an answer; empty where there was no answer, or none that can be read. */
  static Optional<String> code(Throwable failure) {
    return service(failure)
        .map(AwsServiceException::awsErrorDetails)
        .map(AwsErrorDetails::errorCode)
        .filter(code -> !code.isBlank());
  }

  /**
   * Whether other credentials or another time of day could cure it. Where the clock was the
   * trouble, the SDK has already set its own by the answer's, but its exception no longer knows.
   */
  static boolean isExpired(Throwable failure) {
    return code(failure).filter(Ec2Errors::isExpired).isPresent()
        || service(failure).flatMap(Ec2Failures::minutesAhead).isPresent();
  }

  static <T> Answer<T> answer(Throwable failure) {
    Optional<NoCredentialsException> unsigned = find(failure, NoCredentialsException.class);
    if (unsigned.isPresent()) {
      return unsigned(unsigned.get());
    }
    return service(failure)
        .<Answer<T>>map(Ec2Failures::byCodeAndStatus)
        .or(() -> unsent(failure))
        .orElseGet(() -> new Ambiguous<>(words(failure)));
  }

  /** What was certainly not sent, and would not be the next time either. */
  private static <T> Optional<Answer<T>> unsent(Throwable failure) {
    if (find(failure, CertificateException.class).isPresent()) {
      return Optional.of(
          new Refused<>(
              Refused.Reason.INVALID,
              "the server's certificate is not trusted: "
                  + words(failure)
                  + "; an authority of your own belongs into javax.net.ssl.trustStore"));
    }
    if (NO_LOGIN.matcher(words(failure)).find()) {
      return Optional.of(
          new Refused<>(
              Refused.Reason.INVALID,
              "the proxy wants a login: "
                  + words(failure)
                  + "; Java sends none of the scheme Basic unless"
                  + " jdk.http.auth.tunneling.disabledSchemes is empty"));
    }
    return Optional.empty();
  }

  /** Credentials may have to be fetched over the network, which may fail for a while. */
  private static <T> Answer<T> unsigned(NoCredentialsException failure) {
    boolean passes =
        find(failure, IOException.class).isPresent()
            || service(failure).filter(answer -> answer.statusCode() >= 500).isPresent();
    String said = BEAN.matcher(SafeText.of(failure.getMessage())).replaceFirst("");
    String why = "no AWS credentials: " + ATTEMPTS.matcher(said).replaceAll("");
    return passes
        ? new Wait<>(Wait.Reason.NOT_READY, Duration.ZERO, why)
        : new Refused<>(Refused.Reason.CREDENTIALS, why);
  }

  private static <T> Answer<T> byCodeAndStatus(AwsServiceException failure) {
    Optional<String> code = code(failure);
    String why = why(failure);
    Optional<Wait.Reason> wait =
        code.flatMap(Ec2Errors::waitFor)
            .or(
                () ->
                    Optional.of(Wait.Reason.THROTTLED)
                        .filter(reason -> failure.statusCode() == 429)
                        .filter(reason -> code.filter(Ec2Errors::isRefusal).isEmpty()));
    if (wait.isPresent()) {
      return new Wait<>(wait.get(), atLeast(failure, wait.get()), why);
    }
    if (failure.statusCode() == 401 && code.isEmpty()) {
      return new Refused<>(Refused.Reason.CREDENTIALS, why);
    }
    if (failure.statusCode() >= 500 || code.filter(Ec2Errors::isAmbiguous).isPresent()) {
      String request = SafeText.of(failure.requestId());
      return new Ambiguous<>(request.isEmpty() ? why : why + " (request " + request + ")");
    }
    return code.<Answer<T>>map(known -> new Refused<>(Ec2Errors.refusal(known), why))
        .orElseGet(() -> new Ambiguous<>(why));
  }

  private static Duration atLeast(AwsServiceException failure, Wait.Reason reason) {
    Duration asked =
        header(failure, "Retry-After")
            .filter(value -> value.matches("[0-9]{1,9}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(Duration.ZERO);
    Duration bounded = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    return bounded.isZero() && reason == Wait.Reason.TOO_SOON
        ? Ec2Traits.BETWEEN_SNAPSHOTS
        : bounded;
  }

  private static String why(AwsServiceException failure) {
    Optional<String> code = code(failure);
    if (code.isEmpty()) {
      return failure.statusCode() == 401
          ? "AWS does not accept the credentials (HTTP status 401)" + clock(failure)
          : "an answer with HTTP status " + failure.statusCode() + " that is not of AWS' form";
    }
    String said =
        code.get() + ": " + SafeText.of(failure.awsErrorDetails().errorMessage()) + clock(failure);
    return Ec2Errors.isExpired(code.get())
        ? said + "; the credentials have expired, or this machine's clock is wrong"
        : said;
  }

  /** Says how far this machine's clock is off, where that is what AWS may have stumbled over. */
  private static String clock(AwsServiceException failure) {
    return minutesAhead(failure)
        .map(
            minutes ->
                "; this machine's clock is "
                    + Math.abs(minutes)
                    + " minutes "
                    + (minutes > 0 ? "ahead of" : "behind")
                    + " AWS'")
        .orElse("");
  }

  private static Optional<Long> minutesAhead(AwsServiceException failure) {
    return header(failure, "Date")
        .filter(date -> failure.statusCode() == 401 || isAboutSigning(failure))
        .flatMap(Ec2Failures::instant)
        .map(theirs -> Duration.between(theirs, Instant.now()).toMinutes())
        .filter(minutes -> Math.abs(minutes) >= WRONG_CLOCK_MINUTES);
  }

  private static boolean isAboutSigning(AwsServiceException failure) {
    return code(failure)
        .map(Ec2Errors::refusal)
        .filter(Refused.Reason.CREDENTIALS::equals)
        .isPresent();
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(AwsServiceException failure, String name) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(response -> response.firstMatchingHeader(name));
  }

  /** The outermost and the innermost words, which are what a reader can do something with. */
  private static String words(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
      root = root.getCause();
    }
    String outer = name(failure);
    String inner = name(root);
    return outer.equals(inner) || outer.contains(inner) ? outer : outer + " (" + inner + ")";
  }

  private static String name(Throwable failure) {
    String message = ATTEMPTS.matcher(SafeText.of(failure.getMessage())).replaceAll("");
    return message.isEmpty() ? failure.getClass().getSimpleName() : message;
  }

  private static Optional<AwsServiceException> service(Throwable failure) {
    return find(failure, AwsServiceException.class);
  }

  private static <X extends Throwable> Optional<X> find(Throwable failure, Class<X> type) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
