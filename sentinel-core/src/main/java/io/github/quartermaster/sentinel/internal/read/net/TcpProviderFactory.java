package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes checks of ports, and of what is said there. */
public final class TcpProviderFactory implements HealthProviderFactory {
  private static final String SEND = "send";
  private static final String EXPECT = "expect";

  /** For {@link java.util.ServiceLoader}. */
  public TcpProviderFactory() {}

  @Override
  public String type() {
    return "tcp";
  }

  @Override
  public String description() {
    return "Opens a connection to each address of a host, and may send a text and expect one";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        HostAndPort.host(),
        HostAndPort.port(),
        Parameter.limit(
            WebSettings.WARN,
            Parameter.Type.UPPER_LIMIT,
            "s",
            "How long connecting may take, with what is expected, or there is a warning"),
        Parameter.limit(
            WebSettings.CRIT,
            Parameter.Type.UPPER_LIMIT,
            "s",
            "How long connecting may take, with what is expected, or it is critical"),
        Parameter.optional(
            SEND, Parameter.Type.TEXT, "What to send once connected, line ends included"),
        Parameter.optional(
            EXPECT, Parameter.Type.TEXT, "What the other side has to say, or it is critical"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    return new TcpProvider(
        check,
        HostAndPort.endpoint(settings),
        new Conversation(settings.text(SEND).orElse(""), settings.text(EXPECT).orElse("")),
        WebSettings.warning(settings),
        WebSettings.critical(settings));
  }
}
