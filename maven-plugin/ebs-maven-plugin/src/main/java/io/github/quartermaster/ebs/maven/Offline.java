package io.github.quartermaster.ebs.maven;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What Maven's offline mode means to goals that call a cloud. */
final class Offline {
  private Offline() {}

  /**
   * Refuses to go on where Maven is offline and the cloud is not on this machine.
   *
   * @throws MojoExecutionException if so
   */
  static void refuse(MavenSession session) throws MojoExecutionException {
    refuse(session, "AWS", endpoint(session).orElse(""));
  }

  /**
   * Likewise, a cloud at an address.
   *
   * @throws MojoExecutionException if so
   */
  static void refuse(MavenSession session, String cloud, String address)
      throws MojoExecutionException {
    if (session.isOffline() && !isLocal(address)) {
      throw new MojoExecutionException(
          "tried to call "
              + cloud
              + "; Maven is offline. Leave out -o, or <offline> in settings.xml");
    }
  }

  /** Where AWS's SDK was told to find EC2, in its own order. */
  private static Optional<String> endpoint(MavenSession session) {
    return Stream.of(
            property(session, "aws.endpointUrlEc2"),
            System.getenv("AWS_ENDPOINT_URL_EC2"),
            property(session, "aws.endpointUrl"),
            System.getenv("AWS_ENDPOINT_URL"))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private static @Nullable String property(MavenSession session, String name) {
    return session.getUserProperties().getProperty(name, System.getProperty(name));
  }

  static boolean isLocal(String endpoint) {
    try {
      String host = URI.create(endpoint).getHost();
      return host != null
          && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }
}
