package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.files.FolderWalk;
import io.github.quartermaster.sentinel.internal.files.OpenFiles;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.Mount;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Removes the old files of a folder. */
final class DiskClean implements Action {
  // what others write meanwhile is of that size
  private static final long WORTH_MENTIONING = 1 << 20;

  private final OldFiles old;
  private final HostMetrics host;
  private final Clock clock;

  DiskClean(OldFiles old, HostMetrics host, Clock clock) {
    this.old = old;
    this.host = host;
    this.clock = clock;
  }

  @Override
  public ActionPreview preview(ActionContext context) throws IOException {
    List<Mount> mounts = host.mounts();
    Optional<String> objection = objection(mounts);
    String what = " of " + old.root() + " (" + old.patterns() + ", older than " + age() + ")";
    if (objection.isPresent()) {
      return new ActionPreview("would remove files" + what, objection.get());
    }
    CleanTally tally = new CleanTally();
    FolderWalk walk = look(mounts, context.deadline(), tally, false);
    return ActionPreview.of(
        "would remove "
            + (tally.files() == 0 ? "nothing" : tally.size())
            + what
            + tally.remarks()
            + remarks(walk));
  }

  @Override
  public ActionOutcome run(ActionContext context) throws IOException {
    List<Mount> mounts = host.mounts();
    Optional<String> objection = objection(mounts);
    if (objection.isPresent()) {
      return new ActionOutcome.Failed("removed nothing, as " + objection.get());
    }
    long before = usable();
    CleanTally tally = new CleanTally();
    FolderWalk walk = look(mounts, context.deadline(), tally, true);
    String text =
        (tally.files() == 0
                ? "removed nothing of " + old.root()
                : "removed " + tally.size() + " of " + old.root() + freed(before, tally))
            + tally.remarks()
            + remarks(walk);
    // where there was nothing to remove it has had no effect, and the next step has its turn
    return tally.anyFailed() || walk.isStopped()
        ? new ActionOutcome.Failed(text)
        : new ActionOutcome.Done(text);
  }

  private Optional<String> objection(List<Mount> mounts) {
    Path root = old.root();
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(
          root + (Files.isSymbolicLink(root) ? " is a link" : " is no folder, or not there"));
    }
    return SystemFolders.objection(root).or(() -> SystemFolders.objection(root, mounts));
  }

  /** Counts what there is to be removed, and if told so removes it. */
  private FolderWalk look(List<Mount> mounts, Deadline deadline, CleanTally tally, boolean remove)
      throws IOException {
    // so that what was done or seen by then is still heard in time
    Deadline end = deadline.orIn(RunTime.of(deadline));
    BooleanSupplier stop = () -> end.isOver() || Thread.currentThread().isInterrupted();
    OpenFiles open = OpenFiles.below(old.root(), stop);
    Set<Path> mounted = new HashSet<>();
    mounts.forEach(mount -> mounted.add(mount.path()));
    return old.find(
        clock.instant(),
        mounted,
        stop,
        (folder, path, attributes) -> {
          Optional<String> holder = open.holder(path);
          if (holder.isPresent()) {
            tally.addOpen(path, holder.get());
            return;
          }
          try {
            if (remove) {
              folder.remove(path.getFileName());
            }
            tally.add(attributes.size());
          } catch (IOException e) {
            tally.addFailed(path, e);
          }
        });
  }

  /** What became of the room; a file that somebody holds open without our seeing it frees none. */
  private String freed(long before, CleanTally tally) throws IOException {
    long more = usable() - before;
    if (tally.bytes() < WORTH_MENTIONING || more >= tally.bytes() / 2) {
      return "";
    }
    return "; only "
        + new Quantity(Math.max(0, more), "B")
        + " more is free, as something writes on or holds removed files open"
        + OpenFiles.below(old.root(), Thread.currentThread()::isInterrupted)
            .holderOfRemoved()
            .map(holder -> ": " + holder)
            .orElse("");
  }

  private long usable() throws IOException {
    return Files.getFileStore(old.root()).getUsableSpace();
  }

  private static String remarks(FolderWalk walk) {
    return (walk.foldersLeft() == 0 ? "" : "; sub-folders not looked into: " + walk.foldersLeft())
        + (walk.isStopped() ? "; the time was over before all files were seen" : "");
  }

  private String age() {
    return Times.text(old.age());
  }
}
