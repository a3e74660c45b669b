package io.github.quartermaster.ebs.openstack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Cinder's API 3, which decides what requests and answers hold.
 *
 * @param minor what follows the 3
 */
record Microversion(int minor) {
  /** The newest one that has been tried. */
  static final Microversion NEWEST = new Microversion(70);

  /** From here on a backup has metadata. */
  static final Microversion BACKUP_METADATA = new Microversion(43);

  /** From here on a volume can be made of a backup. */
  static final Microversion VOLUME_OF_BACKUP = new Microversion(47);

  /** From here on a snapshot of a volume in use needs no force, and must not be given false. */
  static final Microversion NO_FORCE = new Microversion(66);

  private static final Pattern FORM = Pattern.compile("3\\.([0-9]{1,4})");

  static Optional<Microversion> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new Microversion(Integer.parseInt(form.group(1))))
        : Optional.empty();
  }

  boolean isAtLeast(Microversion other) {
    return minor >= other.minor;
  }

  Microversion orOlder(Microversion other) {
    return minor <= other.minor ? this : other;
  }

  @Override
  public String toString() {
    return "3." + minor;
  }
}
