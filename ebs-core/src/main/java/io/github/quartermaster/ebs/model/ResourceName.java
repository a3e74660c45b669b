package io.github.quartermaster.ebs.model;

import java.util.regex.Pattern;

/**
 * The characters that names of things in a cloud are made of: nothing that a tag, a path or a log
 * could take for more.
 */
final class ResourceName {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private ResourceName() {}

  static boolean isWellFormed(String value) {
    return FORM.matcher(value).matches();
  }

  static void check(String value, String what) {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(QuotedText.of(value) + " is no id of a " + what);
    }
  }
}
