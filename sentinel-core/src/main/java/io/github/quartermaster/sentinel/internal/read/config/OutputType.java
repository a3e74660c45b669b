package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A type of output.
 *
 * @param factory makes those of this type
 */
record OutputType(ResultOutputFactory factory) implements Configurable {
  /** The keys that every output has. */
  static final Set<String> COMMON_KEYS = Set.of("type", CommonSettings.TIMEOUT.name());

  static SortedMap<String, OutputType> byName(Collection<ResultOutputFactory> factories) {
    SortedMap<String, OutputType> types = new TreeMap<>();
    factories.forEach(factory -> types.put(factory.type(), new OutputType(factory)));
    return Collections.unmodifiableSortedMap(types);
  }

  @Override
  public ProviderDescription description() {
    return new ProviderDescription(
        factory.type(), factory.description(), factory.parameters(), ProviderDescription.BUILT_IN);
  }

  @Override
  public Set<String> commonKeys() {
    return COMMON_KEYS;
  }

  @Override
  public String noun() {
    return "output";
  }

  @Override
  public void tryOut(String name, Settings settings) {
    factory.create(settings);
  }
}
