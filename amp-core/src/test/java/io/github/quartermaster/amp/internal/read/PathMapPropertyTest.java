package io.github.quartermaster.amp.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PathMapPropertyTest {

  @Property
  void is_what_a_tree_of_the_same_files_is(
      @ForAll("files") Map<String, Integer> files, @ForAll("paths") String asked) {
    isTheSame(map(files), new TreeMap<>(files), asked);
  }

  @Property
  void each_part_is_what_the_same_part_of_a_tree_is(
      @ForAll("files") Map<String, Integer> files,
      @ForAll("paths") String one,
      @ForAll("paths") String other,
      @ForAll("paths") String asked) {
    String from = one.compareTo(other) < 0 ? one : other;
    String to = from.equals(one) ? other : one;
    SortedMap<String, Integer> map = map(files);
    SortedMap<String, Integer> tree = new TreeMap<>(files);

    isTheSame(map.headMap(to), tree.headMap(to), asked);
    isTheSame(map.tailMap(from), tree.tailMap(from), asked);
    isTheSame(map.subMap(from, to), tree.subMap(from, to), asked);
    isTheSame(map.tailMap(from).headMap(to), tree.subMap(from, to), asked);
  }

  @Example
  void a_part_that_ends_before_it_begins_is_refused() {
    SortedMap<String, Integer> map = map(Map.of("a", 1));

    assertThatThrownBy(() -> map.subMap("b", "a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void nothing_is_changed_through_it() {
    SortedMap<String, Integer> map = map(Map.of("a", 1));

    assertThatThrownBy(() -> map.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(2))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void isTheSame(
      SortedMap<String, Integer> map, SortedMap<String, Integer> tree, String asked) {
    assertThat(map).isEqualTo(tree);
    assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(tree.keySet()));
    assertThat(map.get(asked)).isEqualTo(tree.get(asked));
    assertThat(map.containsKey(asked)).isEqualTo(tree.containsKey(asked));
    if (tree.isEmpty()) {
      assertThatThrownBy(map::firstKey).isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(map::lastKey).isInstanceOf(NoSuchElementException.class);
    } else {
      assertThat(map.firstKey()).isEqualTo(tree.firstKey());
      assertThat(map.lastKey()).isEqualTo(tree.lastKey());
    }
  }

  private static SortedMap<String, Integer> map(Map<String, Integer> files) {
    List<Map.Entry<String, Integer>> entries = new ArrayList<>();
    files.forEach((path, value) -> entries.add(Map.entry(path, value)));
    return PathMap.of(entries);
  }

  /** Few letters, so that what is asked for is often there, or just beside. */
  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.strings().withChars("ab/").ofMaxLength(4);
  }

  @Provide
  Arbitrary<Map<String, Integer>> files() {
    return Arbitraries.maps(paths(), Arbitraries.integers()).ofMaxSize(30);
  }
}
