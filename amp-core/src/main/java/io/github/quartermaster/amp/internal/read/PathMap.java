package io.github.quartermaster.amp.internal.read;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a WAR by path, in order and unmodifiable. It is made at one go, of what is mostly in
 * order already; a tree of as many nodes takes a fresh JVM several times as long to grow, and more
 * memory.
 *
 * @param <V> what is known of each file
 */
@SuppressWarnings("JdkObsolete") // who asks for files asks for no more than a sorted map
final class PathMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  private static final Comparator<Map.Entry<String, ?>> BY_PATH =
      new Comparator<>() {
        @Override
        public int compare(Map.Entry<String, ?> a, Map.Entry<String, ?> b) {
          return a.getKey().compareTo(b.getKey());
        }
      };

  private final Entry<String, V>[] sorted;
  private final int start;
  private final int end;

  private PathMap(Entry<String, V>[] sorted, int start, int end) {
    this.sorted = sorted;
    this.start = start;
    this.end = end;
  }

  /**
   * A map of these entries.
   *
   * @param entries unmodifiable ones, in any order, no two of one path
   */
  static <V> PathMap<V> of(List<Entry<String, V>> entries) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // nothing else is stored in it
    Entry<String, V>[] sorted = entries.toArray(new Entry[0]);
    Arrays.sort(sorted, BY_PATH);
    return new PathMap<>(sorted, 0, sorted.length);
  }

  @Override
  public @Nullable V get(Object path) {
    int at = path instanceof String name ? indexOf(name) : end;
    return at < end && sorted[at].getKey().equals(path) ? sorted[at].getValue() : null;
  }

  @Override
  public boolean containsKey(Object path) {
    return get(path) != null;
  }

  @Override
  public int size() {
    return end - start;
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(from + " comes after " + to);
    }
    return new PathMap<>(sorted, indexOf(from), indexOf(to));
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return new PathMap<>(sorted, start, indexOf(to));
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return new PathMap<>(sorted, indexOf(from), end);
  }

  @Override
  public String firstKey() {
    return at(start).getKey();
  }

  @Override
  public String lastKey() {
    return at(end - 1).getKey();
  }

  private Entry<String, V> at(int index) {
    if (start == end) {
      throw new NoSuchElementException("no files");
    }
    return sorted[index];
  }

  /** Where a path is, or would be. */
  private int indexOf(String path) {
    int low = start;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle].getKey().compareTo(path) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, V>> iterator() {
        return Arrays.asList(sorted).subList(start, end).iterator();
      }

      @Override
      public int size() {
        return end - start;
      }
    };
  }
}
