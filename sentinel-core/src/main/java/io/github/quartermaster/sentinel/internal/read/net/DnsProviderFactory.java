package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes checks of names and their addresses. */
public final class DnsProviderFactory implements HealthProviderFactory {
  private static final String NAME = "name";
  private static final String RECORD = "record";
  private static final String EXPECT = "expect";
  private static final int ANY_PORT = 1;

  /** For {@link java.util.ServiceLoader}. */
  public DnsProviderFactory() {}

  @Override
  public String type() {
    return "dns";
  }

  @Override
  public String description() {
    return "Resolves a name as programs on this host do, hosts file included";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(NAME, Parameter.Type.TEXT, "The name to resolve"),
        Parameter.choice(
                RECORD,
                List.of(
                    AddressFamily.ANY.word(), AddressFamily.A.word(), AddressFamily.AAAA.word()),
                "Which addresses there have to be: IPv4 (A), IPv6 (AAAA), or any")
            .defaultsTo(AddressFamily.ANY.word()),
        Parameter.optional(
            EXPECT, Parameter.Type.TEXTS, "The addresses that have to be among them"),
        Parameter.limit(
            WebSettings.WARN,
            Parameter.Type.UPPER_LIMIT,
            "s",
            "How long it may take, or there is a warning; what this JVM remembers takes no time"),
        Parameter.limit(
            WebSettings.CRIT,
            Parameter.Type.UPPER_LIMIT,
            "s",
            "How long it may take, or it is critical"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    Endpoint name = new Endpoint(Settings.required(NAME, settings.text(NAME)), ANY_PORT);
    return new DnsProvider(
        check,
        name,
        AddressFamily.of(settings.text(RECORD).orElse(AddressFamily.ANY.word())),
        settings.texts(EXPECT).stream().map(AddressFamily::address).toList(),
        WebSettings.warning(settings),
        WebSettings.critical(settings));
  }
}
