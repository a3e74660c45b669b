package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.ArrayList;
import java.util.List;

/**
 * A filter's value: {@code *} stands for any characters, {@code ?} for one, and a backslash takes
 * the meaning from what follows it. Matching takes no longer than the product of both lengths.
 */
final class Wildcards {
  private static final int ANY = -1;
  private static final int ONE = -2;

  private final List<Integer> parts = new ArrayList<>();

  Wildcards(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '\\' && index + 1 < text.length()) {
        index++;
        parts.add((int) text.charAt(index));
      } else {
        parts.add(character == '*' ? ANY : character == '?' ? ONE : character);
      }
    }
  }

  boolean match(String value) {
    int part = 0;
    int star = -1;
    int afterStar = 0;
    int index = 0;
    while (index < value.length()) {
      if (part < parts.size() && parts.get(part) == ANY) {
        star = part;
        part++;
        afterStar = index;
      } else if (part < parts.size() && isOne(part, value.charAt(index))) {
        part++;
        index++;
      } else if (star >= 0) {
        // the last star takes one more
        part = star + 1;
        afterStar++;
        index = afterStar;
      } else {
        return false;
      }
    }
    return parts.subList(part, parts.size()).stream().allMatch(rest -> rest == ANY);
  }

  private boolean isOne(int part, char character) {
    int wanted = parts.get(part);
    return wanted == ONE || wanted == character;
  }
}
