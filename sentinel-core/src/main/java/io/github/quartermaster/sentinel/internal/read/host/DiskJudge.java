package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.Inodes;
import io.github.quartermaster.sentinel.internal.host.Mount;
import io.github.quartermaster.sentinel.internal.host.Space;
import io.github.quartermaster.sentinel.internal.read.host.DiskSelection.Choice;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file system's answer, or its silence, means.
 *
 * @param space thresholds of the used space in per cent
 * @param inodes thresholds of the used inodes in per cent
 */
record DiskJudge(Limits space, Limits inodes) {
  // not answering is what those do whose server is gone
  private static final Set<String> REMOTE =
      Set.of(
          "9p",
          "afs",
          "ceph",
          "cifs",
          "fuse.glusterfs",
          "fuse.sshfs",
          "glusterfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "smb3",
          "smbfs");
  private static final Set<String> READ_ONLY_BY_NATURE =
      Set.of("cramfs", "erofs", "iso9660", "romfs", "squashfs", "udf");

  /** It has told its space. */
  Reading answered(ComponentId id, Choice choice, Space found, Optional<Inodes> files) {
    double used = found.usedPercent();
    if (Double.isNaN(used)) {
      return Reading.notChecked(id, "it has no size");
    }
    Mount mount = choice.mount();
    boolean readOnly = mount != null && (mount.mountedReadOnly() || mount.fileSystemReadOnly());
    // what takes no writes is no trouble for being full
    Limits spaceLimits = readOnly ? Limits.NONE : space;
    Limits inodeLimits = readOnly ? Limits.NONE : inodes;
    Reading reading =
        withInodes(
            Reading.of(id)
                .metric(spaceLimits.on(Metric.of("used", used, "%").bounds(0, 100)))
                .metric(
                    Metric.of("usable", (double) found.usable(), "B")
                        .bounds(0, (double) found.total()))
                .message(
                    Amount.number(used)
                        + " % used"
                        + spaceLimits.text()
                        + ", "
                        + Amount.bytes(found.usable())
                        + " left"),
            inodeLimits,
            files);
    if (!choice.isMountPoint() && mount != null) {
      reading = reading.evidence("no mount of its own", "lies on " + mount.path());
    }
    if (readOnly) {
      reading = readOnly(reading, mount);
    }
    return reading;
  }

  private static Reading withInodes(Reading reading, Limits limits, Optional<Inodes> files) {
    if (files.isEmpty()) {
      return reading.evidence(
          "inodes", "not checked: df did not tell them in time, or there are none");
    }
    double used = files.get().usedPercent();
    Metric metric = limits.on(Metric.of("inodes used", used, "%").bounds(0, 100));
    return limits.alertOn(used)
        ? reading
            .metric(metric)
            .message(
                reading.message()
                    + "; "
                    + Amount.number(used)
                    + " % of its "
                    + files.get().total()
                    + " inodes used"
                    + limits.text())
        : reading.metric(metric);
  }

  /**
   * A file system that was mounted for writing and takes none was turned so by the kernel after an
   * error of its device: only it changes the file system's state and leaves the mount's option.
   */
  private static Reading readOnly(Reading reading, @Nullable Mount mount) {
    boolean turned =
        mount != null
            && !mount.mountedReadOnly()
            && mount.fileSystemReadOnly()
            && !READ_ONLY_BY_NATURE.contains(mount.type());
    return turned
        ? reading
            .verdict(new Verdict.Given(Score.CRITICAL))
            .message(
                "became read-only although it is mounted for writing, mostly after an error of the"
                    + " disk; "
                    + reading.message())
        : reading.message("read-only; " + reading.message());
  }

  /** It has not answered in time. */
  Reading hangs(ComponentId id, Choice choice) {
    Mount mount = choice.mount();
    if (mount != null && REMOTE.contains(mount.type())) {
      return Reading.down(
          id, "does not answer: " + mount.source() + " (" + mount.type() + ") is gone or too slow");
    }
    return Reading.unknown(id, "did not answer in time");
  }

  /** It could not be asked. */
  Reading failed(ComponentId id, Choice choice, @Nullable Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return Reading.unknown(id, "there is no " + choice.path());
    }
    String why = cause == null ? "" : ": " + cause.getMessage();
    return Reading.unknown(id, "could not be asked for its space" + why);
  }
}
