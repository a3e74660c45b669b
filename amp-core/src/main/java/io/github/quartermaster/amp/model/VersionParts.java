package io.github.quartermaster.amp.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A version taken apart, in the form in which versions are compared.
 *
 * <p>Maven describes a version as lists within lists. As a list can only be the last member of
 * another, the nesting carries no more than a flat row with a marker at each step down; comparing
 * two rows needs no recursion, whatever the text.
 *
 * <p>The order of rows is lexical over a total order of parts, with the end of a row standing
 * between the parts that make a version older and those that make it newer. It is total for that
 * reason alone.
 */
final class VersionParts implements Comparable<VersionParts> {

  private final List<VersionPart> parts;

  private VersionParts(List<VersionPart> parts) {
    this.parts = parts;
  }

  /** Takes any text apart, in time and memory that grow with its length only. */
  static VersionParts of(String text) {
    return new VersionParts(settle(split(text.toLowerCase(Locale.ROOT))));
  }

  private static List<VersionPart> split(String text) {
    List<VersionPart> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      char first = text.charAt(start);
      if (isSeparator(first)) {
        if (start == 0 || isSeparator(text.charAt(start - 1))) {
          parts.add(VersionPart.ZERO);
        }
        if (first == '-') {
          parts.add(VersionPart.SUB_PART);
        }
        start++;
      } else {
        start = addRun(text, start, parts);
      }
    }
    return parts;
  }

  /** Adds the digits, or the other characters, that begin at {@code start}; returns their end. */
  private static int addRun(String text, int start, List<VersionPart> parts) {
    boolean digits = Character.isDigit(text.charAt(start));
    int end = start;
    while (end < text.length()
        && !isSeparator(text.charAt(end))
        && Character.isDigit(text.charAt(end)) == digits) {
      end++;
    }
    String run = text.substring(start, end);
    boolean joined = end < text.length() && !isSeparator(text.charAt(end));
    if (digits) {
      parts.add(VersionPart.number(run));
    } else {
      // Maven 3.9 reads 1.RC1 as 1-RC1 and 1.x as 1-x, but leaves the x of 1.x.2 where it is.
      if ((joined || end == text.length()) && !endsOpen(parts)) {
        parts.add(VersionPart.SUB_PART);
      }
      parts.add(VersionPart.word(run, joined));
    }
    if (joined) {
      parts.add(VersionPart.SUB_PART);
    }
    return end;
  }

  /** Drops what says nothing at the end of each sub-part, and finds the side of what stays. */
  private static List<VersionPart> settle(List<VersionPart> parts) {
    List<VersionPart> settled = new ArrayList<>(parts.size());
    int side = 0;
    for (int i = parts.size() - 1; i >= 0; i--) {
      VersionPart part = parts.get(i);
      boolean trailing =
          part.kind() == VersionPart.Kind.SUB_PART
              ? settled.isEmpty()
              : part.saysNothing() && endsOpen(settled);
      if (trailing) {
        continue;
      }
      side = part.side() == 0 ? side : part.side();
      settled.add(part.withSide(side));
    }
    Collections.reverse(settled);
    return settled;
  }

  private static boolean endsOpen(List<VersionPart> parts) {
    return parts.isEmpty() || parts.get(parts.size() - 1).kind() == VersionPart.Kind.SUB_PART;
  }

  private static boolean isSeparator(char character) {
    return character == '.' || character == '-';
  }

  @Override
  public int compareTo(VersionParts other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int order = parts.get(i).compareTo(other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (parts.size() > shared) {
      return parts.get(shared).side();
    }
    return other.parts.size() > shared ? -other.parts.get(shared).side() : 0;
  }
}
