package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.testkit.EmulatedAccount;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Ec2BlockStorageTest extends PointedAtEmulator {
  private static final InstanceId INSTANCE = new InstanceId("i-0123456789abcdef0");
  private static final VolumeId DATA = new VolumeId("vol-0fedcba9876543210");
  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/k";

  @Test
  void a_snapshot_is_made_with_its_tags_in_one_request() {
    List<CreatedSnapshot> made = done(storage.create(ofVolume()));

    assertThat(made).extracting(CreatedSnapshot::volume).containsExactly(VOLUME);
    EmulatedSnapshot there = ec2.snapshots(HOME.name()).get(0);
    assertThat(there.id()).isEqualTo(made.get(0).id().value());
    assertThat(there.tags()).isEqualTo(TAGS);
    assertThat(there.description()).isEqualTo("nightly");
    assertThat(actions()).containsExactly("CreateSnapshot");
  }

  @Test
  void a_snapshot_is_told_as_it_is() {
    SnapshotId made = snapshot();
    Snapshot pending = only(new SnapshotFilter.Ids(List.of(made)));
    assertThat(pending.state()).isEqualTo(SnapshotState.PENDING);
    assertThat(pending.percent()).isZero();
    assertThat(pending.completed()).isEmpty();

    ec2.clock().advance(Duration.ofHours(1));
    Snapshot whole = only(new SnapshotFilter.Ids(List.of(made)));

    assertThat(whole.state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(whole.percent()).isEqualTo(100);
    assertThat(whole.volume()).isEqualTo(VOLUME);
    assertThat(whole.sizeGib()).isEqualTo(8);
    assertThat(whole.encrypted()).isFalse();
    assertThat(whole.kmsKeyId()).isNull();
    assertThat(whole.description()).isEqualTo("nightly");
    assertThat(whole.tags()).isEqualTo(TAGS);
    assertThat(whole.startedAt()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(whole.region()).isEqualTo(HOME);
  }

  @Test
  void progress_is_a_number() {
    SnapshotId made = snapshot();
    ec2.clock().advance(Duration.ofSeconds(23));

    int percent = only(new SnapshotFilter.Ids(List.of(made))).percent();

    assertThat(percent).isBetween(1, 99);
  }

  @Test
  void why_a_snapshot_failed_is_told() {
    ec2.account().failNextSnapshot(HOME.name(), VOLUME.value(), "Given key ID is not accessible");
    SnapshotId made = completedSnapshot();

    Snapshot failed = only(new SnapshotFilter.Ids(List.of(made)));

    assertThat(failed.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(failed.stateMessage()).isEqualTo("Given key ID is not accessible");
  }

  @Test
  void a_state_that_nobody_knows_is_told_in_its_own_word() {
    SnapshotId made = snapshot();
    ec2.account().setSnapshotState(HOME.name(), made.value(), "meditating", "");

    Snapshot odd = only(new SnapshotFilter.Ids(List.of(made)));

    assertThat(odd.stateWord()).isEqualTo("meditating");
    assertThat(odd.state()).isEqualTo(SnapshotState.OTHER);
  }

  @Test
  void a_copy_is_made_by_the_destination_and_says_where_from() {
    SnapshotId source = completedSnapshot();

    CreatedSnapshot copy = done(storage.create(copyOf(source))).get(0);

    EmulatedRequest request = ec2.requests("CopySnapshot").get(0);
    assertThat(request.region()).isEqualTo("us-west-2");
    assertThat(request.parameters())
        .containsEntry("SourceRegion", "us-east-1")
        .containsEntry("DestinationRegion", "us-west-2")
        .containsEntry("SourceSnapshotId", source.value())
        .containsKey("PresignedUrl")
        .doesNotContainKeys("Encrypted", "KmsKeyId", "CompletionDurationMinutes", "DryRun");
    assertThat(copy.volume()).isNull();
    assertThat(ec2.snapshots(AWAY.name()).get(0).tags()).isEqualTo(TAGS);
    assertThat(ec2.snapshots(AWAY.name()).get(0).id()).isEqualTo(copy.id().value());
  }

  @Test
  void a_copy_has_its_key_and_its_deadline() {
    String key = "arn:aws:kms:us-west-2:111122223333:key/k";
    ec2.account().allowKey(AWAY.name(), key);
    SnapshotId source = completedSnapshot();

    done(storage.create(copy(source, key, Duration.ofMinutes(50))));

    assertThat(ec2.requests("CopySnapshot").get(0).parameters())
        .containsEntry("Encrypted", "true")
        .containsEntry("KmsKeyId", key)
        .containsEntry("CompletionDurationMinutes", "45");
    assertThat(ec2.snapshots(AWAY.name()).get(0).encryptionKey()).contains(key);
  }

  @Test
  void a_deadline_that_no_copy_can_keep_is_refused_without_asking() {
    Answer<?> answer = storage.create(copy(new SnapshotId("snap-1"), null, Duration.ofMinutes(14)));

    assertThat(answer)
        .isEqualTo(
            new Answer.Refused<>(
                Answer.Refused.Reason.INVALID, "a copy may be given 15 minutes at least"));
    assertThat(ec2.requests()).isEmpty();
  }

  @Test
  void a_copy_of_what_is_not_complete_has_to_wait() {
    Answer<?> answer = storage.create(copyOf(snapshot()));

    assertThat(answer).isInstanceOf(Answer.Wait.class);
    assertThat(((Answer.Wait<?>) answer).reason()).isEqualTo(Answer.Wait.Reason.NOT_READY);
  }

  @Test
  void the_volumes_of_an_instance_are_snapshotted_by_one_request() {
    attachAll();

    List<CreatedSnapshot> made =
        done(
            storage.create(
                new Creation.OfInstance(HOME, INSTANCE, false, Set.of(), "nightly", TAGS)));

    assertThat(made).extracting(CreatedSnapshot::volume).containsExactlyInAnyOrder(VOLUME, DATA);
    assertThat(ec2.snapshots(HOME.name()))
        .allSatisfy(each -> assertThat(each.tags()).isEqualTo(TAGS));
    assertThat(actions()).containsExactly("CreateSnapshots");
  }

  @Test
  void volumes_of_an_instance_can_be_left_out() {
    attachAll();

    List<CreatedSnapshot> data =
        done(storage.create(new Creation.OfInstance(HOME, INSTANCE, true, Set.of(), "", TAGS)));
    ec2.clock().advance(Duration.ofMinutes(5));
    List<CreatedSnapshot> boot =
        done(
            storage.create(new Creation.OfInstance(HOME, INSTANCE, false, Set.of(DATA), "", TAGS)));

    assertThat(data).extracting(CreatedSnapshot::volume).containsExactly(DATA);
    assertThat(boot).extracting(CreatedSnapshot::volume).containsExactly(VOLUME);
  }

  @Test
  void an_instance_is_told_with_its_boot_volume() {
    attachAll();

    List<Instance> found =
        done(storage.instances(HOME, Set.of(INSTANCE, new InstanceId("i-0000000000000dead"))));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).id()).isEqualTo(INSTANCE);
    assertThat(found.get(0).bootVolume()).isEqualTo(VOLUME);
    assertThat(found.get(0).volumes()).containsExactlyInAnyOrder(VOLUME, DATA);
    assertThat(ec2.requests()).hasSize(1);
  }

  @Test
  void more_instances_than_a_filter_takes_are_asked_for_in_portions() {
    List<InstanceId> ids = new ArrayList<>();
    for (int i = 0; i < 401; i++) {
      ids.add(new InstanceId(String.format("i-%017x", i)));
    }

    assertThat(done(storage.instances(HOME, ids))).isEmpty();

    assertThat(ec2.requests()).hasSize(3);
  }

  @Test
  void volumes_are_told_and_missing_ones_left_out() {
    ec2.account()
        .add(
            EmulatedVolume.of(HOME.name(), DATA.value(), 100)
                .withType("st1")
                .withEncryptionKey(KEY)
                .withTag("app", "alfresco"))
        .add(
            EmulatedInstance.of(HOME.name(), INSTANCE.value(), VOLUME.value())
                .withVolume("/dev/sdf", DATA.value()));

    List<Volume> found =
        done(storage.volumes(
                HOME,
                new VolumeFilter.Ids(List.of(DATA, new VolumeId("vol-00000000000000000"))),
                null))
            .items();

    assertThat(found)
        .containsExactly(
            new Volume(
                DATA,
                HOME,
                "in-use",
                100,
                "st1",
                null,
                null,
                found.get(0).zone(),
                true,
                KEY,
                List.of(new Volume.Attachment(INSTANCE, "/dev/sdf")),
                Map.of("app", "alfresco")));
    assertThat(found.get(0).zone()).startsWith("us-east-1");
  }

  @Test
  void volumes_are_found_by_tag_and_by_instance() {
    ec2.account().add(EmulatedVolume.of(HOME.name(), DATA.value(), 9).withTag("app", "a"));
    ec2.account().add(EmulatedInstance.of(HOME.name(), INSTANCE.value(), VOLUME.value()));

    assertThat(volumes(new VolumeFilter.Tagged("app", "a"))).containsExactly(DATA);
    assertThat(volumes(new VolumeFilter.AttachedTo(INSTANCE))).containsExactly(VOLUME);
  }

  @Test
  void the_value_of_a_tag_is_no_pattern() {
    done(storage.volumes(HOME, new VolumeFilter.Tagged("app", "a*b?c\\d"), null));

    assertThat(ec2.requests().get(0).parameters())
        .containsEntry("Filter.1.Value.1", "a\\*b\\?c\\\\d");
  }

  @Test
  void only_our_own_snapshots_are_listed() {
    SnapshotId ours = snapshot();
    ec2.account()
        .add(
            EmulatedSnapshot.of(
                HOME.name(), "snap-00000000000000001", VOLUME.value(), 8, ec2.clock().instant()))
        .add(
            EmulatedSnapshot.of(
                    HOME.name(), "snap-00000000000000002", VOLUME.value(), 8, ec2.clock().instant())
                .withOwner("999999999999")
                .withTag("ebs-core:run", "build-7"));

    assertThat(only(new SnapshotFilter.Ours()).id()).isEqualTo(ours);
    assertThat(only(new SnapshotFilter.OfRun(RUN)).id()).isEqualTo(ours);
    assertThat(ec2.requests("DescribeSnapshots"))
        .allSatisfy(
            request ->
                assertThat(request.parameters())
                    .containsEntry("Owner.1", "self")
                    .containsEntry("MaxResults", "1000"));
  }

  @Test
  void a_list_goes_on_over_pages_and_an_empty_one_is_no_end() {
    SnapshotId made = snapshot();
    ec2.faults().next("DescribeSnapshots", Fault.emptyPage());

    Page<Snapshot> first = done(storage.snapshots(HOME, new SnapshotFilter.Ours(), null));
    Page<Snapshot> second =
        done(storage.snapshots(HOME, new SnapshotFilter.Ours(), first.next().orElseThrow()));

    assertThat(first.items()).isEmpty();
    assertThat(second.items()).extracting(Snapshot::id).containsExactly(made);
    assertThat(second.next()).isEmpty();
  }

  @Test
  void no_ids_are_no_snapshots_rather_than_all() {
    snapshot();

    assertThat(done(storage.snapshots(HOME, new SnapshotFilter.Ids(List.of()), null)).items())
        .isEmpty();
    assertThat(done(storage.volumes(HOME, new VolumeFilter.Ids(List.of()), null)).items())
        .isEmpty();
    assertThat(done(storage.instances(HOME, List.of()))).isEmpty();
    assertThat(actions()).containsExactly("CreateSnapshot");
  }

  @Test
  void tags_are_added_to_a_snapshot() {
    SnapshotId made = snapshot();

    assertThat(done(storage.tag(HOME, made, Map.of("Name", "a volume")))).isEqualTo(made);

    assertThat(ec2.snapshots(HOME.name()).get(0).tags())
        .containsAllEntriesOf(TAGS)
        .containsEntry("Name", "a volume");
  }

  @Test
  void a_snapshot_is_removed_once() {
    SnapshotId made = snapshot();

    assertThat(done(storage.delete(HOME, made))).isEqualTo(made);
    Answer<?> again = storage.delete(HOME, made);

    assertThat(ec2.snapshots(HOME.name())).isEmpty();
    assertThat(((Answer.Refused<?>) again).reason()).isEqualTo(Answer.Refused.Reason.NOT_FOUND);
  }

  @Test
  void unfinished_snapshots_of_a_volume_are_found_whoever_made_them() {
    String running = snapshot().value();
    ec2.account()
        .add(foreign("snap-0a", VOLUME.value()).withState("error", "broken"))
        .add(foreign("snap-0b", VOLUME.value()))
        .add(foreign("snap-0c", "vol-0e").withState("pending", ""));

    Page<Snapshot> found =
        done(storage.snapshots(HOME, new SnapshotFilter.Unfinished(List.of(VOLUME)), null));

    assertThat(found.items())
        .extracting(snapshot -> snapshot.id().value())
        .containsExactlyInAnyOrder(running, "snap-0a");
  }

  private EmulatedSnapshot foreign(String id, String volume) {
    return EmulatedSnapshot.of(HOME.name(), id, volume, 8, ec2.clock().instant());
  }

  @Test
  void a_rehearsal_makes_nothing() {
    assertThat(done(storage.rehearse(ofVolume()))).isEqualTo(ofVolume());

    assertThat(ec2.requests()).hasSize(1);
    assertThat(ec2.snapshots(HOME.name())).isEmpty();
  }

  @Test
  void a_rehearsal_that_is_not_allowed_tells_in_the_words_of_aws_who_what_and_where() {
    ec2.account().deny("CreateSnapshot");

    Answer.Refused<?> no = (Answer.Refused<?>) storage.rehearse(ofVolume());

    assertThat(no.reason()).isEqualTo(Answer.Refused.Reason.PERMISSION);
    assertThat(no.why())
        .startsWith(
            "UnauthorizedOperation: You are not authorized to perform this operation. User:")
        .contains("arn:aws:iam::111122223333:user/emulated", "ec2:CreateSnapshot on resource")
        .endsWith("Encoded authorization failure message: " + "emulated-".repeat(80));
  }

  @Test
  void a_rehearsal_about_what_is_not_there_says_so() {
    ec2.account().remove(HOME.name(), VOLUME.value());
    ec2.faults().next("CreateSnapshot", Fault.error("InvalidVolume.NotFound"));

    Answer<?> answer = storage.rehearse(ofVolume());

    assertThat(((Answer.Refused<?>) answer).reason()).isEqualTo(Answer.Refused.Reason.NOT_FOUND);
  }

  @Test
  void a_rehearsal_that_was_taken_for_serious_is_no_permission() {
    ec2.faults()
        .next(
            "CreateSnapshot",
            new Fault.RawAnswer(
                200,
                "text/xml",
                "<CreateSnapshotResponse><requestId>r</requestId>"
                    + "<snapshotId>snap-1</snapshotId></CreateSnapshotResponse>",
                Map.of(),
                false));

    assertThat(storage.rehearse(ofVolume())).isInstanceOf(Answer.Ambiguous.class);
  }

  @Test
  void regions_are_those_that_the_account_may_use() {
    ec2.account().setOptIn("ap-east-1", "not-opted-in").setOptIn("af-south-1", "opted-in");

    Set<Region> regions = done(storage.regions());

    assertThat(regions)
        .contains(HOME, AWAY, new Region("af-south-1"))
        .doesNotContain(new Region("ap-east-1"));
  }

  @Test
  void a_region_encrypts_by_default_or_not() {
    ec2.account().encryptByDefault(AWAY.name());

    assertThat(done(storage.encryptsByDefault(HOME))).isFalse();
    assertThat(done(storage.encryptsByDefault(AWAY))).isTrue();
  }

  @Test
  void the_account_is_told_by_sts() {
    assertThat(done(storage.account())).isEqualTo(EmulatedAccount.ID);
  }

  @Test
  void a_region_that_can_be_no_host_is_refused() {
    System.clearProperty("aws.endpointUrlEc2");

    Answer<?> answer = storage.encryptsByDefault(new Region("_"));

    assertThat(answer).isNotInstanceOf(Answer.Done.class);
  }

  @Test
  void creating_as_fast_as_the_traits_say_is_never_throttled() {
    ec2.account()
        .limits(
            EmulatorLimits.AWS
                .withPendingPerVolume(1000, 1000)
                .withBetweenSnapshotsOfVolume(Duration.ZERO));
    var rate = storage.traits().rate(io.github.quartermaster.ebs.model.Call.CREATE_SNAPSHOT);

    for (int i = 0; i < rate.burst() + 40; i++) {
      if (i >= rate.burst()) {
        ec2.clock().advance(Duration.ofMillis((long) (1000 / rate.perSecond())));
      }
      snapshot();
    }

    assertThat(ec2.snapshots(HOME.name())).hasSize(rate.burst() + 40);
  }

  private void attachAll() {
    ec2.account()
        .add(EmulatedVolume.of(HOME.name(), DATA.value(), 100))
        .add(
            EmulatedInstance.of(HOME.name(), INSTANCE.value(), VOLUME.value())
                .withVolume("/dev/sdf", DATA.value()));
  }

  private Creation.Copy copy(SnapshotId source, String key, Duration deadline) {
    return new Creation.Copy(AWAY, source, HOME, false, key, deadline, "nightly", TAGS);
  }

  private Snapshot only(SnapshotFilter filter) {
    Page<Snapshot> page = done(storage.snapshots(HOME, filter, null));
    assertThat(page.next()).isEmpty();
    assertThat(page.items()).hasSize(1);
    return page.items().get(0);
  }

  private List<VolumeId> volumes(VolumeFilter filter) {
    return done(storage.volumes(HOME, filter, null)).items().stream().map(Volume::id).toList();
  }
}
