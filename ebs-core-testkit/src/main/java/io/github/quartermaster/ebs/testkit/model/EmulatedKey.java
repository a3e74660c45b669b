package io.github.quartermaster.ebs.testkit.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of the emulated account, in KMS's words.
 *
 * @param arn such as {@code arn:aws:kms:us-west-2:111122223333:key/4f6a...}
 * @param aliases such as {@code alias/backup}; not to be changed
 * @param state such as {@code Enabled} or {@code PendingDeletion}
 * @param usage such as {@code ENCRYPT_DECRYPT}
 * @param spec such as {@code SYMMETRIC_DEFAULT}
 */
public record EmulatedKey(
    String region, String arn, List<String> aliases, String state, String usage, String spec) {

  /** Copies the list. */
  public EmulatedKey {
    aliases = List.copyOf(aliases);
  }

  /**
   * An enabled key that encrypts volumes.
   *
   * @param arn also what is none, which is then all that the key is called
   */
  public static EmulatedKey of(String region, String arn) {
    return new EmulatedKey(
        region, arn, List.of(), "Enabled", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
  }

  /** With one more alias. */
  public EmulatedKey withAlias(String alias) {
    List<String> more = new ArrayList<>(aliases);
    more.add(alias);
    return new EmulatedKey(region, arn, more, state, usage, spec);
  }

  /** In another state. */
  public EmulatedKey withState(String value) {
    return new EmulatedKey(region, arn, aliases, value, usage, spec);
  }

  /** For another use, such as {@code SIGN_VERIFY} with {@code RSA_2048}. */
  public EmulatedKey withUse(String otherUsage, String otherSpec) {
    return new EmulatedKey(region, arn, aliases, state, otherUsage, otherSpec);
  }

  /** What its ARN ends in. */
  public String id() {
    return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
  }

  /** Whether a request means it by this: its ARN, its id, an alias, or the ARN of an alias. */
  public boolean isCalled(String name) {
    return name.equals(arn)
        || name.equals(id())
        || aliases.stream()
            .anyMatch(alias -> name.equals(alias) || name.equals(ofAccount() + alias));
  }

  /** Whether EBS can encrypt with it now. */
  public boolean encryptsVolumes() {
    return state.equals("Enabled")
        && usage.equals("ENCRYPT_DECRYPT")
        && spec.equals("SYMMETRIC_DEFAULT");
  }

  private String ofAccount() {
    return arn.substring(0, arn.length() - id().length()).replaceFirst("key/$", "");
  }
}
