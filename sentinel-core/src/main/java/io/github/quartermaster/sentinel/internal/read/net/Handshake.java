package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Shakes hands with a TLS server as a browser would, and looks at what it shows. Speaks the
 * server's name (SNI), sends nothing.
 *
 * @param component what the reading is about
 * @param endpoint where the server is
 * @param trust whose certificates are good
 * @param limits how long the certificate has to be valid yet
 */
record Handshake(ComponentId component, Endpoint endpoint, Trust trust, CertificateLimits limits) {
  private static final byte[] QUESTION =
      "HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String ANSWER = "HTTP/";
  private static final Duration QUESTION_TIME = Duration.ofSeconds(1);

  /**
   * Shakes hands.
   *
   * @param address that takes connections; nothing where none does
   * @param now against which the certificate's end is held
   */
  Rung rung(Optional<InetAddress> address, Instant now, SideWork work) {
    if (address.isEmpty()) {
      return broken(
          new Fault(
              Layer.TRANSPORT, "no handshake, since no connection to " + endpoint + " opens"));
    }
    long start = System.nanoTime();
    CapturingTrust capturing;
    SSLSocket connected;
    try {
      capturing = new CapturingTrust(trust.judge());
      connected = connect(address.get(), capturing, work);
    } catch (GeneralSecurityException e) {
      return new Rung(
          Reading.unknown(component, "no trust can be set up: " + e.getMessage()), null);
    } catch (IOException e) {
      return new Rung(
          Reading.unknown(component, "no handshake could be begun: " + e.getMessage()), null);
    }
    try (SSLSocket socket = connected) {
      socket.startHandshake();
      return judge(socket, capturing, now, took(start));
    } catch (IOException e) {
      return broken(fault(e, address.get(), took(start), work));
    }
  }

  private SSLSocket connect(InetAddress address, CapturingTrust capturing, SideWork work)
      throws IOException, GeneralSecurityException {
    Socket plain = work.closing(new Socket());
    plain.connect(
        new InetSocketAddress(address, endpoint.port()), work.deadline().remainingMillis());
    SSLSocket socket =
        (SSLSocket)
            Trust.context(capturing)
                .getSocketFactory()
                .createSocket(plain, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    serverName().ifPresent(name -> parameters.setServerNames(List.of(name)));
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(work.deadline().remainingMillis());
    return socket;
  }

  private Optional<SNIServerName> serverName() {
    try {
      return endpoint.isAddress()
          ? Optional.empty()
          : Optional.of(new SNIHostName(endpoint.host()));
    } catch (IllegalArgumentException e) {
      // such as my_host, which resolves all the same; it is not spoken then
      return Optional.empty();
    }
  }

  private Rung judge(SSLSocket socket, CapturingTrust capturing, Instant now, Duration took) {
    CertificateChain chain = new CertificateChain(capturing.chain());
    Duration left = Duration.between(now, chain.end());
    double seconds = (double) left.toSeconds();
    Reading reading =
        Reading.of(component)
            .message(
                socket.getSession().getProtocol()
                    + ", certificate valid for "
                    + left.toDays()
                    + " days yet")
            .metric(
                Metric.of("certificate", seconds, "s")
                    .thresholds(limits.warning(), limits.critical()))
            .metric(Metric.of("time", Texts.number(took), "s"));
    for (String certificate : chain.shown()) {
      reading = reading.evidence("certificate", certificate);
    }
    Optional<CertificateException> objection = capturing.objection();
    if (trust.verifies() && objection.isPresent()) {
      String why = chain.objection(objection.get(), endpoint.host(), now);
      Reading down = Rung.broken(component, new Fault(Layer.TLS, why)).reading();
      return new Rung(
          reading.verdict(down.verdict()).message(why).failingAt(Layer.TLS),
          new Fault(Layer.TLS, why));
    }
    boolean ends = limits.warning().alertsOn(seconds) || limits.critical().alertsOn(seconds);
    return Rung.holds(
        ends
            ? reading
                .message("the certificate expires in " + left.toDays() + " days")
                .failingAt(Layer.TLS)
            : reading);
  }

  private Fault fault(IOException failure, InetAddress address, Duration took, SideWork work) {
    if (speaksPlainHttp(address, work)) {
      return new Fault(Layer.TLS, endpoint + " speaks plain HTTP, not TLS");
    }
    return Fault.ofHandshake(failure, endpoint.toString(), took);
  }

  private boolean speaksPlainHttp(InetAddress address, SideWork work) {
    int limit = work.deadline().orIn(QUESTION_TIME).remainingMillis();
    try (Socket socket = work.closing(new Socket())) {
      socket.connect(new InetSocketAddress(address, endpoint.port()), limit);
      socket.setSoTimeout(limit);
      socket.getOutputStream().write(QUESTION);
      byte[] answer = socket.getInputStream().readNBytes(ANSWER.length());
      return ANSWER.equals(new String(answer, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }

  private Rung broken(Fault fault) {
    return Rung.broken(component, fault);
  }

  private static Duration took(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
