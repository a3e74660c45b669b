package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.INVALID_REQUEST;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a copy's key tells beforehand. EC2 looks at the key only after it has accepted
 * the copy, which then fails by itself (EC2 API Reference, CopySnapshot, KmsKeyId).
 */
final class CopyKey {
  private static final Pattern ARN = Pattern.compile("arn:[^:]+:kms:([^:]*):[^:]*:.+");

  private CopyKey() {}

  /** Whether the key can be one of the region that it is to encrypt copies in. */
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
}
