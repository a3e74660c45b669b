package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The filters of a describe: all must hold, each for any of its values, with {@code *} and {@code
 * ?}.
 */
final class Filters {
  private static final String TAG = "tag:";

  private final Map<String, List<Wildcards>> patterns = new LinkedHashMap<>();

  /**
   * Reads the filters of a request.
   *
   * @param known names beside those of tags
   * @param mostValues how many values they may have together
   */
  static Filters of(Parameters parameters, Set<String> known, int mostValues) {
    Filters filters = new Filters();
    int values = 0;
    for (int index = 1; index <= parameters.size("Filter", "Name"); index++) {
      String name = parameters.required("Filter." + index + ".Name");
      if (!known.contains(name) && !name.startsWith(TAG) && !name.equals("tag-key")) {
        throw RefusedException.invalidValue("The filter '" + name + "' is invalid");
      }
      List<String> texts = parameters.list("Filter." + index + ".Value");
      if (texts.isEmpty()) {
        throw RefusedException.invalidValue("The filter '" + name + "' has no values");
      }
      values += texts.size();
      filters.patterns.put(name, texts.stream().map(Wildcards::new).toList());
    }
    if (values > mostValues) {
      throw new RefusedException(
          "FilterLimitExceeded",
          "The maximum number of filter values specified on a single call is " + mostValues);
    }
    return filters;
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean has(String name) {
    return patterns.containsKey(name);
  }

  /**
   * Whether all hold.
   *
   * @param values what a resource has, by the filter's name
   * @param tags its tags
   */
  boolean match(Map<String, List<String>> values, Map<String, String> tags) {
    return patterns.entrySet().stream()
        .allMatch(
            filter ->
                candidates(filter.getKey(), values, tags).stream()
                    .anyMatch(value -> matchesAny(filter.getValue(), value)));
  }

  private static List<String> candidates(
      String name, Map<String, List<String>> values, Map<String, String> tags) {
    if (name.equals("tag-key")) {
      return List.copyOf(tags.keySet());
    }
    if (name.startsWith(TAG)) {
      String key = name.substring(TAG.length());
      return tags.containsKey(key) ? List.of(tags.getOrDefault(key, "")) : List.of();
    }
    return values.getOrDefault(name, List.of());
  }

  private static boolean matchesAny(List<Wildcards> patterns, String value) {
    return patterns.stream().anyMatch(pattern -> pattern.match(value));
  }
}
