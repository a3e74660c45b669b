package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;

/** The order of versions is one total order, and it is Maven's wherever Maven has one. */
class ModuleVersionPropertiesTest {

  private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{10,}");

  @Provide
  Arbitrary<String> versions() {
    return VersionTexts.any();
  }

  @Property(tries = 2000)
  void swapping_two_versions_turns_their_order_round(
      @ForAll("versions") String left, @ForAll("versions") String right) {
    assertThat(compare(left, right)).isEqualTo(-compare(right, left));
    assertThat(compare(left, left)).isZero();
  }

  @Property(tries = 4000)
  void order_is_transitive_and_versions_that_are_the_same_compare_alike(
      @ForAll("versions") String first,
      @ForAll("versions") String second,
      @ForAll("versions") String third) {
    List<ModuleVersion> sorted = new ArrayList<>();
    List.of(first, second, third).forEach(text -> sorted.add(new ModuleVersion(text)));
    Collections.sort(sorted);

    assertOneRanking(sorted);
  }

  @Property(tries = 10_000)
  void order_is_that_of_maven_except_where_maven_contradicts_itself(
      @ForAll("versions") String left, @ForAll("versions") String right) {
    assertMavenAgreesOrContradictsItself(left, right);
  }

  @Test
  void combinations_of_few_parts_have_one_ranking() {
    List<String> texts = VersionTexts.catalogue();
    Collections.shuffle(texts, new Random(1));
    assertOneRanking(texts.stream().limit(600).map(ModuleVersion::new).sorted().toList());
  }

  @Test
  void combinations_of_few_parts_compare_as_in_maven_or_maven_contradicts_itself() {
    List<String> texts = VersionTexts.catalogue();
    Random random = new Random(2);
    for (int i = 0; i < 50_000; i++) {
      assertMavenAgreesOrContradictsItself(
          texts.get(random.nextInt(texts.size())), texts.get(random.nextInt(texts.size())));
    }
  }

  /** Every pair, not only neighbours, compares as its places in the ranking say. */
  private static void assertOneRanking(List<ModuleVersion> sorted) {
    int[] rank = new int[sorted.size()];
    for (int i = 1; i < rank.length; i++) {
      rank[i] = rank[i - 1] + (sorted.get(i).compareTo(sorted.get(i - 1)) == 0 ? 0 : 1);
    }
    for (int i = 0; i < rank.length; i++) {
      for (int j = 0; j < rank.length; j++) {
        int order = sorted.get(i).compareTo(sorted.get(j));
        if (Integer.signum(order) != Integer.compare(rank[i], rank[j])) {
          throw new AssertionError(sorted.get(i) + " against " + sorted.get(j) + " is " + order);
        }
      }
    }
  }

  /**
   * Where the two orders differ, Maven's must run in a circle: there is a text, part of one of the
   * versions, that Maven puts between them in our order.
   */
  private static void assertMavenAgreesOrContradictsItself(String left, String right) {
    int ours = compare(left, right);
    if (ours == maven(left, right)
        || startsLongNumberWithZero(left)
        || startsLongNumberWithZero(right)) {
      return;
    }
    String older = ours < 0 ? left : right;
    String newer = ours < 0 ? right : left;
    if (ours == 0 || !mavenPutsSomethingBetween(older, newer)) {
      throw new AssertionError(
          "'" + left + "' against '" + right + "' is " + ours + ", in Maven " + maven(left, right));
    }
  }

  private static boolean mavenPutsSomethingBetween(String older, String newer) {
    List<String> candidates = new ArrayList<>();
    for (String text : List.of(older, newer)) {
      for (int length = 0; length < text.length(); length++) {
        candidates.add(text.substring(0, length));
      }
    }
    return candidates.stream()
        .anyMatch(middle -> maven(older, middle) < 0 && maven(middle, newer) < 0);
  }

  /** Maven judges a long number by the count of its digits, and may take zeros for some of them. */
  private static boolean startsLongNumberWithZero(String text) {
    return LONG_NUMBER
        .matcher(text)
        .results()
        .anyMatch(number -> Character.digit(number.group().codePointAt(0), 10) == 0);
  }

  private static int compare(String left, String right) {
    return Integer.signum(new ModuleVersion(left).compareTo(new ModuleVersion(right)));
  }

  private static int maven(String left, String right) {
    return Integer.signum(new ComparableVersion(left).compareTo(new ComparableVersion(right)));
  }
}
