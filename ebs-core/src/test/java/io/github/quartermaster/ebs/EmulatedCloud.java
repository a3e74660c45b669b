package io.github.quartermaster.ebs;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.aws.AwsAccess;
import io.github.quartermaster.ebs.aws.Ec2BlockStorage;
import io.github.quartermaster.ebs.internal.time.ThreadTimeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An account on loopback, the adapter for AWS as users get it, and the front door in the account's
 * time, which jumps wherever everybody only waits.
 */
final class EmulatedCloud implements AutoCloseable {
  static final Region HOME = new Region("us-east-1");
  static final Region WEST = new Region("us-west-2");
  static final Region IRELAND = new Region("eu-west-1");
  static final RunId RUN = new RunId("nightly-7");

  static final VolumeSpec CONTENT = volume("vol-0c0ffee0000000001", "Content store", WEST, IRELAND);
  static final VolumeSpec INDEX = volume("vol-0c0ffee0000000002", "Index", WEST);
  static final VolumeSpec LOGS = volume("vol-0c0ffee0000000003", "Logs");

  private static final int SIZE_GIB = 8;

  private final Map<String, String> propertiesBefore = new HashMap<>();
  private final Ec2Emulator ec2 = Ec2Emulator.builder().start();
  private final SharedTime time = new SharedTime(ec2.clock());
  private final List<EbsEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final BlockStorage storage;

  EmulatedCloud() {
    this(() -> Ec2BlockStorage.connect(AwsAccess.DEFAULT));
  }

  /** With another adapter, which is made once the SDK is led to the account. */
  EmulatedCloud(Supplier<BlockStorage> adapter) {
    for (VolumeSpec volume : List.of(CONTENT, INDEX, LOGS)) {
      ec2.account().add(EmulatedVolume.of(HOME.name(), volume.id().value(), SIZE_GIB));
    }
    ec2.clock().advance(Duration.ofHours(1));
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
    storage = adapter.get();
  }

  private static VolumeSpec volume(String id, String description, Region... destinations) {
    return new VolumeSpec(new VolumeId(id), description, List.of(destinations), 0);
  }

  private void set(String property, String value) {
    propertiesBefore.put(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }

  Ec2Emulator ec2() {
    return ec2;
  }

  /** Has the next so many calls of an action go wrong; rehearsals are none. */
  void next(String action, int times, Fault fault) {
    AtomicInteger left = new AtomicInteger(times);
    ec2.faults()
        .when(
            request -> request.action().equals(action) && !isRehearsal(request) && isOneOf(left),
            fault);
  }

  private static boolean isOneOf(AtomicInteger left) {
    return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
  }

  static boolean isRehearsal(EmulatedRequest request) {
    return request.parameter("DryRun").filter("true"::equals).isPresent();
  }

  /** Backs up, as the only one. */
  BackupResult backup(Path journals, VolumeSpec... volumes) {
    time.enter(1);
    return backupAmongOthers(journals, volumes);
  }

  /** Backs up as it is asked for, as the only one. */
  BackupResult backup(BackupRequest request) {
    time.enter(1);
    try {
      return backups().backup(request);
    } finally {
      time.leave();
    }
  }

  /** Waits as it is asked for, as the only one. */
  BackupResult await(AwaitRequest request) {
    time.enter(1);
    try {
      return backups().await(request);
    } finally {
      time.leave();
    }
  }

  /** Removes what retention lets go, as the only one. */
  PruneResult prune(PruneRequest request) {
    time.enter(1);
    try {
      return backups().prune(request);
    } finally {
      time.leave();
    }
  }

  /** Says what a handover would change, as the only one. */
  HandoverPlan planHandover(HandoverRequest request) {
    time.enter(1);
    try {
      return backups().planHandover(request, ((Ec2BlockStorage) storage).policies());
    } finally {
      time.leave();
    }
  }

  /** Hands over as it is asked for, as the only one. */
  HandoverResult handover(HandoverRequest request) {
    time.enter(1);
    try {
      return backups().handover(request, ((Ec2BlockStorage) storage).policies());
    } finally {
      time.leave();
    }
  }

  /** Lists as it is asked for, as the only one. */
  ListResult list(ListRequest request) {
    time.enter(1);
    try {
      return backups().list(request);
    } finally {
      time.leave();
    }
  }

  /** Verifies as it is asked for, as the only one. */
  VerifyResult verify(VerifyRequest request) {
    time.enter(1);
    try {
      return backups().verify(request);
    } finally {
      time.leave();
    }
  }

  /** Says what a prune would remove, as the only one. */
  PrunePlan planPrune(PruneRequest request) {
    time.enter(1);
    try {
      return backups().planPrune(request);
    } finally {
      time.leave();
    }
  }

  /** Makes volumes again, as the only one. */
  RestoreResult restore(RestoreRequest request) {
    return alone(() -> backups().restore(request));
  }

  /** Says which volumes a restore would make, as the only one. */
  RestorePlan planRestore(RestoreRequest request) {
    return alone(() -> backups().planRestore(request));
  }

  /** Proves that snapshots can be restored, as the only one. */
  DrillResult drill(DrillRequest request) {
    return alone(() -> backups().drill(request));
  }

  /** Removes what drills have left, as the only one. */
  DrillResult sweep(DrillRequest request) {
    return alone(() -> backups().sweep(request));
  }

  private <T> T alone(Supplier<T> call) {
    time.enter(1);
    try {
      return call.get();
    } finally {
      time.leave();
    }
  }

  /** Says that so many calls of {@link #backupAmongOthers} come. */
  void expect(int calls) {
    time.enter(calls);
  }

  /** One of several calls at once; time passes only while all of them wait. */
  BackupResult backupAmongOthers(Path journals, VolumeSpec... volumes) {
    try {
      return backups().backup(request(journals, volumes).build());
    } finally {
      time.leave();
    }
  }

  static BackupRequest.Builder request(Path journals, VolumeSpec... volumes) {
    return BackupRequest.builder(
            new VolumeSelection.Listed(List.of(volumes)),
            HOME,
            new JournalPlace.Directory(journals))
        .run(RUN);
  }

  private Backups backups() {
    return new Backups(
        storage, events::add, ec2.clock(), () -> new ThreadTimeline(ec2.clock(), 8, time));
  }

  List<EbsEvent> events() {
    return List.copyOf(events);
  }

  /** Requests that would have made something. */
  long creations() {
    return ec2.requests().stream()
        .filter(request -> Set.of("CreateSnapshot", "CopySnapshot").contains(request.action()))
        .filter(request -> !isRehearsal(request))
        .count();
  }

  /** One whole snapshot of each volume, one whole copy in each destination, and nothing else. */
  void assertHoldsExactlyOnce(VolumeSpec... volumes) {
    Map<Region, Set<String>> wanted = new HashMap<>();
    for (VolumeSpec volume : volumes) {
      String token = Token.ofVolume(RUN, volume.id()).toString();
      wanted.computeIfAbsent(HOME, region -> new HashSet<>()).add(token);
      assertIsOf(volume, token, the(HOME, token));
      for (Region destination : volume.destinations()) {
        String ofCopy = Token.ofCopy(RUN, volume.id(), destination).toString();
        wanted.computeIfAbsent(destination, region -> new HashSet<>()).add(ofCopy);
        EmulatedSnapshot copy = the(destination, ofCopy);
        assertIsOf(volume, ofCopy, copy);
        assertThat(copy.tags()).containsEntry(OurTags.SOURCE_REGION, HOME.name());
      }
    }
    for (Region region : List.of(HOME, WEST, IRELAND)) {
      assertThat(byToken(region).keySet())
          .as("tokens in %s", region)
          .isEqualTo(wanted.getOrDefault(region, Set.of()));
    }
  }

  private EmulatedSnapshot the(Region region, String token) {
    List<EmulatedSnapshot> found = byToken(region).getOrDefault(token, List.of());
    assertThat(found).as("snapshots of token %s in %s", token, region).hasSize(1);
    return found.get(0);
  }

  private Map<String, List<EmulatedSnapshot>> byToken(Region region) {
    return ec2.snapshots(region.name()).stream()
        .filter(snapshot -> !snapshot.tags().containsKey("foreign"))
        .collect(groupingBy(snapshot -> snapshot.tags().getOrDefault(OurTags.TOKEN, "none")));
  }

  private static void assertIsOf(VolumeSpec volume, String token, EmulatedSnapshot snapshot) {
    assertThat(snapshot.state()).as(token).isEqualTo("completed");
    assertThat(snapshot.tags())
        .as(token)
        .containsEntry(OurTags.NAME, volume.description() + " " + volume.id())
        .containsEntry(OurTags.RUN, RUN.value())
        .containsEntry(OurTags.TOKEN, token)
        .containsEntry(OurTags.SOURCE_VOLUME, volume.id().value());
  }

  @Override
  public void close() {
    storage.close();
    ec2.close();
    propertiesBefore.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
