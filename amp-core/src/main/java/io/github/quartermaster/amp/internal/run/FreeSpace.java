package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarEdit.Source.FromAmp;
import io.github.quartermaster.amp.model.WarEdit.Source.FromWar;
import io.github.quartermaster.amp.model.WarInventory;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes sure, before anything is written, that there is room for it all at once: the new WARs
 * beside the old ones, and those backups that must be copies. Reckons with what a content can have
 * at most.
 */
final class FreeSpace {
  /** For headers, directories, and states of modules, each. */
  private static final long SMALL = 64 << 10;

  private final Disk disk;
  private final Map<FileStore, Need> needs = new LinkedHashMap<>();

  /** How many bytes are needed in some folder and others of the same disk. */
  private record Need(Path place, long bytes) {
    Need plus(Need other) {
      return new Need(place, bytes + other.bytes);
    }
  }

  FreeSpace(Disk disk) {
    this.disk = disk;
  }

  /**
   * Compares what is needed with what there is.
   *
   * @throws AmpException {@link ProblemCode#DISK_FULL} with both numbers
   */
  void check(List<WarJob> jobs) throws IOException {
    for (WarJob job : jobs) {
      add(job.target().folder(), newWar(job));
      if (job.backups() != null) {
        add(job.backups().folder(), backup(job, job.backups()));
      }
    }
    for (Need need : needs.values()) {
      long usable = disk.usableSpace(need.place());
      if (usable < need.bytes()) {
        throw Failures.refused(
            ProblemCode.DISK_FULL,
            need.place(),
            "tried to prepare the new WARs; the disk of "
                + need.place()
                + " has "
                + usable
                + " bytes left, and "
                + need.bytes()
                + " may be needed for a while",
            "No WAR was changed. Make room and run again");
      }
    }
  }

  private void add(Path place, long bytes) throws IOException {
    needs.merge(Files.getFileStore(place), new Need(place, bytes), Need::plus);
  }

  private static long newWar(WarJob job) throws IOException {
    long bytes = SMALL;
    for (Source source : job.edit().written().values()) {
      bytes += SMALL / 64 + size(job.war(), source);
    }
    if (!job.war().exploded()) {
      bytes += Files.size(job.former() == null ? job.source() : job.former());
    } else if (!job.isInPlace()) {
      bytes += ofFiles(job.war());
    }
    return bytes;
  }

  private static long backup(WarJob job, BackupPlace place) throws IOException {
    if (job.war().exploded()) {
      return ofFiles(job.war());
    }
    boolean sameStore =
        Files.getFileStore(job.target().folder()).equals(Files.getFileStore(place.folder()));
    return sameStore || !Files.exists(job.source()) ? SMALL : Files.size(job.source());
  }

  private static long ofFiles(WarInventory war) {
    return war.files().values().stream().mapToLong(Fingerprint::size).sum();
  }

  private static long size(WarInventory war, Source source) {
    if (source instanceof FromAmp fromAmp) {
      return fromAmp.fingerprint().size();
    }
    Fingerprint file = source instanceof FromWar other ? war.files().get(other.path()) : null;
    return file == null ? SMALL : file.size();
  }
}
