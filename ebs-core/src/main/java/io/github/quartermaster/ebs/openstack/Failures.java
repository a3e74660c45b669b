package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of Cinder means that is not a good one. By status, and where that is not enough by
 * Cinder's words, as Cinder 21 (Zed) has them.
 */
final class Failures {
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private static final Pattern CURRENT_STATUS =
      Pattern.compile("current status is:? ?[\"']?([a-z_-]+)");

  /** A volume or snapshot in one of these is at work, and will be ready again by itself. */
  private static final Set<String> PASSING =
      Set.of(
          "attaching",
          "awaiting-transfer",
          "backing-up",
          "creating",
          "detaching",
          "downloading",
          "extending",
          "maintenance",
          "migrating",
          "reserved",
          "restoring-backup",
          "retyping",
          "reverting",
          "uploading");

  private static final Pattern IN_USE =
      Pattern.compile(
          "Incremental backups exist for this backup|[Ss]tatus must be available or error"
              + "|have snapshots|dependent|attached");

  private static final Pattern TOO_LONG = Pattern.compile("Invalid metadata size");
  private static final Pattern QUOTA =
      Pattern.compile("(?i)quota|LimitExceeded|allowed .*exceeded");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

  private Failures() {}

  /** What it means. */
  static <T> Answer<T> answer(Reply reply) {
    String why = words(reply);
    if (message(reply).isEmpty() && reply.status() < 500 && reply.status() != 429) {
      // a proxy, or another server: nothing that it says is Cinder's word
      return reply.status() == 401
          ? new Refused<>(Refused.Reason.CREDENTIALS, why)
          : new Ambiguous<>(why);
    }
    return switch (reply.status()) {
      case 400 -> badRequest(message(reply), why);
      case 401 -> new Refused<>(Refused.Reason.CREDENTIALS, why);
      case 403 -> new Refused<>(Refused.Reason.PERMISSION, why);
      case 404 -> new Refused<>(Refused.Reason.NOT_FOUND, why);
      case 405, 406, 501 -> new Refused<>(Refused.Reason.UNSUPPORTED, why);
      case 409 -> new Wait<>(Wait.Reason.BUSY, retryAfter(reply), why);
      case 413 -> overLimit(reply, why);
      case 429 -> new Wait<>(Wait.Reason.THROTTLED, retryAfter(reply), why);
      default ->
          reply.status() > 400 && reply.status() < 500
              ? new Refused<>(Refused.Reason.INVALID, why)
              : new Ambiguous<>(why);
    };
  }

  private static <T> Answer<T> badRequest(String message, String why) {
    Matcher status = CURRENT_STATUS.matcher(message);
    if (status.find()) {
      return PASSING.contains(status.group(1))
          ? new Wait<>(Wait.Reason.BUSY, Duration.ZERO, why)
          : new Refused<>(Refused.Reason.INVALID, why);
    }
    return new Refused<>(
        IN_USE.matcher(message).find() ? Refused.Reason.IN_USE : Refused.Reason.INVALID, why);
  }

  /** One status for three things; a quota says "retry after 0", which would be for ever. */
  private static <T> Answer<T> overLimit(Reply reply, String why) {
    String message = message(reply);
    if (TOO_LONG.matcher(message).find()) {
      return new Refused<>(Refused.Reason.INVALID, why);
    }
    Duration pause = retryAfter(reply);
    if (QUOTA.matcher(message).find() || pause.isZero()) {
      return new Refused<>(Refused.Reason.QUOTA, why);
    }
    return new Wait<>(Wait.Reason.THROTTLED, pause, why);
  }

  private static Duration retryAfter(Reply reply) {
    Duration asked =
        reply
            .header("retry-after")
            .filter(value -> DIGITS.matcher(value).matches())
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(Duration.ZERO);
    return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
  }

  /** OpenStack's own words in an answer: the first member has a message. */
  static String message(Reply reply) {
    try {
      Json json = reply.json();
      return json.names().stream()
          .map(name -> json.at(name).text("message"))
          .filter(text -> !text.isBlank())
          .findFirst()
          .orElse("");
    } catch (SenselessAnswerException notOpenStack) {
      return "";
    }
  }

  /** An answer for people. */
  static String words(Reply reply) {
    String message = ServerWords.of(message(reply));
    String request =
        reply
            .header("x-openstack-request-id")
            .map(id -> " (request " + ServerWords.of(id) + ")")
            .orElse("");
    return message.isEmpty()
        ? "an answer with HTTP status " + reply.status() + " that is not of OpenStack's form"
        : message + request;
  }

  /** What was certainly not sent, and would not be the next time either. */
  static Optional<String> untrusted(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof CertificateException) {
        return Optional.of(
            "the server's certificate is not trusted: "
                + words(failure)
                + "; name an authority of your own by cacert or OS_CACERT");
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** A failure of the line for people. */
  static String words(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
      root = root.getCause();
    }
    String message = ServerWords.of(root.getMessage());
    String name = root.getClass().getSimpleName();
    return message.isEmpty() ? name : name + ": " + message;
  }
}
