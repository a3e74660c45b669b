package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A group of keys that stands somewhere in the configuration and is no type, such as a limit.
 *
 * @param title what messages call it, such as {@code a limit}
 * @param meaning what it is for, in one sentence without a final stop
 * @param parameters its plain keys
 * @param commonKeys its other keys, which somebody else reads
 * @param judge throws where settings contradict each other
 */
record Shape(
    String title,
    String meaning,
    List<Parameter> parameters,
    Set<String> commonKeys,
    Consumer<Settings> judge)
    implements Configurable {
  Shape {
    parameters = List.copyOf(parameters);
    commonKeys = Set.copyOf(commonKeys);
  }

  /** One of plain keys only. */
  static Shape of(String title, String meaning, Consumer<Settings> judge, Parameter... parameters) {
    return new Shape(title, meaning, List.of(parameters), Set.of(), judge);
  }

  /** The same with further keys that somebody else reads. */
  Shape and(Set<String> otherKeys) {
    Set<String> all = new HashSet<>(commonKeys);
    all.addAll(otherKeys);
    return new Shape(title, meaning, parameters, all, judge);
  }

  @Override
  public Object factory() {
    return this;
  }

  @Override
  public ProviderDescription description() {
    return new ProviderDescription(title, meaning, parameters, ProviderDescription.BUILT_IN);
  }

  @Override
  public String noun() {
    return title.substring(title.indexOf(' ') + 1);
  }

  @Override
  public void tryOut(String name, Settings settings) {
    judge.accept(settings);
  }
}
