package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A type of source: one that is asked, or one that sends.
 *
 * @param factory an {@link AlertSourceFactory} or an {@link AlertHookFactory}
 * @param description what it says of itself
 */
public record AlertSourceType(Object factory, ProviderDescription description)
    implements Configurable {
  /** What kind of source it is. */
  public static final String TYPE = "type";

  /** Whom its alerts are about. */
  public static final String MAP = "map";

  /** The keys that every source has. */
  public static final Set<String> COMMON_KEYS = Set.of(TYPE, MAP);

  private static final SortedMap<String, AlertSourceType> BUILT_IN = builtIn();

  /** All that there are, by name. */
  public static SortedMap<String, AlertSourceType> all() {
    return BUILT_IN;
  }

  private static SortedMap<String, AlertSourceType> builtIn() {
    SortedMap<String, AlertSourceType> types = new TreeMap<>();
    for (AlertSourceFactory each :
        List.of(
            new AlertmanagerFactory(),
            new IcingaFactory(),
            new NagiosStatusFactory(),
            new PrometheusAlertsFactory())) {
      types.put(
          each.type(),
          new AlertSourceType(
              each,
              new ProviderDescription(
                  each.type(),
                  each.description(),
                  each.parameters(),
                  ProviderDescription.BUILT_IN)));
    }
    for (AlertHookFactory each : List.of(new AlertmanagerHookFactory(), new NagiosHookFactory())) {
      types.put(
          each.type(),
          new AlertSourceType(
              each,
              new ProviderDescription(
                  each.type(),
                  each.description(),
                  each.parameters(),
                  ProviderDescription.BUILT_IN)));
    }
    return Collections.unmodifiableSortedMap(types);
  }

  @Override
  public Set<String> commonKeys() {
    return COMMON_KEYS;
  }

  @Override
  public String noun() {
    return "source";
  }

  @Override
  public void tryOut(String name, Settings settings) {
    if (factory instanceof AlertSourceFactory asked) {
      asked.create(settings);
      SourceTimeout.of(settings);
    } else {
      ((AlertHookFactory) factory).create(settings);
    }
  }
}
