package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Requirement;
import java.util.regex.Pattern;

/** Which names checks and tags may have. */
final class Names {
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private Names() {}

  /**
   * Whether a check may be called so: its component is named after it, a subset of checks is asked
   * for by a list with commas, and {@code tag:} marks a tag.
   */
  static boolean isCheck(String name) {
    return ComponentId.isWellFormed(name)
        && name.strip().equals(name)
        && name.indexOf(',') < 0
        && !name.startsWith(Requirement.TAG_PREFIX);
  }

  /** Whether a tag may be called so. */
  static boolean isTag(String name) {
    return TAG.matcher(name).matches();
  }
}
