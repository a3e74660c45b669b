package io.github.quartermaster.ebs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** What tests of the emulator begin with: one volume of 8 GiB, and a client of two regions. */
@Timeout(60)
class WithEmulator {
  static final String HOME = Clients.HOME;
  static final String AWAY = Clients.AWAY;
  static final String VOLUME = Clients.VOLUME;

  final Ec2Emulator emulator = Ec2Emulator.builder().volume(HOME, VOLUME, 8).start();
  final Ec2Client home = Clients.ec2(emulator, HOME);
  final Ec2Client away = Clients.ec2(emulator, AWAY);

  @AfterEach
  void stop() {
    home.close();
    away.close();
    emulator.close();
  }

  String snapshot() {
    return snapshot(VOLUME);
  }

  String snapshot(String volume) {
    return home.createSnapshot(request -> request.volumeId(volume)).snapshotId();
  }

  String completedSnapshot() {
    String id = snapshot();
    emulator.clock().advance(Duration.ofMinutes(1));
    return id;
  }

  String copy(String source) {
    return away.copySnapshot(
            request -> request.sourceRegion(HOME).sourceSnapshotId(source).destinationRegion(AWAY))
        .snapshotId();
  }

  static Snapshot described(Ec2Client client, String id) {
    return client.describeSnapshots(request -> request.snapshotIds(id)).snapshots().get(0);
  }

  static Ec2Exception assertRefused(Runnable call, int status, String code) {
    Ec2Exception refusal = catchThrowableOfType(Ec2Exception.class, call::run);
    assertThat(refusal).isNotNull();
    assertThat(refusal.statusCode()).isEqualTo(status);
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refusal.requestId()).isNotEmpty();
    return refusal;
  }
}
