package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.run.TreeStaging.FileContent;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarEdit.Source.FromAmp;
import io.github.quartermaster.amp.model.WarEdit.Source.FromWar;
import io.github.quartermaster.amp.model.WarInventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Writes what is new in an exploded WAR into a folder of that WAR that no container serves. */
final class ExplodedWarWriter {
  private final Disk disk;
  private final OpenAmps amps;
  private final RunOptions options;
  private final AmpListener listener;

  ExplodedWarWriter(Disk disk, OpenAmps amps, RunOptions options, AmpListener listener) {
    this.disk = disk;
    this.amps = amps;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Writes it; when this returns, all new files are complete and on the disk.
   *
   * @param warnings told, once, where owner, group or mode could not be kept
   */
  PreparedWar prepare(WarJob job, Consumer<Problem> warnings) throws IOException {
    TreeEdit edit = TreeEdit.of(job, options.limits());
    TreeStaging staging = TreeStaging.create(disk, job.target(), options.fixedTime().orElse(null));
    List<SwapStep> steps = new ArrayList<>(deletions(edit, job.target()));
    for (String path : edit.folders()) {
      staging.putFolder(path, edit.removed().contains(path)).ifPresent(steps::add);
    }
    ToldProgress progress = new ToldProgress(listener, job.source());
    long total = size(job.war(), edit);
    long done = 0;
    for (Map.Entry<String, Source> file : edit.written().entrySet()) {
      String path = file.getKey();
      if (!isThere(job, path, file.getValue())) {
        staging
            .putFile(path, edit.foldersRemoved().contains(path), content(job, file.getValue()))
            .ifPresent(steps::add);
      }
      done += size(job.war(), file.getValue());
      progress.advanced(done, total);
    }
    staging.close().ifPresent(warnings);
    if (steps.isEmpty()) {
      new Leftovers(disk).delete(job.target());
    }
    return new PreparedWar(job, steps, sizeAfter(job, edit));
  }

  private static List<SwapStep> deletions(TreeEdit edit, WarTarget war) throws IOException {
    List<SwapStep> steps = new ArrayList<>();
    edit.removed().forEach(path -> steps.add(new SwapStep.DeleteFile(path)));
    new TreeSet<>(edit.foldersRemoved())
        .descendingSet()
        .forEach(path -> steps.add(new SwapStep.DeleteFolder(path)));
    List<SwapStep> pending = new ArrayList<>();
    for (SwapStep step : steps) {
      if (step.isPending(war)) {
        pending.add(step);
      }
    }
    return pending;
  }

  /** Saves copying most of a WAR whose result is written elsewhere for the second time. */
  private static boolean isThere(WarJob job, String path, Source source) throws IOException {
    if (job.isInPlace() || !(source instanceof FromWar fromWar)) {
      return false;
    }
    Path place = TreePath.resolve(job.target(), path);
    return Files.isRegularFile(place) && Files.mismatch(inWar(job, fromWar), place) == -1;
  }

  private FileContent content(WarJob job, Source source) {
    if (source instanceof FromAmp fromAmp) {
      return out -> amps.tree(fromAmp.amp()).copyTo(amps.entry(fromAmp), out);
    }
    if (source instanceof FromWar fromWar) {
      return out -> Files.copy(inWar(job, fromWar), out);
    }
    return out -> out.write(StateBytes.of(source));
  }

  private static Path inWar(WarJob job, FromWar source) throws IOException {
    return TreePath.resolve(WarTarget.of(job.source()), source.path());
  }

  private static long size(WarInventory war, TreeEdit edit) {
    return edit.written().values().stream().mapToLong(source -> size(war, source)).sum();
  }

  private static long size(WarInventory war, Source source) {
    if (source instanceof FromAmp fromAmp) {
      return fromAmp.fingerprint().size();
    }
    if (source instanceof FromWar fromWar) {
      Fingerprint file = war.files().get(fromWar.path());
      return file == null ? 0 : file.size();
    }
    return StateBytes.of(source).length;
  }

  private static long sizeAfter(WarJob job, TreeEdit edit) {
    long size = size(job.war(), edit);
    if (job.isInPlace()) {
      for (Map.Entry<String, Fingerprint> file : job.war().files().entrySet()) {
        boolean stays =
            !edit.removed().contains(file.getKey()) && !edit.written().containsKey(file.getKey());
        size += stays ? file.getValue().size() : 0;
      }
    }
    return size;
  }
}
