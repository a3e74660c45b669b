package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port over HTTP: what is asked, in which order, and what the answers come to. */
class CinderBlockStorageTest {
  private static final Region ONE = new Region("RegionOne");
  private static final Region STORE = new Region("RegionOne-backup");
  private static final Region OTHER_STORE = new Region("RegionTwo-backup");
  private static final String VOLUME = "1a6b2b85-d1f2-4ce0-aeaa-cc42a065e3a4";
  private static final String FULL = "8aef23c1-86b1-4daf-bc26-38b0c1a452b5";
  private static final String INCREMENT = "6e86a82c-201a-4eb1-9a7c-03dfe0ecc3bb";
  private static final Map<String, String> TAGS =
      Map.of(
          OurTags.RUN, "night-2",
          OurTags.TOKEN, "night-2/" + VOLUME + "/RegionOne-backup",
          OurTags.SOURCE_VOLUME, VOLUME,
          OurTags.SOURCE_SNAPSHOT, "snap-2",
          OurTags.NAME, "data");

  private ScriptedCloud cloud;
  private CinderBlockStorage storage;

  @BeforeEach
  void start() throws IOException {
    cloud = new ScriptedCloud();
    storage = cloud.connect();
  }

  @AfterEach
  void stop() {
    storage.close();
    cloud.close();
  }

  @Test
  void each_region_has_a_backup_store_beside_it() {
    assertThat(storage.regions())
        .isEqualTo(
            new Done<>(
                Set.of(ONE, STORE, new Region("RegionTwo"), new Region("RegionTwo-backup"))));
  }

  @Test
  void one_login_and_one_question_about_versions_serve_many_requests() {
    cloud.on("GET " + ScriptedCloud.ONE + "/snapshots/detail", "snapshots of metadata");
    for (int i = 0; i < 3; i++) {
      assertThat(storage.snapshots(ONE, new SnapshotFilter.Ours(), null)).isInstanceOf(Done.class);
    }

    assertThat(cloud.logins()).isEqualTo(1);
    assertThat(cloud.asked()).hasSize(5);
    assertThat(cloud.asked().get(4).token()).isEqualTo("token-1");
    assertThat(cloud.asked().get(4).version()).isEqualTo("volume 3.70");
  }

  @Test
  void the_newest_version_that_both_sides_know_is_spoken() {
    cloud.speaks("3.99").on("GET " + ScriptedCloud.ONE + "/limits", "limits");
    CinderBlockStorage newer = cloud.connect();
    newer.rehearse(snapshotOf(VOLUME));
    assertThat(last().version()).isEqualTo("volume 3.70");

    cloud.speaks("3.50");
    cloud.connect().rehearse(snapshotOf(VOLUME));
    assertThat(last().version()).isEqualTo("volume 3.50");
  }

  @Test
  void the_address_of_a_region_may_name_the_project() {
    cloud.on("GET " + ScriptedCloud.TWO + "/snapshots/detail", 200, "{'snapshots':[]}");

    assertThat(storage.snapshots(new Region("RegionTwo"), new SnapshotFilter.Ours(), null))
        .isEqualTo(new Done<>(Page.last(List.of())));
  }

  @Test
  void a_region_that_the_catalog_does_not_have_is_told_without_asking_anybody() {
    assertThat(storage.snapshots(new Region("RegionNine"), new SnapshotFilter.Ours(), null))
        .isEqualTo(
            new Refused<>(
                Refused.Reason.UNSUPPORTED, "the catalog has no block storage in RegionNine"));
  }

  @Test
  void a_token_that_has_run_out_is_replaced_once_and_the_request_made_again() {
    cloud
        .on("POST " + ScriptedCloud.ONE + "/snapshots", "bad token")
        .on("POST " + ScriptedCloud.ONE + "/snapshots", "snapshot created");

    assertThat(storage.create(snapshotOf(VOLUME))).isInstanceOf(Done.class);
    assertThat(cloud.logins()).isEqualTo(2);
    assertThat(cloud.changes())
        .extracting(ScriptedCloud.Asked::token)
        .containsExactly("token-1", "token-2");
  }

  @Test
  void what_a_fresh_token_may_not_do_is_a_matter_of_rights() {
    cloud.on("POST " + ScriptedCloud.ONE + "/snapshots", "access rule");

    assertThat(storage.create(snapshotOf(VOLUME)))
        .isInstanceOfSatisfying(
            Refused.class,
            no -> {
              assertThat(no.reason()).isEqualTo(Refused.Reason.PERMISSION);
              assertThat(no.why()).contains("access rules").doesNotContain("token-");
            });
    assertThat(cloud.changes()).hasSize(2);
  }

  @Test
  void a_wrong_password_is_told_with_where_it_is_from_and_without_itself() {
    cloud.on("POST /identity/v3/auth/tokens", "bad token");

    assertThat(storage.regions())
        .isInstanceOfSatisfying(
            Refused.class,
            no -> {
              assertThat(no.reason()).isEqualTo(Refused.Reason.CREDENTIALS);
              assertThat(no.why())
                  .contains("does not accept the password of the environment (OS_*)")
                  .doesNotContain(ScriptedCloud.PASSWORD);
            });
  }

  @Test
  void a_keystone_in_trouble_leaves_nothing_in_doubt() {
    cloud.on("POST /identity/v3/auth/tokens", 503, "");

    assertThat(storage.create(snapshotOf(VOLUME))).isInstanceOf(Wait.class);
  }

  @Test
  void a_snapshot_carries_its_tags_from_the_call_that_makes_it() {
    cloud.on("POST " + ScriptedCloud.ONE + "/snapshots", "snapshot created");

    assertThat(storage.create(snapshotOf(VOLUME)))
        .isInstanceOfSatisfying(
            Done.class, done -> assertThat(done.value().toString()).contains("ce302d4b-99c6-4ea8"));
    assertThat(last().body())
        .contains("\"ebs-core:token\":\"night-2/" + VOLUME + "/RegionOne-backup\"")
        .contains("\"name\":\"data\"")
        .doesNotContain("force");
  }

  @Test
  void a_volume_in_use_is_snapshotted_by_force_where_the_version_is_old() {
    cloud.speaks("3.65").on("POST " + ScriptedCloud.ONE + "/snapshots", "snapshot created");
    cloud.connect().create(snapshotOf(VOLUME));

    assertThat(last().body()).contains("\"force\":true");
  }

  @Test
  void an_answer_in_trouble_to_a_creating_call_is_in_doubt() {
    cloud.on("POST " + ScriptedCloud.ONE + "/snapshots", 500, "{'computeFault':{'message':'x'}}");
    assertThat(storage.create(snapshotOf(VOLUME))).isInstanceOf(Ambiguous.class);
    assertThat(cloud.changes()).hasSize(1);
  }

  @Test
  void a_good_status_without_an_id_is_in_doubt() {
    cloud.on("POST " + ScriptedCloud.ONE + "/snapshots", 202, "{'snapshot':{}}");

    assertThat(storage.create(snapshotOf(VOLUME))).isInstanceOf(Ambiguous.class);
  }

  @Test
  void a_question_that_fails_before_the_creating_call_leaves_nothing_in_doubt() {
    cloud.on("GET " + ScriptedCloud.ONE + "/snapshots/snap-2", 500, "");

    assertThat(storage.create(copy(STORE))).isInstanceOf(Wait.class);
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void lists_are_read_page_by_page() {
    cloud.on("GET " + ScriptedCloud.ONE + "/snapshots/detail", "snapshots page");
    Page<Snapshot> first = done(storage.snapshots(ONE, new SnapshotFilter.Ours(), null));
    assertThat(first.items()).as("none of ours").isEmpty();
    assertThat(first.next()).contains("58e16435-bef3-4bb2-b464-a81be870bddc");

    storage.snapshots(ONE, new SnapshotFilter.Ours(), first.next().orElseThrow());
    assertThat(last().line())
        .endsWith("/snapshots/detail?limit=1000&marker=58e16435-bef3-4bb2-b464-a81be870bddc");
  }

  @Test
  void a_list_whose_page_ended_with_something_that_is_gone_stands_still() {
    cloud.on("GET " + ScriptedCloud.ONE + "/snapshots/detail", "stale marker");

    assertThat(storage.snapshots(ONE, new SnapshotFilter.Ours(), "gone"))
        .isEqualTo(new Done<>(new Page<>(List.of(), "gone")));
  }

  @Test
  void a_run_is_looked_for_by_the_cloud_and_here_where_the_cloud_does_not() {
    cloud
        .on("GET " + ScriptedCloud.ONE + "/snapshots/detail", "backups by metadata")
        .on("GET " + ScriptedCloud.ONE + "/snapshots/detail", "snapshots of metadata");
    SnapshotFilter run = new SnapshotFilter.OfRun(new RunId("night-1"));

    assertThat(storage.snapshots(ONE, run, null)).isEqualTo(new Done<>(Page.last(List.of())));
    assertThat(cloud.asked().get(2).line())
        .contains("metadata=%7B%27ebs-core%3Arun%27%3A%27night-1%27%7D");
    assertThat(last().line()).doesNotContain("metadata");

    int before = cloud.asked().size();
    storage.snapshots(ONE, run, null);
    assertThat(cloud.asked()).as("it is asked once only").hasSize(before + 1);
  }

  @Test
  void one_that_is_not_there_is_not_in_the_list() {
    cloud.on("GET " + ScriptedCloud.ONE + "/snapshots/x", "no snapshot");

    assertThat(storage.snapshots(ONE, new SnapshotFilter.Ids(List.of(new SnapshotId("x"))), null))
        .isEqualTo(new Done<>(Page.last(List.of())));
  }

  @Test
  void volumes_are_found_by_their_server() {
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/volumes/detail",
        200,
        "{'volumes':[{'id':'v1','status':'in-use','attachments':[{'server_id':'s1','device':'/dev/vdb'}]},"
            + "{'id':'v2','status':'available','attachments':[]}]}");

    Page<Volume> found =
        done(storage.volumes(ONE, new VolumeFilter.AttachedTo(new InstanceId("s1")), null));
    assertThat(found.items()).extracting(each -> each.id().value()).containsExactly("v1");
  }

  @Test
  void the_first_backup_is_full_and_always_of_the_snapshot() {
    wholeSnapshot();
    cloud
        .on("GET " + ScriptedCloud.ONE + "/backups/detail", 200, "{'backups':[]}")
        .on("POST " + ScriptedCloud.ONE + "/backups", "backup created");

    assertThat(storage.create(copy(STORE))).isInstanceOf(Done.class);
    assertThat(last().body())
        .contains("\"snapshot_id\":\"snap-2\"", "\"incremental\":false", "\"force\":true")
        .contains("\"ebs-core:run\":\"night-2\"");
  }

  @Test
  void a_later_backup_is_incremental() {
    wholeSnapshot();
    cloud
        .on("GET " + ScriptedCloud.ONE + "/backups/detail", "backups of a volume")
        .on("POST " + ScriptedCloud.ONE + "/backups", "backup created");

    assertThat(storage.create(copy(STORE))).isInstanceOf(Done.class);
    assertThat(last().body()).contains("\"incremental\":true");
  }

  @Test
  void where_the_cloud_has_nothing_to_build_on_any_more_the_backup_is_full() {
    wholeSnapshot();
    cloud
        .on("GET " + ScriptedCloud.ONE + "/backups/detail", "backups of a volume")
        .on("POST " + ScriptedCloud.ONE + "/backups", "incremental without full")
        .on("POST " + ScriptedCloud.ONE + "/backups", "backup created");

    assertThat(storage.create(copy(STORE))).isInstanceOf(Done.class);
    assertThat(last().body()).contains("\"incremental\":false");
  }

  @Test
  void a_backup_that_an_earlier_call_made_is_taken_instead_of_a_second_one() {
    wholeSnapshot();
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/backups/detail",
        200,
        "{'backups':[{'id':'made','status':'creating','volume_id':'v','metadata':{'ebs-core:token':'"
            + TAGS.get(OurTags.TOKEN)
            + "'}}]}");

    assertThat(done(storage.create(copy(STORE))))
        .extracting(each -> each.id().value())
        .containsExactly("made");
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void a_backup_waits_until_the_snapshot_is_free() {
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/snapshots/snap-2",
        200,
        "{'snapshot':{'id':'snap-2','status':'backing-up','volume_id':'v'}}");

    assertThat(storage.create(copy(STORE)))
        .isInstanceOfSatisfying(
            Wait.class, wait -> assertThat(wait.reason()).isEqualTo(Wait.Reason.NOT_READY));
  }

  @Test
  void backups_need_a_cloud_that_keeps_their_metadata() {
    cloud.speaks("3.42");

    assertThat(cloud.connect().create(copy(STORE)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.UNSUPPORTED));
  }

  @Test
  void a_copy_into_a_plain_region_names_the_stores_there_are() {
    assertThat(storage.create(copy(new Region("RegionTwo"))))
        .isInstanceOfSatisfying(
            Refused.class,
            no -> assertThat(no.why()).contains("RegionOne-backup", "RegionTwo-backup"));
  }

  @Test
  void a_record_is_given_to_another_region_after_that_of_what_it_builds_on() {
    originalIncrement();
    cloud
        .on(
            "GET " + ScriptedCloud.ONE + "/backups/" + INCREMENT + "/export_record",
            "record of incremental")
        .on("GET " + ScriptedCloud.ONE + "/backups/" + FULL + "/export_record", "record of full")
        .on("POST " + ScriptedCloud.TWO + "/backups/import_record", "import accepted");

    assertThat(storage.create(copy(OTHER_STORE)))
        .isInstanceOfSatisfying(
            Wait.class,
            wait -> assertThat(wait.why()).contains("which it builds on, is given first"));
    assertThat(last().body()).contains(url("record of full"));

    cloud.on("GET " + ScriptedCloud.TWO + "/backups/" + FULL, 200, "{'backup':{'id':'x'}}");
    assertThat(done(storage.create(copy(OTHER_STORE))))
        .extracting(each -> each.id().value())
        .containsExactly(INCREMENT);
    assertThat(last().body()).contains(url("record of incremental"));
  }

  @Test
  void a_record_that_is_there_already_is_enough() {
    originalIncrement();
    cloud.on("GET " + ScriptedCloud.TWO + "/backups/" + INCREMENT, 200, "{'backup':{'id':'x'}}");

    assertThat(storage.create(copy(OTHER_STORE))).isInstanceOf(Done.class);
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void a_record_that_came_there_in_the_same_moment_is_enough() {
    originalIncrement();
    cloud
        .on(
            "GET " + ScriptedCloud.ONE + "/backups/" + INCREMENT + "/export_record",
            "record of incremental")
        .on("GET " + ScriptedCloud.TWO + "/backups/" + FULL, 200, "{'backup':{'id':'x'}}")
        .on("POST " + ScriptedCloud.TWO + "/backups/import_record", "import twice");

    assertThat(storage.create(copy(OTHER_STORE))).isInstanceOf(Done.class);
  }

  @Test
  void records_are_for_administrators_and_a_plan_says_so() {
    cloud
        .on("GET " + ScriptedCloud.TWO + "/limits", "limits")
        .on("GET " + ScriptedCloud.ONE + "/backups", 200, "{'backups':[{'id':'some'}]}")
        .on("GET " + ScriptedCloud.ONE + "/backups/some/export_record", "export refused");

    assertThat(storage.rehearse(copy(OTHER_STORE)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.PERMISSION));
  }

  @Test
  void a_full_project_shows_in_the_plan() {
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/limits",
        200,
        "{'limits':{'absolute':{'maxTotalSnapshots':10,'totalSnapshotsUsed':10,"
            + "'maxTotalBackups':-1,'totalBackupsUsed':99}}}");

    assertThat(storage.rehearse(snapshotOf(VOLUME)))
        .isEqualTo(new Refused<>(Refused.Reason.QUOTA, "the project has 10 of 10 snapshots"));
    assertThat(storage.rehearse(copy(STORE))).isInstanceOf(Done.class);
  }

  @Test
  void what_increments_build_on_is_told_with_what_builds_on_it() {
    cloud.on("GET " + ScriptedCloud.ONE + "/backups/detail", "backups of a volume");

    assertThat(done(storage.uses(STORE, SnapshotUse.Kind.INCREMENT, null, null)).items())
        .containsExactly(
            new SnapshotUse(new SnapshotId(FULL), SnapshotUse.Kind.INCREMENT, INCREMENT));
    assertThat(done(storage.uses(ONE, SnapshotUse.Kind.INCREMENT, null, null)).items()).isEmpty();
    assertThat(done(storage.uses(STORE, SnapshotUse.Kind.LOCK, null, null)).items()).isEmpty();
  }

  @Test
  void a_record_stays_while_its_backup_is_there_whose_data_it_would_take_along() {
    String record =
        "{'backup':{'id':'b','status':'available','volume_id':'v','metadata':{'ebs-core:run':'night-2',"
            + "'ebs-core:token':'night-2/v/RegionOne-backup'}}}";
    cloud
        .on("GET " + ScriptedCloud.TWO + "/backups/b", 200, record)
        .on("GET " + ScriptedCloud.ONE + "/backups/b", 200, record)
        .on("GET " + ScriptedCloud.ONE + "/backups/b", "no snapshot")
        .on("DELETE " + ScriptedCloud.TWO + "/backups/b", 202, "");

    assertThat(storage.delete(OTHER_STORE, new SnapshotId("b")))
        .isEqualTo(
            new Refused<>(
                Refused.Reason.IN_USE, "its data is that of the backup in RegionOne-backup"));
    assertThat(cloud.changes()).isEmpty();
    assertThat(storage.delete(OTHER_STORE, new SnapshotId("b"))).isInstanceOf(Done.class);
    assertThat(cloud.changes()).hasSize(1);
  }

  @Test
  void a_backup_that_only_looks_broken_is_never_removed() {
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/backups/b",
        200,
        "{'backup':{'id':'b','status':'available','size':100,'object_count':1}}");

    assertThat(storage.delete(STORE, new SnapshotId("b")))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.IN_USE));
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void tags_are_added_and_none_is_lost() {
    cloud
        .on(
            "GET " + ScriptedCloud.ONE + "/backups/b",
            200,
            "{'backup':{'id':'b','metadata':{'old':'kept'}}}")
        .on("PUT " + ScriptedCloud.ONE + "/backups/b", "backup updated")
        .on("POST " + ScriptedCloud.ONE + "/snapshots/s/metadata", "metadata merged");

    assertThat(storage.tag(STORE, new SnapshotId("b"), Map.of("new", "1")))
        .isInstanceOf(Done.class);
    assertThat(last().body()).contains("\"old\":\"kept\"", "\"new\":\"1\"");
    assertThat(storage.tag(ONE, new SnapshotId("s"), Map.of("new", "1"))).isInstanceOf(Done.class);
    assertThat(last().body()).isEqualTo("{\"metadata\":{\"new\":\"1\"}}");
  }

  @Test
  void a_volume_is_made_once_however_often_it_is_asked_for() {
    cloud
        .on("GET " + ScriptedCloud.ONE + "/volumes/detail", 200, "{'volumes':[]}")
        .on(
            "GET " + ScriptedCloud.ONE + "/volumes/detail",
            200,
            "{'volumes':[{'id':'new','status':'creating','size':1,'volume_type':'nfs',"
                + "'metadata':{'ebs-core:client-token':'restore-1'}}]}")
        .on("POST " + ScriptedCloud.ONE + "/volumes", "volume of backup");

    Volume first = done(storage.createVolume(volume(STORE, "nfs")));
    assertThat(first.region()).isEqualTo(STORE);
    assertThat(last().body())
        .contains("\"backup_id\":\"b-1\"", "\"volume_type\":\"nfs\"")
        .contains("\"ebs-core:client-token\":\"restore-1\"");
    assertThat(done(storage.createVolume(volume(STORE, "nfs"))).id().value()).isEqualTo("new");
    assertThat(storage.createVolume(volume(STORE, "rbd")))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.INVALID));
    assertThat(cloud.changes()).hasSize(1);
  }

  @Test
  void a_volume_of_a_snapshot_is_made_beside_it() {
    cloud
        .on("GET " + ScriptedCloud.ONE + "/volumes/detail", 200, "{'volumes':[]}")
        .on("POST " + ScriptedCloud.ONE + "/volumes", "volume of backup");

    storage.createVolume(volume(ONE, ""));
    assertThat(last().body())
        .contains("\"snapshot_id\":\"b-1\"")
        .doesNotContain("backup_id", "volume_type");
  }

  @Test
  void a_volume_with_snapshots_is_in_use() {
    cloud.on("DELETE " + ScriptedCloud.ONE + "/volumes/v", "volume has snapshots");

    assertThat(storage.deleteVolume(ONE, new VolumeId("v")))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Refused.Reason.IN_USE));
  }

  @Test
  void a_token_follows_no_redirect() {
    cloud.redirects("GET " + ScriptedCloud.ONE + "/snapshots/detail", cloud.url() + "/elsewhere");

    assertThat(storage.snapshots(ONE, new SnapshotFilter.Ours(), null))
        .isInstanceOf(Ambiguous.class);
    assertThat(cloud.asked()).noneMatch(each -> each.line().contains("/elsewhere"));
  }

  private void wholeSnapshot() {
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/snapshots/snap-2",
        200,
        "{'snapshot':{'id':'snap-2','status':'available','size':1,'volume_id':'"
            + VOLUME
            + "','created_at':'2026-11-23T00:00:00.000000'}}");
  }

  /** The backup of the snapshot, incremental, in the store beside it. */
  private void originalIncrement() {
    cloud.on(
        "GET " + ScriptedCloud.ONE + "/backups/detail",
        200,
        "{'backups':[{'id':'"
            + INCREMENT
            + "','status':'available','volume_id':'"
            + VOLUME
            + "','metadata':{'ebs-core:run':'night-2','ebs-core:source-snapshot':'snap-2'}}]}");
  }

  private static String url(String recorded) {
    return Recorded.member(recorded, "backup-record").text("backup_url").substring(0, 400);
  }

  private ScriptedCloud.Asked last() {
    return cloud.asked().get(cloud.asked().size() - 1);
  }

  private static Creation snapshotOf(String volume) {
    return new Creation.OfVolume(ONE, new VolumeId(volume), "data, run night-2", TAGS);
  }

  private static Creation.Copy copy(Region to) {
    return new Creation.Copy(
        to, new SnapshotId("snap-2"), ONE, false, null, null, "data, run night-2", TAGS);
  }

  private static VolumeCreation volume(Region region, String type) {
    return new VolumeCreation(
        region,
        "one-az1",
        new SnapshotId("b-1"),
        type,
        null,
        null,
        1,
        false,
        null,
        "restore-1",
        Map.of(OurTags.NAME, "restored"));
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done<T>) answer).value();
  }
}
