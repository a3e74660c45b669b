package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What passes a filter, whatever the cloud makes of it. */
final class Chosen {
  private Chosen() {}

  static Predicate<Snapshot> by(SnapshotFilter filter) {
    // no pattern switch in Java 17
    if (filter instanceof SnapshotFilter.Ids ids) {
      Set<Object> wanted = new HashSet<>(ids.ids());
      return snapshot -> wanted.contains(snapshot.id());
    }
    if (filter instanceof SnapshotFilter.OfRun of) {
      Optional<String> run = Optional.of(of.run().value());
      return snapshot -> snapshot.tag(OurTags.RUN).equals(run);
    }
    if (filter instanceof SnapshotFilter.Unfinished unfinished) {
      Set<Object> wanted = new HashSet<>(unfinished.volumes());
      return snapshot ->
          wanted.contains(snapshot.volume()) && snapshot.state() != SnapshotState.COMPLETED;
    }
    return snapshot -> snapshot.tag(OurTags.RUN).isPresent();
  }

  static Predicate<Volume> by(VolumeFilter filter) {
    if (filter instanceof VolumeFilter.Ids ids) {
      Set<Object> wanted = new HashSet<>(ids.ids());
      return volume -> wanted.contains(volume.id());
    }
    if (filter instanceof VolumeFilter.Tagged tagged) {
      return volume -> tagged.value().equals(volume.tags().get(tagged.key()));
    }
    if (filter instanceof VolumeFilter.HavingTag having) {
      return volume -> volume.tags().containsKey(having.key());
    }
    return volume -> volume.attachedTo().contains(((VolumeFilter.AttachedTo) filter).instance());
  }
}
