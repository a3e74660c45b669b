package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.util.List;

/**
 * The types that Sentinel brings and that cannot be found as services, because they are made with
 * something of this machine.
 */
final class BuiltInTypes {
  private BuiltInTypes() {}

  static List<HealthProviderFactory> factories() {
    return List.of();
  }
}
