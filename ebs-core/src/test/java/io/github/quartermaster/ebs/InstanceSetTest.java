package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.IRELAND;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.RUN;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes of one instance at one point in time, through the SDK. */
class InstanceSetTest {
  private static final String INSTANCE = "i-0c0ffee0000000009";
  private static final BackupRules TOGETHER =
      new BackupRules(Consistency.INSTANCE, false, null, null, null, Prices.DEFAULTS);

  private final EmulatedCloud cloud = new EmulatedCloud();

  @TempDir private Path journals;

  @BeforeEach
  void attach() {
    cloud
        .ec2()
        .account()
        .add(
            EmulatedInstance.of(HOME.name(), INSTANCE, LOGS.id().value())
                .withVolume("/dev/sdb", CONTENT.id().value())
                .withVolume("/dev/sdc", INDEX.id().value()));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private BackupRequest.Builder request() {
    return EmulatedCloud.request(journals, CONTENT, INDEX).rules(TOGETHER);
  }

  private void assertOneSet(BackupResult result) {
    assertThat(result.isComplete()).as(result.problems().toString()).isTrue();
    assertThat(result.volumes()).extracting(VolumeOutcome::set).containsOnly(INSTANCE);
    List<EmulatedSnapshot> made = cloud.ec2().snapshots(HOME.name());
    assertThat(made)
        .extracting(EmulatedSnapshot::volumeId)
        .containsExactlyInAnyOrder(CONTENT.id().value(), INDEX.id().value());
    assertThat(made).extracting(EmulatedSnapshot::start).containsOnly(made.get(0).start());
    assertThat(made)
        .extracting(snapshot -> snapshot.tags().get(OurTags.NAME))
        .containsExactlyInAnyOrder("Content store " + CONTENT.id(), "Index " + INDEX.id());
    assertThat(made)
        .extracting(snapshot -> snapshot.tags().get(OurTags.TOKEN))
        .containsOnly(RUN + "/" + INSTANCE);
    assertThat(cloud.ec2().snapshots(WEST.name())).hasSize(2);
    assertThat(cloud.ec2().snapshots(IRELAND.name())).hasSize(1);
  }

  @Test
  void one_call_makes_the_snapshots_which_are_named_and_copied_one_by_one() {
    assertOneSet(cloud.backup(request().build()));
    assertOneSet(cloud.backup(request().build()));
    assertThat(cloud.ec2().requests("CreateSnapshots"))
        .filteredOn(request -> !EmulatedCloud.isRehearsal(request))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_set_whose_answer_is_lost_is_not_made_again(int times) {
    cloud.next("CreateSnapshots", times, Fault.answerLost());

    assertOneSet(cloud.backup(request().build()));
  }

  @Test
  void names_that_could_not_be_set_at_first_are_set_later() {
    cloud.next("CreateTags", 3, Fault.error("InternalError"));

    assertOneSet(cloud.backup(request().build()));
  }

  @Test
  void a_set_is_awaited_and_copied_by_another_process() {
    cloud.backup(request().awaited(false).build());

    assertOneSet(
        cloud.await(
            new AwaitRequest(
                HOME,
                new JournalPlace.Directory(journals.resolve("elsewhere")),
                RUN,
                TOGETHER,
                Duration.ofHours(4))));
  }
}
