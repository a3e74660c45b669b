package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes that the real SDK makes and removes. */
class Ec2VolumesTest extends PointedAtEmulator {
  private static final SnapshotId SNAPSHOT = new SnapshotId("snap-0a");
  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/k";

  @BeforeEach
  void prepare() {
    ec2.account()
        .add(
            EmulatedSnapshot.of(
                HOME.name(), SNAPSHOT.value(), "vol-0ld", 8, ec2.clock().instant()));
  }

  @Test
  void a_volume_is_made_as_it_is_asked_for() {
    Volume made = done(storage.createVolume(creation("gp3", 4000, 250, null)));

    assertThat(made.state()).isEqualTo("creating");
    EmulatedVolume volume = ec2.account().volumes(HOME.name()).get(1);
    assertThat(volume.id()).isEqualTo(made.id().value());
    assertThat(volume.type()).isEqualTo("gp3");
    assertThat(volume.provisionedIops()).contains(4000);
    assertThat(volume.throughput()).isEqualTo(250);
    assertThat(volume.sizeGiB()).isEqualTo(10);
    assertThat(volume.zone()).isEqualTo("us-east-1b");
    assertThat(volume.madeFrom()).contains(SNAPSHOT.value());
    assertThat(volume.tags()).containsExactly(Map.entry("Name", "data"));
    assertThat(request("CreateVolume").parameters())
        .containsEntry("ClientToken", "token-1")
        .doesNotContainKeys("Encrypted", "KmsKeyId");
  }

  @Test
  void what_is_told_of_a_volume_is_enough_to_make_it_again() {
    ec2.account()
        .add(
            EmulatedVolume.of(HOME.name(), "vol-0d", 8)
                .withType("io2")
                .withPerformance(5000, null)
                .inZone("us-east-1c"))
        .add(EmulatedInstance.of(HOME.name(), "i-0a", "vol-0b").withVolume("/dev/sdf", "vol-0d"));

    Volume told = only(new VolumeFilter.Ids(List.of(new VolumeId("vol-0d"))));

    assertThat(told.iops()).isEqualTo(5000);
    assertThat(told.throughput()).isNull();
    assertThat(told.zone()).isEqualTo("us-east-1c");
    assertThat(told.attachments())
        .extracting(Volume.Attachment::device)
        .containsExactly("/dev/sdf");
  }

  /** With a type that takes none the call would be refused. */
  @ParameterizedTest
  @CsvSource({"gp2,false,false", "gp3,true,true", "io1,true,false", "io2,true,false"})
  void performance_is_asked_for_where_the_type_takes_it(
      String type, boolean iops, boolean throughput) {
    done(storage.createVolume(creation(type, 4000, 250, null)));

    assertThat(request("CreateVolume").parameter("Iops").isPresent()).isEqualTo(iops);
    assertThat(request("CreateVolume").parameter("Throughput").isPresent()).isEqualTo(throughput);
  }

  @Test
  void a_key_asks_for_encryption() {
    ec2.account().allowKey(HOME.name(), KEY);

    Volume made = done(storage.createVolume(creation("gp3", null, null, KEY)));

    assertThat(made.encrypted()).isTrue();
    assertThat(made.kmsKeyId()).isEqualTo(KEY);
    assertThat(request("CreateVolume").parameters()).containsEntry("Encrypted", "true");
  }

  @Test
  void the_same_call_again_gives_the_same_volume_also_after_a_lost_answer() {
    ec2.faults().next("CreateVolume", Fault.answerLost());
    assertThat(storage.createVolume(creation("gp3", null, null, null)))
        .isInstanceOf(Answer.Ambiguous.class);

    Volume first = done(storage.createVolume(creation("gp3", null, null, null)));

    assertThat(done(storage.createVolume(creation("gp3", null, null, null))).id())
        .isEqualTo(first.id());
    assertThat(ec2.account().volumes(HOME.name())).hasSize(2);
    assertThat(storage.createVolume(creation("gp2", null, null, null)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Refused.Reason.INVALID);
              assertThat(refused.why()).startsWith("IdempotentParameterMismatch");
            });
  }

  @Test
  void a_volume_is_removed_and_is_not_there_then() {
    VolumeId made = done(storage.createVolume(creation("gp3", null, null, null))).id();

    assertThat(done(storage.deleteVolume(HOME, made))).isEqualTo(made);

    assertThat(reason(storage.deleteVolume(HOME, made))).isEqualTo(Refused.Reason.NOT_FOUND);
    assertThat(only(new VolumeFilter.Ids(List.of(made))).state()).isEqualTo("deleting");
    ec2.clock().advance(Duration.ofSeconds(2));
    assertThat(done(storage.volumes(HOME, new VolumeFilter.Ids(List.of(made)), null)).items())
        .isEmpty();
  }

  @Test
  void a_volume_that_is_attached_is_in_use() {
    ec2.account()
        .add(EmulatedVolume.of(HOME.name(), "vol-0d", 8))
        .add(EmulatedInstance.of(HOME.name(), "i-0a", "vol-0d"));

    assertThat(reason(storage.deleteVolume(HOME, new VolumeId("vol-0d"))))
        .isEqualTo(Refused.Reason.IN_USE);
  }

  @Test
  void volumes_are_found_by_the_key_of_a_tag() {
    ec2.account()
        .add(EmulatedVolume.of(HOME.name(), "vol-0d", 8).withTag("ebs-core:drill", "d"))
        .add(EmulatedVolume.of(HOME.name(), "vol-0e", 8));

    assertThat(only(new VolumeFilter.HavingTag("ebs-core:drill")).id()).hasToString("vol-0d");
  }

  @Test
  void an_archived_snapshot_says_so() {
    ec2.account().setSnapshotTier(HOME.name(), SNAPSHOT.value(), "archive");

    assertThat(
            done(storage.snapshots(HOME, new SnapshotFilter.Ids(List.of(SNAPSHOT)), null))
                .items()
                .get(0)
                .isArchived())
        .isTrue();
  }

  private static VolumeCreation creation(
      String type, @Nullable Integer iops, @Nullable Integer throughput, @Nullable String key) {
    return new VolumeCreation(
        HOME,
        "us-east-1b",
        SNAPSHOT,
        type,
        iops,
        throughput,
        10,
        false,
        key,
        "token-1",
        Map.of("Name", "data"));
  }

  private Volume only(VolumeFilter filter) {
    Page<Volume> page = done(storage.volumes(HOME, filter, null));
    assertThat(page.items()).hasSize(1);
    return page.items().get(0);
  }

  private EmulatedRequest request(String action) {
    return ec2.requests(action).get(0);
  }

  private static Refused.Reason reason(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Refused.class);
    return ((Refused<?>) answer).reason();
  }
}
