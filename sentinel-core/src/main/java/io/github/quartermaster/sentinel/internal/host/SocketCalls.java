package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** {@link NetworkCalls} over the JDK's sockets. */
public final class SocketCalls implements NetworkCalls {
  private static final int MOST_ADDRESSES = 4;

  /** Sends nothing yet. */
  public SocketCalls() {}

  @Override
  public boolean answers(InetAddress address, Duration timeout) {
    try {
      return address.isReachable(millis(timeout));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Connection connect(String host, int port, Duration timeout) {
    List<InetAddress> addresses;
    try {
      addresses = resolve(host).stream().limit(MOST_ADDRESSES).toList();
    } catch (UnknownHostException e) {
      return Connection.UNRESOLVED;
    }
    Duration each = timeout.dividedBy(addresses.size());
    Connection last = Connection.SILENT;
    for (InetAddress address : addresses) {
      last = connect(new InetSocketAddress(address, port), each);
      if (last == Connection.MADE || last == Connection.REFUSED) {
        return last;
      }
    }
    return last;
  }

  private static Connection connect(InetSocketAddress address, Duration timeout) {
    try (Socket socket = new Socket()) {
      socket.connect(address, millis(timeout));
      return Connection.MADE;
    } catch (SocketTimeoutException e) {
      return Connection.SILENT;
    } catch (NoRouteToHostException e) {
      return Connection.NO_ROUTE;
    } catch (ConnectException e) {
      return unreachable(e) ? Connection.NO_ROUTE : Connection.REFUSED;
    } catch (IOException e) {
      return Connection.NO_ROUTE;
    }
  }

  // ENETUNREACH and ETIMEDOUT come as ConnectException too; the JDK has no type of their own
  private static boolean unreachable(ConnectException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("unreachable") || message.contains("timed out");
  }

  @Override
  public void connectToSelf(Duration timeout) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket()) {
      socket.connect(server.getLocalSocketAddress(), millis(timeout));
    }
  }

  @Override
  public List<InetAddress> resolve(String name) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(name));
  }

  private static int millis(Duration timeout) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
  }
}
