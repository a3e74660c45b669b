package io.github.quartermaster.amp.model;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Where the tests get their version texts from: likely ones, and everything that could hurt. */
final class VersionTexts {

  private static final List<String> SEPARATORS = List.of(".", "-", "", ".", "-", "..", "--", ".-");

  private static final List<String> PARTS =
      List.of(
          ("|0|1|2|10|00|007|19|20240101|2147483648|9223372036854775808|12345678901234567890"
                  + "|alpha|ALPHA|a|b|beta|m|M|milestone|rc|RC|CR|SNAPSHOT|ga|final|Final|release"
                  + "|sp|SP|x|f|g|jboss|_| |foo bar|+|é|ß|İ|٣|\uD835\uDFCF")
              .split("\\|"));

  private static final List<String> SUFFIXES =
      List.of(
          ("||-SNAPSHOT|-RC1|-rc7|-M1|-A3|.Final|.GA|-sp1|-alpha1|a1|-beta-2|-1|-20240101|.f|.g"
                  + "|-RC1-SNAPSHOT|-community|.|-")
              .split("\\|"));

  private VersionTexts() {}

  /** Likely and nasty ones, so few and so short that parts of two often meet. */
  static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, assembled()),
            Tuple.of(2, likely()),
            Tuple.of(1, Arbitraries.strings().ofMinLength(1).ofMaxLength(12)))
        .filter(text -> !text.isBlank());
  }

  private static Arbitrary<String> assembled() {
    Arbitrary<String> piece =
        Combinators.combine(Arbitraries.of(SEPARATORS), Arbitraries.of(PARTS)).as(String::concat);
    return piece.list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> likely() {
    Arbitrary<String> numbers =
        Arbitraries.integers()
            .between(0, 12)
            .map(String::valueOf)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(parts -> String.join(".", parts));
    return Combinators.combine(numbers, Arbitraries.of(SUFFIXES)).as(String::concat);
  }

  /** Every text of up to four parts out of those that matter to the order. */
  static List<String> catalogue() {
    List<String> parts = List.of("0", "1", "alpha", "ga", "sp");
    List<String> all = new ArrayList<>(parts);
    List<String> last = all;
    for (int length = 2; length <= 4; length++) {
      List<String> longer = new ArrayList<>();
      for (String head : last) {
        for (String separator : List.of(".", "-")) {
          parts.forEach(part -> longer.add(head + separator + part));
        }
      }
      all.addAll(longer);
      last = longer;
    }
    return all;
  }
}
