package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** The port to the network: what can be found out by sending something. */
public interface NetworkCalls {
  /** How an attempt to connect ended. */
  enum Connection {
    /** There was a connection; it is closed again. */
    MADE,
    /** The other side has said no, so it lives and packets travel. */
    REFUSED,
    /** Nothing came back. */
    SILENT,
    /** There is no way there, or the neighbour on the way does not answer. */
    NO_ROUTE,
    /** The name means nothing. */
    UNRESOLVED
  }

  /**
   * Sends an echo request where this process may, else tries TCP's echo port, where a refusal
   * counts as an answer.
   *
   * @return false also where a firewall swallows it: no proof that something is down
   */
  boolean answers(InetAddress address, Duration timeout);

  /** Tries to connect by TCP, to each address of the host until one answers. */
  Connection connect(String host, int port, Duration timeout);

  /**
   * Connects to this machine itself over its loopback address.
   *
   * @throws IOException if that fails
   */
  void connectToSelf(Duration timeout) throws IOException;

  /**
   * Looks a name up. May take as long as the system's resolver wants.
   *
   * @throws UnknownHostException if it means nothing, or no name server answers
   */
  List<InetAddress> resolve(String name) throws UnknownHostException;
}
