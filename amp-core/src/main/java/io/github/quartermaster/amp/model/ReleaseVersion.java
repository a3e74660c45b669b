package io.github.quartermaster.amp.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The version of an Alfresco or Share WAR, and of the bounds that a module sets to it ({@code
 * module.repo.version.min} and {@code .max}): whole numbers between dots, such as {@code 7.4.1}.
 *
 * <p>Read as Alfresco's {@code VersionNumber} reads it: a missing part is zero, dots at the end do
 * not count, and a number is at most 2147483647. A larger one is refused and not merely compared
 * right, because Alfresco would not start with a module that states it. Signs and digits other than
 * 0 to 9 are refused, which Alfresco would let pass.
 *
 * <p>Equality is that of the text, so {@code compareTo} returning 0 does not imply {@code equals}:
 * {@code 7.4} and {@code 7.4.0} compare as the same.
 *
 * @param text the version as written
 */
public record ReleaseVersion(String text) implements Comparable<ReleaseVersion> {

  private static final int PARTS_OF_A_BOUND = 3;

  private static final long TOO_LARGE = Integer.MAX_VALUE + 1L;

  /**
   * @throws IllegalArgumentException where the text is anything else than numbers between dots
   */
  public ReleaseVersion {
    parts(text);
  }

  /** This version cut off after the third part; this version itself where it has no more. */
  public ReleaseVersion firstThreeParts() {
    int[] parts = parts(text);
    return parts.length <= PARTS_OF_A_BOUND
        ? this
        : new ReleaseVersion(
            IntStream.of(parts)
                .limit(PARTS_OF_A_BOUND)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(".")));
  }

  /** Whether this version comes after the other. */
  public boolean isNewerThan(ReleaseVersion other) {
    return compareTo(other) > 0;
  }

  /** Older versions come first: by the first part, then by the second, and so on. */
  @Override
  public int compareTo(ReleaseVersion other) {
    int[] parts = parts(text);
    int[] others = parts(other.text);
    int length = Math.max(parts.length, others.length);
    return Arrays.compare(Arrays.copyOf(parts, length), Arrays.copyOf(others, length));
  }

  /** The version as written. */
  @Override
  public String toString() {
    return text;
  }

  private static int[] parts(String text) {
    String[] parts = text.split("\\.", 0);
    if (parts.length == 0) {
      throw refusal(text, "it has no number");
    }
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = number(parts[i], text);
    }
    return numbers;
  }

  private static int number(String part, String text) {
    long number = part.isEmpty() ? -1 : 0;
    for (int i = 0; i < part.length() && number >= 0; i++) {
      int digit = part.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : Math.min(number * 10 + digit, TOO_LARGE);
    }
    if (number < 0) {
      throw refusal(text, QuotedText.of(part) + " is not a whole number");
    }
    if (number == TOO_LARGE) {
      throw refusal(
          text,
          QuotedText.of(part) + " is more than " + Integer.MAX_VALUE + ", Alfresco's largest");
    }
    return (int) number;
  }

  private static IllegalArgumentException refusal(String text, String reason) {
    return new IllegalArgumentException(
        "tried to read the release version "
            + QuotedText.of(text)
            + "; "
            + reason
            + ". Write whole numbers between dots, such as 7.4.0");
  }
}
