package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A few words with a server.
 *
 * @param send what is said first, or empty
 * @param expect what the server has to say, or empty
 */
record Conversation(String send, String expect) {
  private static final int MOST = 64 * 1024;
  private static final int SHOWN = 80;

  /** Whether there is nothing to be said. */
  boolean isEmpty() {
    return send.isEmpty() && expect.isEmpty();
  }

  /** What is wrong with what the server says, if anything. */
  Optional<String> problem(InetAddress address, Endpoint endpoint, SideWork work) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try (Socket socket = work.closing(new Socket())) {
      Deadline deadline = work.deadline();
      socket.connect(new InetSocketAddress(address, endpoint.port()), deadline.remainingMillis());
      socket.getOutputStream().write(send.getBytes(StandardCharsets.UTF_8));
      return listen(socket, heard, deadline);
    } catch (SocketTimeoutException e) {
      return Optional.of(missing(heard, "within the time of this check"));
    } catch (IOException e) {
      return Optional.of(missing(heard, "and breaks the connection off"));
    }
  }

  private Optional<String> listen(Socket socket, ByteArrayOutputStream heard, Deadline deadline)
      throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4096];
    while (!said(heard)) {
      if (heard.size() >= MOST) {
        return Optional.of(missing(heard, "in its first " + MOST / 1024 + " KiB"));
      }
      if (deadline.isOver()) {
        throw new SocketTimeoutException();
      }
      // for each read anew, or what comes in drips would never end
      socket.setSoTimeout(deadline.remainingMillis());
      int read = in.read(buffer);
      if (read < 0) {
        return Optional.of(missing(heard, "and closes the connection"));
      }
      heard.write(buffer, 0, read);
    }
    return Optional.empty();
  }

  private boolean said(ByteArrayOutputStream heard) {
    return heard.toString(StandardCharsets.UTF_8).contains(expect);
  }

  private String missing(ByteArrayOutputStream heard, String how) {
    String said = Texts.start(heard.toString(StandardCharsets.UTF_8).strip(), SHOWN);
    return "does not say \""
        + expect.strip()
        + "\" "
        + how
        + (said.isEmpty() ? ", nor anything else" : ", but \"" + said + "\"");
  }
}
