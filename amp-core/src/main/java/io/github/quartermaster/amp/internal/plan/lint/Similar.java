package io.github.quartermaster.amp.internal.plan.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who wrote something else. */
final class Similar {
  private static final int LONGEST = 100;

  /** Of more words than that none is looked for: an AMP can have any number of folders. */
  private static final int MOST = 2000;

  private Similar() {}

  /** The closest of the words, if it is close enough to be meant. */
  static Optional<String> to(String written, Collection<String> words) {
    return to(written, words, Math.max(2, written.length() / 8));
  }

  /** The closest of the words that is at most that many changes away. */
  static Optional<String> to(String written, Collection<String> words, int atMost) {
    return written.length() > LONGEST
        ? Optional.empty()
        : words.stream()
            .limit(MOST)
            .filter(word -> Math.abs(word.length() - written.length()) <= atMost)
            .filter(word -> distance(written, word) <= atMost)
            .min(
                Comparator.comparingInt((String word) -> distance(written, word))
                    .thenComparing(w -> w));
  }

  /** How many characters must be added, taken away or changed; case counts for nothing. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
