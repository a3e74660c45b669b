package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.INVALID_REQUEST;
import static io.github.quartermaster.ebs.model.ProblemCode.KEY_UNUSABLE;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with the key of the copies. EC2 looks at the key only after it has accepted the
 * copy, which then fails by itself (EC2 API Reference, CopySnapshot, KmsKeyId).
 */
public final class CopyKey {
  private static final Pattern ARN = Pattern.compile("arn:[^:]+:kms:([^:]*):[^:]*:.+");

  private CopyKey() {}

  /** Whether, by its name, it can be a key of the region that it is to encrypt copies in. */
  static Optional<Problem> problem(String key, Region destination) {
    Matcher arn = ARN.matcher(key);
    if (!arn.matches() || arn.group(1).equals(destination.name())) {
      // what is no ARN is looked for in the destination itself
      return Optional.empty();
    }
    return Optional.of(
        Problem.error(
            INVALID_REQUEST,
            destination,
            "tried to plan copies to "
                + destination
                + "; the key "
                + key
                + " is one of "
                + arn.group(1)
                + ", and only a key of the destination can encrypt them",
            "Name a key of each destination by an alias that all of them have"));
  }

  /**
   * What the regions' answers about the key mean to copies into them.
   *
   * @param answers {@link Answer.Done} or {@link Answer.Refused}, by region
   */
  public static List<Problem> problems(String key, Map<Region, Answer<EncryptionKey>> answers) {
    List<Problem> problems = new ArrayList<>();
    answers.forEach(
        (region, answer) -> {
          if (answer instanceof Answer.Done<EncryptionKey> done) {
            unfit(key, region, done.value()).ifPresent(problems::add);
          } else if (answer instanceof Answer.Refused<EncryptionKey> refused) {
            problems.add(refused(key, region, refused));
          }
        });
    return problems;
  }

  private static Optional<Problem> unfit(String key, Region region, EncryptionKey found) {
    return switch (found.fitness()) {
      case FIT -> Optional.empty();
      case DISABLED ->
          unusable(
              key,
              region,
              "it is disabled (" + found.words() + ")",
              "Enable it, or name another key");
      case BEING_DELETED ->
          unusable(
              key,
              region,
              "it is to be deleted (" + found.words() + ")",
              "Cancel its deletion and enable it, or name another key");
      case NOT_READY ->
          unusable(
              key,
              region,
              "it cannot be used now (" + found.words() + ")",
              "Wait until it can be, or name another key");
      case OTHER_KIND ->
          unusable(
              key,
              region,
              "it is for " + found.words() + ", and snapshots are encrypted symmetrically",
              "Name a symmetric key that is there to encrypt and decrypt");
    };
  }

  private static Problem refused(String key, Region region, Answer.Refused<?> no) {
    return switch (no.reason()) {
      case PERMISSION ->
          Problem.warning(
              PERMISSION_DENIED,
              region,
              tried(key, region) + no.why(),
              "Allow these credentials to describe the key; the copies may be allowed all the same,"
                  + " and fail later if not");
      case NOT_FOUND ->
          problem(
              key,
              region,
              no.why(),
              "Make a key of that name in " + region + ", or name one that is there");
      default -> problem(key, region, no.why(), "Correct the key's id, alias or ARN");
    };
  }

  private static Optional<Problem> unusable(String key, Region region, String why, String remedy) {
    return Optional.of(problem(key, region, why, remedy));
  }

  private static Problem problem(String key, Region region, String why, String remedy) {
    return Problem.error(KEY_UNUSABLE, region, tried(key, region) + why, remedy);
  }

  private static String tried(String key, Region region) {
    return "tried to check the key " + key + " for copies to " + region + "; ";
  }
}
