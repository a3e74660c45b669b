package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The adapter as users get it, led to an emulator by nothing but the SDK's own properties. */
abstract class PointedAtEmulator {
  static final Region HOME = new Region("us-east-1");
  static final Region AWAY = new Region("us-west-2");
  static final VolumeId VOLUME = new VolumeId("vol-0123456789abcdef0");
  static final RunId RUN = new RunId("build-7");
  static final Map<String, String> TAGS =
      Map.of("ebs-core:run", "build-7", "ebs-core:token", "build-7/" + VOLUME);

  private final Map<String, String> before = new HashMap<>();
  final Ec2Emulator ec2 = Ec2Emulator.builder().volume(HOME.name(), VOLUME.value(), 8).start();
  Ec2BlockStorage storage;

  @BeforeEach
  void connect() {
    set("aws.endpointUrlEc2", ec2.endpoint().toString());
    set("aws.endpointUrlSts", ec2.endpoint().toString());
    set("aws.endpointUrlKms", ec2.endpoint().toString());
    set("aws.endpointUrlEbs", ec2.endpoint().toString());
    set("aws.endpointUrlDlm", ec2.endpoint().toString());
    set("aws.accessKeyId", "AKIDEXAMPLE");
    set("aws.secretAccessKey", "wJalrXUtnFEMI");
    set("aws.region", HOME.name());
    set("aws.disableEc2Metadata", "true");
    set("aws.configFile", "target/no-such-config");
    set("aws.sharedCredentialsFile", "target/no-such-credentials");
    storage = Ec2BlockStorage.connect(AwsAccess.DEFAULT);
  }

  @AfterEach
  void disconnect() {
    storage.close();
    ec2.close();
    before.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  final void set(String property, String value) {
    before.putIfAbsent(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }

  /** With less patience than users have, for tests of silence. */
  final void reconnect(Duration attempt) {
    storage.close();
    storage = new Ec2BlockStorage(HOME, Ec2Clients.of(AwsAccess.DEFAULT, attempt));
  }

  static Creation.OfVolume ofVolume() {
    return new Creation.OfVolume(HOME, VOLUME, "nightly", TAGS);
  }

  static Creation.Copy copyOf(SnapshotId source) {
    return new Creation.Copy(AWAY, source, HOME, false, null, null, "nightly", TAGS);
  }

  static <T> T done(Answer<T> answer) {
    if (answer instanceof Answer.Done<T> done) {
      return done.value();
    }
    throw new AssertionError("not done: " + answer);
  }

  final SnapshotId snapshot() {
    return done(storage.create(ofVolume())).get(0).id();
  }

  final SnapshotId completedSnapshot() {
    SnapshotId made = snapshot();
    ec2.clock().advance(Duration.ofHours(1));
    return made;
  }

  final List<String> actions() {
    return ec2.requests().stream().map(request -> request.action()).toList();
  }
}
