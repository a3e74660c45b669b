package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.aws.AwsAccess;
import io.github.quartermaster.ebs.aws.Ec2BlockStorage;
import io.github.quartermaster.ebs.internal.time.ThreadTimeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One run over an emulator, in its time, by the caller or in a process of its own, which can be
 * killed as no thread can. In this package because users have no say in the time.
 */
public final class EmulatedBackup {
  public static final Region HOME = new Region("us-east-1");
  public static final Region AWAY = new Region("us-west-2");
  public static final RunId RUN = new RunId("nightly-7");
  public static final VolumeSpec CONTENT =
      new VolumeSpec(new VolumeId("vol-0c0ffee0000000001"), "Content store", List.of(AWAY), 0);
  public static final VolumeSpec LOGS =
      new VolumeSpec(new VolumeId("vol-0c0ffee0000000002"), "Logs", List.of(), 0);

  private EmulatedBackup() {}

  /** What leads the SDK to an emulator, as system properties. */
  public static Map<String, String> properties(URI endpoint) {
    return Map.of(
        "aws.endpointUrlEc2", endpoint.toString(),
        "aws.endpointUrlSts", endpoint.toString(),
        "aws.endpointUrlKms", endpoint.toString(),
        "aws.accessKeyId", "AKIDEXAMPLE",
        "aws.secretAccessKey", "wJalrXUtnFEMI",
        "aws.region", HOME.name(),
        "aws.disableEc2Metadata", "true",
        "aws.configFile", "target/no-such-config",
        "aws.sharedCredentialsFile", "target/no-such-credentials");
  }

  /**
   * Backs up, or takes the run up.
   *
   * @param advance moves the time on wherever there is nothing to do but to wait
   */
  public static BackupResult run(EmulatorClock clock, Consumer<Duration> advance, Path journals) {
    try (BlockStorage storage = Ec2BlockStorage.connect(AwsAccess.DEFAULT)) {
      Backups backups =
          new Backups(
              storage,
              event -> {},
              clock,
              () -> new ThreadTimeline(clock, 4, next -> skip(clock, advance, next)));
      return backups.backup(
          BackupRequest.builder(
                  new VolumeSelection.Listed(List.of(CONTENT, LOGS)),
                  HOME,
                  new JournalPlace.Directory(journals))
              .run(RUN)
              .build());
    }
  }

  static boolean skip(EmulatorClock clock, Consumer<Duration> advance, Instant next) {
    Duration rest = Duration.between(clock.instant(), next);
    if (!rest.isNegative()) {
      // the emulator takes whole seconds from another process
      advance.accept(Duration.ofSeconds(rest.plusMillis(999).toSeconds()));
    }
    return true;
  }

  /** Starts a process that backs up. */
  public static Process start(URI endpoint, Instant now, Path journals, Path log)
      throws IOException {
    return start(
        EmulatedBackup.class,
        List.of(endpoint.toString(), now.toString(), journals.toString()),
        endpoint,
        log);
  }

  /** Starts a process of a class, which is led to the emulator. */
  static Process start(Class<?> main, List<String> arguments, URI endpoint, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    properties(endpoint).forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  public static void main(String[] arguments) {
    URI endpoint = URI.create(arguments[0]);
    EmulatorClock clock = EmulatorClock.standing(Instant.parse(arguments[1]));
    BackupResult result =
        run(
            clock,
            span -> {
              advance(endpoint, span);
              clock.advance(span);
            },
            Path.of(arguments[2]));
    if (!result.isComplete()) {
      throw new IllegalStateException(result.problems().toString());
    }
  }

  static void advance(URI endpoint, Duration span) {
    URI advance = endpoint.resolve("/_emulator/advance?seconds=" + span.toSeconds());
    try {
      HttpURLConnection connection = (HttpURLConnection) advance.toURL().openConnection();
      connection.setRequestMethod("POST");
      int status = connection.getResponseCode();
      if (status >= 300) {
        throw new IllegalStateException("status " + status);
      }
      connection.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
