package io.github.quartermaster.sentinel.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A thing that can be sick, and its place among the others.
 *
 * @param id its name
 * @param check the check of the configuration that measures it
 * @param type the type of that check, such as {@code disk}
 * @param blame whose trouble its findings can be
 * @param provides the tags that others may require, sorted; its type is one of them
 * @param requires what it needs
 * @param aliases further names of the same thing, such as a load balancer's with this as its only
 *     target
 */
public record Component(
    ComponentId id,
    String check,
    String type,
    Blame blame,
    SortedSet<String> provides,
    List<Requirement> requires,
    List<ComponentId> aliases) {

  /** Copies the collections. */
  public Component {
    provides = Collections.unmodifiableSortedSet(new TreeSet<>(provides));
    requires = List.copyOf(requires);
    aliases = List.copyOf(aliases);
  }

  /** A component that needs nothing and provides its type. */
  public static Component of(ComponentId id, String check, String type, Blame blame) {
    return new Component(
        id, check, type, blame, new TreeSet<>(List.of(type)), List.of(), List.of());
  }

  /** The same with one requirement more. */
  public Component requiring(Requirement requirement) {
    List<Requirement> more = new ArrayList<>(requires);
    more.add(requirement);
    return new Component(id, check, type, blame, provides, more, aliases);
  }

  /** The same, providing one tag more. */
  public Component providing(String tag) {
    SortedSet<String> more = new TreeSet<>(provides);
    more.add(tag);
    return new Component(id, check, type, blame, more, requires, aliases);
  }

  /** The same with further names. */
  public Component alsoCalled(List<ComponentId> names) {
    List<ComponentId> more = new ArrayList<>(aliases);
    more.addAll(names);
    return new Component(id, check, type, blame, provides, requires, more);
  }
}
