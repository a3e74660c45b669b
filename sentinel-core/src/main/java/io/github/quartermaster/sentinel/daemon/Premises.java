package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.internal.server.AccessToken;
import io.github.quartermaster.sentinel.internal.server.LoopbackServer;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a daemon holds while it runs: its state folder, which is its alone, and its port. */
final class Premises implements AutoCloseable {
  private static final String TOKEN = "token";

  private final InstanceLock lock;
  private final @Nullable LoopbackServer server;

  private Premises(InstanceLock lock, @Nullable LoopbackServer server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Takes them.
   *
   * @throws SentinelException if one of them cannot be had
   */
  static Premises open(WatchSettings settings, Clock clock, Site site, DaemonListener listener) {
    InstanceLock lock = lock(settings.state(), clock);
    try {
      return new Premises(lock, settings.port() == 0 ? null : server(settings, site, listener));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static InstanceLock lock(Path state, Clock clock) {
    try {
      make(state);
      return InstanceLock.take(state, clock);
    } catch (IOException e) {
      throw refused(
          ProblemCode.STATE_UNWRITABLE,
          state,
          "tried to use the state folder " + state + "; " + e,
          "Name a folder that this user may write to",
          e);
    }
  }

  /** For the owner and the group only: results name what runs on the host. */
  private static void make(Path state) throws IOException {
    if (Files.isDirectory(state)) {
      return;
    }
    Path parent = state.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (state.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          state,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    } else {
      Files.createDirectory(state);
    }
  }

  private static LoopbackServer server(WatchSettings settings, Site site, DaemonListener listener) {
    AccessToken token = token(settings);
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    try {
      return LoopbackServer.open(
          address, token, Site.OPEN, site, failure -> listener.on(trouble(failure)));
    } catch (IOException e) {
      throw refused(
          ProblemCode.PORT_UNUSABLE,
          address,
          "tried to listen at " + settings.host() + ":" + settings.port() + "; " + e,
          "Stop who listens there, choose another port, or switch listening off",
          e);
    }
  }

  private static AccessToken token(WatchSettings settings) {
    Path file = settings.tokenFile().orElseGet(() -> settings.state().resolve(TOKEN));
    try {
      return settings.tokenFile().isPresent()
          ? AccessToken.read(file)
          : AccessToken.readOrMake(file);
    } catch (IOException e) {
      throw refused(
          ProblemCode.TOKEN_UNUSABLE,
          file,
          "tried to read the token in " + file + "; " + e,
          "Write one into it with: head -c 32 /dev/urandom | base64, and let this user read it",
          e);
    }
  }

  private static DaemonEvent trouble(RuntimeException failure) {
    return new DaemonEvent.Trouble(
        Problem.warning(
            ProblemCode.PORT_UNUSABLE,
            "HTTP",
            SafeText.of("tried to answer a request; " + failure),
            "Report it: this is a defect"));
  }

  private static SentinelException refused(
      ProblemCode code, Object subject, String message, String remedy, IOException cause) {
    return new SentinelException(Problem.error(code, subject, SafeText.of(message), remedy), cause);
  }

  /** Where the page is; nothing where it does not listen. */
  Optional<URI> url() {
    LoopbackServer open = server;
    if (open == null) {
      return Optional.empty();
    }
    String host = open.address().getAddress().getHostAddress();
    return Optional.of(
        URI.create(
            "http://"
                + (host.contains(":") ? "[::1]" : host)
                + ":"
                + open.address().getPort()
                + "/"));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    lock.close();
  }
}
