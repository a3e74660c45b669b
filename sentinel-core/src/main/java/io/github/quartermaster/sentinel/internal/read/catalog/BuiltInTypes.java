package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.internal.read.command.ExecProviderFactory;
import io.github.quartermaster.sentinel.internal.read.command.NagiosProviderFactory;
import io.github.quartermaster.sentinel.internal.read.host.HostProviders;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.util.ArrayList;
import java.util.List;

/** The types of checks that Sentinel brings. */
final class BuiltInTypes {
  private BuiltInTypes() {}

  static List<HealthProviderFactory> all() {
    List<HealthProviderFactory> all = new ArrayList<>(HostProviders.factories());
    all.add(new NagiosProviderFactory());
    all.add(new ExecProviderFactory());
    return all;
  }
}
