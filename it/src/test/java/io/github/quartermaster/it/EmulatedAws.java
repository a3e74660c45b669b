package io.github.quartermaster.it;

import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An EC2 on this machine that a Maven of its own process talks to instead of AWS. Snapshots and
 * copies are complete after a second.
 */
record EmulatedAws(Ec2Emulator ec2) implements AutoCloseable {
  static final String REGION = "us-east-1";

  private static final int GIB = 8;

  /** With volumes of 8 GiB in {@link #REGION}. */
  static EmulatedAws withVolumes(String... ids) {
    Ec2Emulator.Builder builder =
        Ec2Emulator.builder()
            .clock(EmulatorClock.running(1))
            .completesAfter(CompletionTime.of(Duration.ofSeconds(1)));
    Stream.of(ids).forEach(id -> builder.volume(REGION, id, GIB));
    Ec2Emulator ec2 = builder.start();
    // a volume is being created for a moment, also here
    ec2.clock().advance(Duration.ofSeconds(10));
    return new EmulatedAws(ec2);
  }

  /** With those that a volumes file names. */
  static EmulatedAws withVolumesOf(Path file) {
    try {
      return withVolumes(
          Files.readAllLines(file).stream()
              .map(line -> line.split(",", 2)[0].strip())
              .filter(id -> id.startsWith("vol-"))
              .toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What leads a Maven here; its user does the same with the properties of AWS's SDK. */
  String[] options(String... more) {
    Stream<String> mine =
        Stream.of(
            "-Daws.endpointUrlEc2=" + ec2.endpoint(),
            "-Daws.endpointUrlSts=" + ec2.endpoint(),
            "-Daws.endpointUrlKms=" + ec2.endpoint(),
            "-Daws.endpointUrlEbs=" + ec2.endpoint(),
            "-Daws.endpointUrlDlm=" + ec2.endpoint(),
            "-Daws.accessKeyId=x",
            "-Daws.secretAccessKey=y",
            "-Daws.disableEc2Metadata=true",
            "-Debs.region=" + REGION);
    return Stream.concat(mine, Stream.of(more)).toArray(String[]::new);
  }

  List<EmulatedSnapshot> snapshots(String region) {
    return ec2.snapshots(region);
  }

  /** How many calls made something; a rehearsal does not. */
  long creations() {
    return ec2.requests().stream()
        .filter(request -> request.action().matches("CreateSnapshots?|CopySnapshot"))
        .filter(request -> request.outcome().equals("200"))
        .count();
  }

  @Override
  public void close() {
    ec2.close();
  }
}
