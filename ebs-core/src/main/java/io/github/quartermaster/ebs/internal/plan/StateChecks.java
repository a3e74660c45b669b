package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.BACKUP_MISSING;
import static io.github.quartermaster.ebs.model.ProblemCode.DUPLICATE_SNAPSHOT;
import static io.github.quartermaster.ebs.model.ProblemCode.ENCRYPTION_DIFFERS;
import static io.github.quartermaster.ebs.model.ProblemCode.SIZE_DIFFERS;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_ARCHIVED;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_NOT_WHOLE;
import static io.github.quartermaster.ebs.model.ProblemCode.TAGS_DIFFER;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.VerificationFindings;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cloud's own words about a volume's snapshot and its copies show to be wrong. */
final class StateChecks {
  private final VerificationFindings findings;
  private final VerificationRules rules;
  private final List<Problem> problems = new ArrayList<>();

  StateChecks(VerificationFindings findings, VerificationRules rules) {
    this.findings = findings;
    this.rules = rules;
  }

  /** One of each region: of several with the same token, the one that is kept. */
  static List<Snapshot> kept(List<Snapshot> all) {
    Map<Region, Snapshot> first = new LinkedHashMap<>();
    all.stream()
        .sorted(Snapshot.KEPT_FIRST)
        .forEach(snapshot -> first.putIfAbsent(snapshot.region(), snapshot));
    return first.values().stream().sorted(Comparator.comparing(Snapshot::region)).toList();
  }

  static boolean isReadable(Snapshot snapshot) {
    return snapshot.state() == SnapshotState.COMPLETED && !snapshot.isArchived();
  }

  /**
   * Everything that is wrong.
   *
   * @param wanted the regions that copies must be in, besides those that the snapshot's tag names
   */
  List<Problem> problems(
      VolumeId volume,
      String run,
      List<Snapshot> sources,
      List<Snapshot> copies,
      List<Region> wanted) {
    duplicates(sources);
    duplicates(copies);
    Optional<Snapshot> source = kept(sources).stream().findFirst();
    source.ifPresent(snapshot -> checkSource(snapshot, findings.volumes().get(volume)));
    for (Snapshot copy : kept(copies)) {
      checkCopy(copy, source);
    }
    if (source.isEmpty() || source.get().state() == SnapshotState.COMPLETED) {
      // else the copies cannot be there yet, and the snapshot's own problem says enough
      checkPromised(volume, run, source, copies, wanted);
    }
    return problems;
  }

  private void duplicates(List<Snapshot> all) {
    List<Snapshot> spare = new ArrayList<>(all);
    spare.removeAll(kept(all));
    for (Snapshot snapshot : spare) {
      problems.add(
          Problem.warning(
              DUPLICATE_SNAPSHOT,
              snapshot.id(),
              tried(snapshot) + "it is one of several that the same run made of the same volume",
              "Look which one is whole, and remove the other"));
    }
  }

  private void checkSource(Snapshot source, @Nullable Volume volume) {
    checkState(source);
    checkTags(source);
    if (volume == null) {
      return;
    }
    if (source.sizeGib() > volume.sizeGib()) {
      // volumes grow, and never shrink
      problems.add(
          error(
              SIZE_DIFFERS,
              source,
              "it is of " + source.sizeGib() + " GiB, and the volume has " + volume.sizeGib(),
              "Look whether it is a snapshot of that volume"));
    }
    if (volume.encrypted() && !source.encrypted()) {
      problems.add(
          error(
              ENCRYPTION_DIFFERS,
              source,
              "it is not encrypted, and the volume is",
              "Look whether it is a snapshot of that volume"));
    }
  }

  private void checkCopy(Snapshot copy, Optional<Snapshot> source) {
    checkState(copy);
    checkTags(copy);
    source.ifPresent(original -> compare(copy, original));
    boolean mustBeEncrypted =
        rules.encryptCopies()
            || rules.kmsKeyId().isPresent()
            || source.filter(Snapshot::encrypted).isPresent();
    if (mustBeEncrypted && !copy.encrypted()) {
      problems.add(
          error(
              ENCRYPTION_DIFFERS,
              copy,
              "it is not encrypted",
              "Copy it again with encryption, and remove this one once that is whole"));
    }
    String key = findings.keys().get(copy.region());
    if (key != null && copy.encrypted() && !key.equals(copy.kmsKeyId())) {
      problems.add(
          error(
              ENCRYPTION_DIFFERS,
              copy,
              "its key is " + copy.kmsKeyId() + ", and " + key + " is wanted",
              "Copy it again with that key, and remove this one once that is whole"));
    }
  }

  private void compare(Snapshot copy, Snapshot original) {
    if (copy.sizeGib() != original.sizeGib()) {
      problems.add(
          error(
              SIZE_DIFFERS,
              copy,
              "it is of "
                  + copy.sizeGib()
                  + " GiB, and "
                  + original.id()
                  + " of "
                  + original.sizeGib(),
              "Look whether it is a copy of that snapshot"));
    }
    boolean isOf =
        copy.tag(OurTags.SOURCE_SNAPSHOT).filter(original.id().value()::equals).isPresent();
    if (!isOf) {
      problems.add(
          error(
              TAGS_DIFFER,
              copy,
              "it says that it is a copy of "
                  + copy.tag(OurTags.SOURCE_SNAPSHOT).orElse("nothing")
                  + ", and the run's snapshot is "
                  + original.id(),
              "Look what it is a copy of; a copy that somebody made by hand should not carry our"
                  + " tags"));
    }
  }

  private void checkState(Snapshot snapshot) {
    if (snapshot.state() == SnapshotState.ERROR) {
      problems.add(
          error(
              SNAPSHOT_FAILED,
              snapshot,
              "it has failed: "
                  + (snapshot.stateMessage().isEmpty() ? "no reason" : snapshot.stateMessage()),
              "Take up its run again, or back up anew"));
    } else if (snapshot.state() != SnapshotState.COMPLETED) {
      problems.add(
          error(
              SNAPSHOT_NOT_WHOLE,
              snapshot,
              "it is " + snapshot.stateWord() + ", " + snapshot.percent() + " % done",
              "Wait for its run, and verify again"));
    } else if (snapshot.isArchived() && rules.level() != VerificationLevel.STATE) {
      problems.add(
          Problem.warning(
              SNAPSHOT_ARCHIVED,
              snapshot.id(),
              tried(snapshot) + "it is archived, and its blocks cannot be read",
              "Fetch it from the archive, which takes up to three days, to have them read"));
    }
  }

  private void checkTags(Snapshot snapshot) {
    List<String> missing = expected(snapshot).filter(key -> snapshot.tag(key).isEmpty()).toList();
    if (!missing.isEmpty()) {
      problems.add(
          error(
              TAGS_DIFFER,
              snapshot,
              "it lacks the tags " + String.join(", ", missing),
              "Take up its run again, which sets tags that are missing, or set them by hand"));
    } else if (!OurSnapshots.isAsTagged(snapshot)) {
      problems.add(
          error(
              TAGS_DIFFER,
              snapshot,
              "it is not what its tags say; somebody may have copied it by hand, tags and all",
              "Take our tags off what the goals have not made"));
    }
  }

  private static Stream<String> expected(Snapshot snapshot) {
    Stream<String> all = Stream.of(OurTags.TOKEN, OurTags.RUN, OurTags.SOURCE_VOLUME);
    return snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent()
        ? Stream.concat(all, Stream.of(OurTags.SOURCE_REGION))
        : all;
  }

  private void checkPromised(
      VolumeId volume,
      String run,
      Optional<Snapshot> source,
      List<Snapshot> copies,
      List<Region> wanted) {
    Set<Region> promised = new LinkedHashSet<>(wanted);
    source
        .flatMap(snapshot -> snapshot.tag(OurTags.COPY_TO))
        .ifPresent(
            names ->
                Stream.of(names.split(" "))
                    .filter(Region::isWellFormed)
                    .forEach(name -> promised.add(new Region(name))));
    copies.forEach(copy -> promised.remove(copy.region()));
    promised.removeAll(findings.unsure());
    for (Region region : promised) {
      problems.add(
          Problem.error(
              BACKUP_MISSING,
              volume,
              "tried to find the copy of "
                  + volume
                  + " in "
                  + region
                  + ", of run "
                  + run
                  + "; there is none",
              "Take up the run again, which makes what is missing"));
    }
  }

  private static Problem error(ProblemCode code, Snapshot snapshot, String why, String remedy) {
    return Problem.error(code, snapshot.id(), tried(snapshot) + why, remedy);
  }

  private static String tried(Snapshot snapshot) {
    return "tried to verify "
        + snapshot.id()
        + " of "
        + snapshot.sourceVolume()
        + " in "
        + snapshot.region()
        + "; ";
  }
}
