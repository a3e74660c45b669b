package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The types of one kind, by name. One that cannot be used is a problem, and hinders no other.
 *
 * @param <F> what makes things
 * @param <T> what is known of it
 */
final class TypeTable<F, T extends Configurable> {
  private final BiFunction<F, String, T> ask;
  private final List<Problem> problems;
  private final SortedMap<String, T> types = new TreeMap<>();

  /**
   * An empty one.
   *
   * @param ask asks a factory from somewhere what it is
   * @param problems takes what cannot be used
   */
  TypeTable(BiFunction<F, String, T> ask, List<Problem> problems) {
    this.ask = ask;
    this.problems = problems;
  }

  void add(F factory, String origin) {
    try {
      T type = ask.apply(factory, origin);
      String name = type.description().type();
      T other = types.putIfAbsent(name, type);
      // the class path may be seen through two loaders
      if (other != null && other.factory().getClass() != type.factory().getClass()) {
        problems.add(duplicate(name, other.description().origin(), origin));
      }
    } catch (SentinelException e) {
      problems.addAll(e.problems());
    }
  }

  Optional<T> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  SortedMap<String, T> types() {
    return Collections.unmodifiableSortedMap(types);
  }

  List<ProviderDescription> describe() {
    return types.values().stream().map(Configurable::description).toList();
  }

  private static Problem duplicate(String type, String first, String second) {
    return Problem.error(
        PROVIDER_UNUSABLE,
        second,
        "tried to add the type " + type + " of " + second + "; " + first + " has one of that name",
        "Remove one of the two");
  }
}
