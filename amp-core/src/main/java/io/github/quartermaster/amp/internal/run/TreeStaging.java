package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.quartermaster.amp.model.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of an exploded WAR in which new files wait, numbered, until they are put in place. */
final class TreeStaging {
  private static final int BUFFER = 64 << 10;

  private final Disk disk;
  private final WarTarget war;
  private final OwnerAndMode ofRoot;
  private final @Nullable Instant fixedTime;
  private int next;
  private @Nullable Problem ownerNotKept;

  private TreeStaging(Disk disk, WarTarget war, OwnerAndMode ofRoot, @Nullable Instant fixedTime) {
    this.disk = disk;
    this.war = war;
    this.ofRoot = ofRoot;
    this.fixedTime = fixedTime;
  }

  /** Something that writes the content of a file. */
  interface FileContent {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes the folder, and the WAR's own where there is none yet.
   *
   * @param fixedTime what all files carry, or null for the present
   */
  static TreeStaging create(Disk disk, WarTarget war, @Nullable Instant fixedTime)
      throws IOException {
    Path parent = war.staging().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      disk.createFolders(parent);
    }
    disk.createFolder(war.staging());
    return new TreeStaging(disk, war, OwnerAndMode.of(war.path()), fixedTime);
  }

  /** Prepares a folder, unless it is there already. */
  Optional<SwapStep> putFolder(String path, boolean fileGoes) throws IOException {
    Path place = TreePath.resolve(war, path);
    if (Files.isDirectory(place)) {
      return Optional.empty();
    }
    if (Files.exists(place, NOFOLLOW_LINKS) && !fileGoes) {
      throw new IOException(place + " is a file and would have to be a folder");
    }
    int number = next++;
    Path staged = PreparedFile.of(war, number);
    disk.createFolder(staged);
    keep(ofRoot, staged, place);
    return Optional.of(new SwapStep.PutFolder(number, path));
  }

  /** Prepares a file, unless the same is there already. */
  Optional<SwapStep> putFile(String path, boolean folderGoes, FileContent content)
      throws IOException {
    Path place = TreePath.resolve(war, path);
    if (Files.isDirectory(place) && !folderGoes) {
      throw new IOException(place + " is a folder and would have to be a file");
    }
    int number = next++;
    Path staged = PreparedFile.of(war, number);
    try (FileChannel file = disk.create(staged)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
      content.writeTo(out);
      out.flush();
      if (Files.isRegularFile(place) && Files.mismatch(staged, place) == -1) {
        disk.delete(staged);
        return Optional.empty();
      }
      keep(
          Files.isRegularFile(place) ? OwnerAndMode.of(place) : ofRoot.forFileWithin(),
          staged,
          place);
      if (fixedTime != null) {
        disk.setModified(staged, fixedTime);
      }
      disk.sync(file);
      return Optional.of(new SwapStep.PutFile(number, file.size(), path));
    }
  }

  /** Once all is prepared: what could not be kept, told for the first file that it happened to. */
  Optional<Problem> close() throws IOException {
    disk.syncFolder(war.staging());
    return Optional.ofNullable(ownerNotKept);
  }

  private void keep(OwnerAndMode like, Path staged, Path place) {
    Optional<Problem> problem = like.applyTo(disk, staged, place);
    if (ownerNotKept == null) {
      ownerNotKept = problem.orElse(null);
    }
  }
}
