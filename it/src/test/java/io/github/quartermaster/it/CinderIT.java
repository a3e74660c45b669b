package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.openstack.CinderBlockStorage;
import io.github.quartermaster.ebs.openstack.OpenStackAccess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The goals of the {@code ebs} plugin against a real Keystone and a real Cinder. */
class CinderIT {
  private static final int MEBIBYTE = 1 << 20;
  private static final Region ONE = new Region(RealCinder.ONE);
  private static final Region STORE = new Region("RegionOne-backup");
  private static final Region OTHER_STORE = new Region("RegionTwo-backup");

  private static RealCinder cinder;

  @BeforeAll
  static void start() {
    List<String> missing = RealCinder.missing().toList();
    Skipped.unless(
        missing.isEmpty() && RealCinder.isRoot(),
        "OpenStack Cinder",
        missing.isEmpty() ? "it takes root to mount a folder" : "there is no " + missing);
    cinder = RealCinder.start();
  }

  @AfterAll
  static void stop() {
    if (cinder != null) {
      cinder.close();
    }
  }

  @Test
  void a_volume_is_backed_up_night_after_night_and_comes_back_as_it_was() throws IOException {
    String volume = cinder.volume("data");
    Path folder = folder("nights", volume + ", Data, RegionOne-backup");
    cinder.write(volume, 0, 1);
    cinder.write(volume, 700, 2);

    maven(folder, "demo", Goals.ofEbs("plan", "backup"), "-Debs.run=night-1")
        .succeeds()
        .prints(
            volume + " Data 1 GiB create create in full in RegionOne-backup …",
            "1 snapshot and 1 copy of 1 volume would be made, run night-1, report …",
            "1 volume backed up (1 snapshot, 1 copy) in … run night-1, report …");
    maven(
            folder("elsewhere", volume + ", Data, RegionOne-backup"),
            "demo",
            Goals.ofEbs("backup"),
            "-Debs.run=night-1")
        .succeeds()
        .prints("Nothing to do: run night-1 is complete, 1 volume with 1 snapshot and 1 copy.");
    Path first = content("first", Map.of(0, 1, 700, 2));

    try (CinderBlockStorage storage = storage("demo", ONE)) {
      remove(storage, ofRun(storage, ONE, "night-1"));
    }

    cinder.write(volume, 300, 3);
    cinder.write(volume, 700, 4);
    maven(folder, "demo", Goals.ofEbs("backup", "list"), "-Debs.run=night-2")
        .succeeds()
        .prints(
            "1 volume backed up (1 snapshot, 1 copy) in … run night-2, report …",
            "1 snapshot and 1 copy of 1 volume, report …");
    Path second = content("second", Map.of(0, 1, 300, 3, 700, 4));

    try (CinderBlockStorage storage = storage("demo", ONE)) {
      Snapshot full = ofRun(storage, STORE, "night-1");
      Snapshot increment = ofRun(storage, STORE, "night-2");
      assertThat(done(storage.uses(STORE, SnapshotUse.Kind.INCREMENT, null, null)).items())
          .containsExactly(
              new SnapshotUse(full.id(), SnapshotUse.Kind.INCREMENT, increment.id().value()));
      assertRestores(storage, RealCinder.ONE, ofRun(storage, ONE, "night-2"), second);
      maven(
              folder,
              "demo",
              Goals.ofEbs("prune"),
              "-Debs.keepLast=1",
              "-Debs.maxPrune=100",
              "-Debs.dryRun=false")
          .succeeds()
          .prints(volume + " RegionOne-backup …night-1 …" + increment.id() + " builds on it");
      assertThat(found(storage, STORE, "night-1")).hasSize(1);
    }

    MavenRun restore =
        maven(
                folder,
                "demo",
                Goals.ofEbs("restore"),
                "-Debs.from=" + STORE,
                "-Debs.zone=one-az1",
                "-Debs.run=night-2",
                "-Debs.restoreId=again")
            .succeeds()
            .prints(
                volume + ": new volume … can be used",
                "1 new volume made in … restore again, report …ebs-restore.html");
    assertThat(Files.mismatch(second, cinder.content(RealCinder.ONE, restoredId(restore))))
        .as("first byte that differs in what was made of the incremental backup")
        .isEqualTo(-1);

    Files.writeString(
        folder.resolve("look.sh"),
        "cmp " + first + " " + cinder.content(RealCinder.ONE, "$EBS_DRILL_VOLUME") + "\n");
    maven(
            folder,
            "demo",
            Goals.ofEbs("drill"),
            "-Debs.region=" + STORE,
            "-Debs.run=night-1",
            "-Debs.hook=sh,look.sh")
        .succeeds()
        .prints(
            volume + " … 1 GiB … s exit 0 passed",
            "1 snapshot restored, looked at and removed again in …, report …ebs-drill.html");
  }

  @Test
  void a_full_project_is_told_before_and_when_it_is_met() throws IOException {
    String volume = cinder.volume("crowded");
    Path folder = folder("quota", volume + ", Crowded");
    cinder.limitSnapshots(cinder.snapshots());
    try {
      maven(folder, "demo", Goals.ofEbs("backup"), "-Debs.run=crowded")
          .fails()
          .prints("…QUOTA_REACHED: …SnapshotLimitExceeded…");
    } finally {
      cinder.limitSnapshots(-1);
    }
    maven(folder, "demo", Goals.ofEbs("backup"), "-Debs.run=crowded")
        .succeeds()
        .prints("1 volume backed up (1 snapshot) in … run crowded, report …");
  }

  @Test
  void an_administrator_has_the_backup_in_the_other_region_too() throws IOException {
    String volume = cinder.volume("far");
    cinder.write(volume, 5, 5);
    String line = volume + ", Far, RegionOne-backup, RegionTwo-backup";
    Path folder = folder("records", line);

    maven(folder, "admin", Goals.ofEbs("backup"), "-Debs.run=far-1")
        .succeeds()
        .prints("1 volume backed up (1 snapshot, 2 copies) in … run far-1, report …");
    maven(folder, "demo", Goals.ofEbs("plan"), "-Debs.run=far-2")
        .fails()
        .prints("…PERMISSION_DENIED: …backup:export-import…");
    try (CinderBlockStorage storage = storage("admin", ONE)) {
      remove(storage, ofRun(storage, ONE, "far-1"));
    }
    cinder.write(volume, 6, 6);
    maven(folder, "admin", Goals.ofEbs("backup"), "-Debs.run=far-2")
        .succeeds()
        .prints("1 volume backed up (1 snapshot, 2 copies) in … run far-2, report …");

    try (CinderBlockStorage storage = storage("admin", ONE)) {
      Snapshot record = ofRun(storage, OTHER_STORE, "far-2");
      assertThat(record.id()).isEqualTo(ofRun(storage, STORE, "far-2").id());
      assertRestores(storage, RealCinder.TWO, record, content("far", Map.of(5, 5, 6, 6)));
      assertThat(storage.delete(OTHER_STORE, record.id()))
          .as("whose data is that of the backup")
          .isInstanceOf(Answer.Refused.class);
    }
  }

  @Test
  void a_wrong_entry_of_the_clouds_file_is_told_with_the_right_ones() {
    Path folder = folder("wrong", "some-volume, Some");

    maven(folder, "nobody", Goals.ofEbs("plan"))
        .fails()
        .prints("…has no cloud nobody. Name one of admin, demo…");
  }

  private static MavenRun maven(Path folder, String cloud, List<String> goals, String... options) {
    return Maven.current().run(folder, goals, cinder.options(cloud, options));
  }

  private static Path folder(String name, String volumes) {
    Path folder = Place.work("cinder-" + name);
    try {
      Files.writeString(folder.resolve("volumes.csv"), volumes + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static CinderBlockStorage storage(String cloud, Region home) {
    return CinderBlockStorage.connect(new OpenStackAccess(cloud, home, cinder.cloudsFile()));
  }

  private static List<Snapshot> found(CinderBlockStorage storage, Region region, String run) {
    return done(storage.snapshots(region, new SnapshotFilter.OfRun(new RunId(run)), null)).items();
  }

  private static Snapshot ofRun(CinderBlockStorage storage, Region region, String run) {
    List<Snapshot> found = found(storage, region, run);
    assertThat(found).as("of run %s in %s", run, region).hasSize(1);
    return found.get(0);
  }

  /**
   * Removes a snapshot beside its volume. Debian's NFS driver backs up only the oldest one of a
   * volume: the file of any other has another behind it, which it takes for an attack.
   */
  private static void remove(CinderBlockStorage storage, Snapshot snapshot) {
    done(storage.delete(snapshot.region(), snapshot.id()));
    SnapshotFilter only = new SnapshotFilter.Ids(List.of(snapshot.id()));
    RealCinder.until(
        "snapshot " + snapshot.id() + " is gone",
        () -> done(storage.snapshots(snapshot.region(), only, null)).items().isEmpty());
  }

  private static String restoredId(MavenRun run) {
    Matcher usable =
        Pattern.compile("new volume ([0-9a-f-]{36}) can be used").matcher(run.output());
    assertThat(usable.find()).as("names the new volume: %s", run).isTrue();
    return usable.group(1);
  }

  /** Makes a volume of a snapshot or backup, compares it byte for byte, and removes it again. */
  private static void assertRestores(
      CinderBlockStorage storage, String region, Snapshot snapshot, Path content)
      throws IOException {
    VolumeCreation creation =
        new VolumeCreation(
            snapshot.region(),
            region.equals(RealCinder.ONE) ? "one-az1" : "two-az1",
            snapshot.id(),
            "nfs",
            null,
            null,
            1,
            false,
            null,
            "restore-" + snapshot.id(),
            Map.of(OurTags.NAME, "restored"));
    Volume made = done(storage.createVolume(creation));
    assertThat(done(storage.createVolume(creation)).id())
        .as("asked for again")
        .isEqualTo(made.id());
    String id = made.id().value();
    RealCinder.until(
        "volume " + id + " is available", () -> cinder.status(region, id).equals("available"));
    assertThat(Files.mismatch(content, cinder.content(region, id)))
        .as("first byte that differs in what was made of %s", snapshot)
        .isEqualTo(-1);
    done(storage.deleteVolume(snapshot.region(), made.id()));
    RealCinder.until("volume " + id + " is gone", () -> cinder.status(region, id).equals("gone"));
  }

  /**
   * A file of 1 GiB as a volume should be.
   *
   * @param bytes what each mebibyte is full of, where that is not zero
   */
  private static Path content(String name, Map<Integer, Integer> bytes) throws IOException {
    Path file = Place.work("cinder-content-" + name).resolve("volume");
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(1L << 30);
      for (Map.Entry<Integer, Integer> each : bytes.entrySet()) {
        byte[] mebibyte = new byte[MEBIBYTE];
        Arrays.fill(mebibyte, each.getValue().byteValue());
        content.seek((long) each.getKey() * MEBIBYTE);
        content.write(mebibyte);
      }
    }
    return file;
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done<T>) answer).value();
  }
}
