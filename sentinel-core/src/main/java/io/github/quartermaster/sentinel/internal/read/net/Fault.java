package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Layer;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be reached, told by the types of exceptions: their texts differ between
 * systems, and some have none.
 *
 * @param layer the layer that failed
 * @param message what happened, a sentence without a final stop
 */
record Fault(Layer layer, String message) {

  /** Of the attempt to open a connection. */
  static Fault ofConnecting(Exception failure, String address, Duration took) {
    if (failure instanceof UnknownHostException) {
      return unknownHost(address);
    }
    if (failure instanceof ConnectException) {
      return refused(address);
    }
    if (failure instanceof SocketTimeoutException) {
      return silent(address, took);
    }
    if (failure instanceof NoRouteToHostException) {
      return new Fault(
          Layer.NETWORK,
          "there is no way to " + address + ": the host is down, or a router or firewall says no");
    }
    return new Fault(Layer.NETWORK, "no connection to " + address + ": " + text(failure));
  }

  /** Of the attempt to shake hands over a connection that is there. */
  static Fault ofHandshake(Exception failure, String address, Duration took) {
    if (failure instanceof SocketTimeoutException) {
      return new Fault(
          Layer.TLS,
          address
              + " takes connections and does not answer the TLS handshake within "
              + Texts.seconds(took));
    }
    if (isOrHas(failure, EOFException.class) || isOrHas(failure, SocketException.class)) {
      return new Fault(Layer.TLS, address + " closes the connection in the TLS handshake");
    }
    return new Fault(Layer.TLS, "the TLS handshake with " + address + " fails: " + text(failure));
  }

  /** Of the attempt to get an answer from a web server. */
  static Fault ofAnswer(Throwable failure, String address, Duration took) {
    if (isOrHas(failure, UnknownHostException.class)
        || isOrHas(failure, UnresolvedAddressException.class)) {
      return unknownHost(address);
    }
    if (isOrHas(failure, ConnectException.class)) {
      return refused(address);
    }
    if (isOrHas(failure, HttpTimeoutException.class)) {
      return noAnswer(address, took);
    }
    Optional<SSLException> tls = find(failure, SSLException.class);
    if (tls.isPresent()) {
      return ofHandshake(tls.get(), address, took);
    }
    if (isOrHas(failure, ProtocolException.class)) {
      return new Fault(Layer.APPLICATION, address + " does not answer in HTTP: " + text(failure));
    }
    if (isOrHas(failure, SocketException.class)) {
      return new Fault(
          Layer.APPLICATION, address + " breaks the connection off instead of answering");
    }
    if (isOrHas(failure, EOFException.class)) {
      return new Fault(
          Layer.APPLICATION, address + " closes the connection without a whole answer");
    }
    return new Fault(Layer.APPLICATION, address + " gives no answer: " + text(failure));
  }

  static Fault refused(String address) {
    return new Fault(
        Layer.TRANSPORT, address + " refuses connections: the host is up, nothing listens there");
  }

  static Fault silent(String address, Duration took) {
    return new Fault(
        Layer.NETWORK,
        address
            + " does not react within "
            + Texts.seconds(took)
            + ": the host is down, or a firewall drops the packets");
  }

  static Fault noAnswer(String address, Duration took) {
    return new Fault(
        Layer.APPLICATION,
        address + " takes the connection and does not answer within " + Texts.seconds(took));
  }

  static Fault unknownHost(String host) {
    return new Fault(
        Layer.NAME, host + " cannot be resolved: no such name, or no name server that answers");
  }

  static Fault unresolved(String host) {
    return new Fault(Layer.NAME, host + " is not resolved in time: no name server seems to answer");
  }

  static Fault late(String address, Layer layer) {
    return new Fault(layer, address + " is not done in time with what should take moments");
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static boolean isOrHas(Throwable failure, Class<? extends Throwable> type) {
    return find(failure, type).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
