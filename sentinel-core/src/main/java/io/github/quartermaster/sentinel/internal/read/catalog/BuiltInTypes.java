package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.internal.read.command.ExecProviderFactory;
import io.github.quartermaster.sentinel.internal.read.command.NagiosProviderFactory;
import io.github.quartermaster.sentinel.internal.read.host.HostProviders;
import io.github.quartermaster.sentinel.internal.read.net.AlfrescoProviderFactory;
import io.github.quartermaster.sentinel.internal.read.net.DnsProviderFactory;
import io.github.quartermaster.sentinel.internal.read.net.HttpProviderFactory;
import io.github.quartermaster.sentinel.internal.read.net.PrometheusProviderFactory;
import io.github.quartermaster.sentinel.internal.read.net.TcpProviderFactory;
import io.github.quartermaster.sentinel.internal.read.net.TlsProviderFactory;
import io.github.quartermaster.sentinel.internal.read.net.TomcatProviderFactory;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The types of checks that Sentinel brings. */
final class BuiltInTypes {
  private BuiltInTypes() {}

  /**
   * All of them.
   *
   * @param loaders where drivers of databases may be found, beside our own class path
   */
  static List<HealthProviderFactory> all(Supplier<List<ClassLoader>> loaders) {
    List<HealthProviderFactory> all = new ArrayList<>(HostProviders.factories(loaders));
    all.add(new ExecProviderFactory());
    all.add(new NagiosProviderFactory());
    all.add(new AlfrescoProviderFactory());
    all.add(new DnsProviderFactory());
    all.add(new HttpProviderFactory());
    all.add(new PrometheusProviderFactory());
    all.add(new TcpProviderFactory());
    all.add(new TlsProviderFactory());
    all.add(new TomcatProviderFactory());
    return all;
  }
}
