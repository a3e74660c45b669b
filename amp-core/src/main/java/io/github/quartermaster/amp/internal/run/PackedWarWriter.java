package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.Content;
import io.github.quartermaster.amp.internal.archive.DosTime;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.Progress;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.internal.archive.ZipSplice;
import io.github.quartermaster.amp.internal.archive.ZipTree;
import io.github.quartermaster.amp.internal.file.OpenArchives;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarEdit.Source.FromAmp;
import io.github.quartermaster.amp.model.WarEdit.Source.FromWar;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the new form of a packed WAR beside the old one, in one pass. */
final class PackedWarWriter {
  private final Disk disk;
  private final OpenArchives wars;
  private final OpenAmps amps;
  private final RunOptions options;
  private final Instant now;
  private final AmpListener listener;

  /**
   * Writes with these.
   *
   * @param wars those that planning has left open
   * @param now what an entry carries whose source has no time of its own
   */
  PackedWarWriter(
      Disk disk,
      OpenArchives wars,
      OpenAmps amps,
      RunOptions options,
      Instant now,
      AmpListener listener) {
    this.disk = disk;
    this.wars = wars;
    this.amps = amps;
    this.options = options;
    this.now = now;
    this.listener = listener;
  }

  /**
   * Writes it; when this returns, it is complete and on the disk.
   *
   * @param warnings told what could not be kept of the old WAR
   */
  PreparedWar prepare(WarJob job, Consumer<Problem> warnings) throws IOException {
    WarTarget target = job.target();
    try (FileChannel out = disk.create(target.newFile())) {
      EarlySync early = new EarlySync(out, new ToldProgress(listener, job.source()));
      write(job, out, early);
      early.await();
      long size = out.size();
      if (!job.isInPlace() && isSame(target)) {
        disk.delete(target.newFile());
        return new PreparedWar(job, List.of(), size);
      }
      keepOwnerAndMode(job, warnings);
      disk.sync(out);
      return new PreparedWar(job, List.of(new SwapStep.ReplaceWar(size)), size);
    }
  }

  private void write(WarJob job, FileChannel out, Progress progress) throws IOException {
    if (job.former() != null) {
      FileCopy.copy(job.former(), out, progress);
      return;
    }
    if (job.edit().isEmpty()) {
      FileCopy.copy(job.source(), out, progress);
      return;
    }
    try (ZipDirectory war = wars.take(job.source(), job.war().stamp(), options.limits())) {
      ZipSplice.of(war, removed(war, job.edit()), written(war, job.edit())).write(out, progress);
    }
  }

  private static Set<String> removed(ZipDirectory war, WarEdit edit) {
    Set<String> removed = new HashSet<>(edit.removed());
    for (String directory : edit.directoriesRemoved()) {
      removed.add(directory + "/");
    }
    removed.removeIf(name -> war.find(name).isEmpty());
    return removed;
  }

  private Map<String, Content> written(ZipDirectory war, WarEdit edit) throws IOException {
    Map<String, Content> written = new HashMap<>();
    for (Map.Entry<String, Source> file : edit.written().entrySet()) {
      written.put(file.getKey(), content(war, file.getValue()));
    }
    for (String directory : edit.directoriesAdded()) {
      written.put(directory + "/", new Content.Directory(time(null)));
    }
    return written;
  }

  private Content content(ZipDirectory war, Source source) throws IOException {
    if (source instanceof FromAmp fromAmp) {
      ArchiveEntry entry = amps.entry(fromAmp);
      ArchiveTree tree = amps.tree(fromAmp.amp());
      return tree instanceof ZipTree zip
          ? new Content.Copy(zip, entry, time(entry))
          : new Content.FolderFile((ExplodedTree) tree, entry, time(entry));
    }
    if (source instanceof FromWar fromWar) {
      ArchiveEntry entry =
          war.find(fromWar.path())
              .orElseThrow(() -> new IOException(fromWar.path() + " is not in the WAR"));
      return new Content.Copy(war, entry, time(entry));
    }
    return new Content.Bytes(StateBytes.of(source), time(null));
  }

  private DosTime time(@Nullable ArchiveEntry source) {
    if (options.fixedTime().isPresent()) {
      return DosTime.ofUtc(options.fixedTime().get());
    }
    return source == null ? DosTime.ofUtc(now) : source.time();
  }

  private static boolean isSame(WarTarget target) throws IOException {
    return Files.isRegularFile(target.path())
        && Files.mismatch(target.newFile(), target.path()) == -1;
  }

  private void keepOwnerAndMode(WarJob job, Consumer<Problem> warnings) throws IOException {
    Path old = job.target().path();
    Path like = job.former() == null ? job.source() : job.former();
    OwnerAndMode kept = Files.exists(old) ? OwnerAndMode.of(old) : OwnerAndMode.of(like).modeOnly();
    kept.applyTo(disk, job.target().newFile(), old).ifPresent(warnings);
  }
}
