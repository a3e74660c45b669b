package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes checks of certificates and of the handshakes that show them. */
public final class TlsProviderFactory implements HealthProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public TlsProviderFactory() {}

  @Override
  public String type() {
    return "tls";
  }

  @Override
  public String description() {
    return "Shakes hands with a TLS server, and verifies its certificate and watches its expiry";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(HostAndPort.host());
    parameters.add(HostAndPort.port());
    parameters.addAll(CertificateLimits.parameters(WebSettings.WARN, WebSettings.CRIT));
    parameters.addAll(Trust.parameters());
    return List.copyOf(parameters);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    Endpoint endpoint = HostAndPort.endpoint(settings);
    Handshake handshake =
        new Handshake(
            new ComponentId(check),
            endpoint,
            Trust.of(settings),
            CertificateLimits.of(settings, WebSettings.WARN, WebSettings.CRIT));
    return new TlsProvider(new Ladder(check, endpoint, endpoint.tcp(), handshake));
  }
}
