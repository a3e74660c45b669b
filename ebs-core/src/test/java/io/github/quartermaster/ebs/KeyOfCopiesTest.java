package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.IRELAND;
import static io.github.quartermaster.ebs.EmulatedCloud.RUN;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Severity;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of the copies is asked about where they are to be, before anything is created. */
class KeyOfCopiesTest {
  private static final BackupRules RULES =
      new BackupRules(Consistency.VOLUME, false, "alias/backup", null, null, Prices.DEFAULTS);
  private static final EmulatedKey WESTERN = key(WEST);
  private static final EmulatedKey IRISH = key(IRELAND);

  private final EmulatedCloud cloud = new EmulatedCloud();

  @TempDir Path journals;

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void copies_are_encrypted_with_the_key_of_their_region() {
    cloud.ec2().account().add(WESTERN).add(IRISH);

    BackupResult result = backup();

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.ec2().snapshots(WEST.name()))
        .extracting(EmulatedSnapshot::key)
        .containsOnly(WESTERN.arn());
    assertThat(cloud.ec2().requests("DescribeKey")).hasSize(2);
  }

  @Test
  void a_key_that_one_destination_lacks_refuses_the_plan_before_anything_is_created() {
    cloud.ec2().account().add(WESTERN);

    BackupResult refused = backup();

    assertThat(refused.plan().isRefused()).isTrue();
    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNUSABLE);
              assertThat(problem.subject()).isEqualTo(IRELAND.name());
              assertThat(problem.message()).contains("alias/backup", "NotFoundException");
            });
    assertThat(cloud.creations()).isZero();

    cloud.ec2().account().add(IRISH);
    assertThat(backup().isComplete()).isTrue();
  }

  @Test
  void each_destination_has_its_say() {
    cloud.ec2().account().add(WESTERN.withState("Disabled"));
    cloud.ec2().account().add(IRISH.withState("PendingDeletion"));

    assertThat(backup().problems())
        .extracting(Problem::code, Problem::subject)
        .containsExactlyInAnyOrder(
            tuple(ProblemCode.KEY_UNUSABLE, WEST.name()),
            tuple(ProblemCode.KEY_UNUSABLE, IRELAND.name()));
    assertThat(cloud.creations()).isZero();
  }

  @Test
  void who_may_not_describe_the_key_is_warned_and_goes_on() {
    cloud.ec2().account().add(WESTERN).add(IRISH).deny("DescribeKey");

    BackupResult result = backup();

    assertThat(result.problems()).hasSize(2).allMatch(problem -> !problem.isError());
    assertThat(result.problems()).extracting(Problem::severity).containsOnly(Severity.WARNING);
    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }

  @Test
  void answers_that_are_lost_are_asked_for_again() {
    cloud.ec2().account().add(WESTERN).add(IRISH);
    cloud.ec2().faults().next("DescribeKey", Fault.reset());
    cloud.ec2().faults().next("DescribeKey", Fault.error("ThrottlingException"));
    cloud.ec2().faults().next("DescribeKey", Fault.html(200));
    cloud.ec2().faults().next("DescribeKey", Fault.error(500, "KMSInternalException", "Oh."));

    BackupResult result = backup();

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
  }

  @Test
  void a_key_is_not_asked_about_once_all_copies_are_there() {
    cloud.ec2().account().add(WESTERN).add(IRISH);
    backup();
    cloud.ec2().account().add(WESTERN.withState("PendingDeletion"));

    BackupResult again = backup();

    assertThat(again.problems()).isEmpty();
    assertThat(again.changed()).isFalse();
  }

  @Test
  void waiting_looks_at_the_key_of_what_is_still_to_be_copied() {
    cloud.ec2().account().add(WESTERN).add(IRISH);
    cloud.backup(EmulatedCloud.request(journals, INDEX).rules(RULES).awaited(false).build());
    cloud.ec2().account().add(WESTERN.withState("Disabled"));

    BackupResult refused = await();
    cloud.ec2().account().add(WESTERN);
    BackupResult finished = await();

    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.KEY_UNUSABLE);
    assertThat(finished.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX);
  }

  private BackupResult backup() {
    return cloud.backup(EmulatedCloud.request(journals, CONTENT, INDEX).rules(RULES).build());
  }

  private BackupResult await() {
    return cloud.await(
        new AwaitRequest(
            HOME, new JournalPlace.Directory(journals), RUN, RULES, Duration.ofHours(4)));
  }

  private static EmulatedKey key(Region region) {
    return EmulatedKey.of(
            region.name(),
            "arn:aws:kms:" + region + ":111122223333:key/0123abcd-0123-0123-0123-0123456789ab")
        .withAlias("alias/backup");
  }
}
