package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One step of putting prepared work in place. Each can be repeated without harm, and so can a list
 * of them: deletions come before additions, and no path is named by both.
 */
sealed interface SwapStep {

  /** The path that the step changes. */
  Path changed(WarTarget war) throws IOException;

  /** Whether there is still something to do. */
  boolean isPending(WarTarget war) throws IOException;

  /** Does what is still to do. */
  void perform(Disk disk, WarTarget war) throws IOException;

  /**
   * Makes sure, without a change, that the step can be done or is done already.
   *
   * @throws IOException if what it needs is not there, or is something else
   */
  void check(WarTarget war) throws IOException;

  /**
   * The new file takes the place of a packed WAR.
   *
   * @param size of the new file in bytes
   */
  record ReplaceWar(long size) implements SwapStep {
    @Override
    public Path changed(WarTarget war) {
      return war.path();
    }

    @Override
    public boolean isPending(WarTarget war) {
      return Files.exists(war.newFile(), NOFOLLOW_LINKS);
    }

    @Override
    public void perform(Disk disk, WarTarget war) throws IOException {
      if (isPending(war)) {
        disk.rename(war.newFile(), war.path());
      }
    }

    @Override
    public void check(WarTarget war) throws IOException {
      PreparedFile.check(war.newFile(), size, war.path());
    }
  }

  /**
   * A new file of an exploded WAR takes its place.
   *
   * @param number its name in the staging folder
   * @param size in bytes
   */
  record PutFile(int number, long size, String path) implements SwapStep {
    @Override
    public Path changed(WarTarget war) throws IOException {
      return TreePath.resolve(war, path);
    }

    @Override
    public boolean isPending(WarTarget war) {
      return Files.exists(PreparedFile.of(war, number), NOFOLLOW_LINKS);
    }

    @Override
    public void perform(Disk disk, WarTarget war) throws IOException {
      if (isPending(war)) {
        disk.rename(PreparedFile.of(war, number), changed(war));
      }
    }

    @Override
    public void check(WarTarget war) throws IOException {
      PreparedFile.check(PreparedFile.of(war, number), size, changed(war));
    }
  }

  /**
   * A new folder of an exploded WAR takes its place.
   *
   * @param number its name in the staging folder
   */
  record PutFolder(int number, String path) implements SwapStep {
    @Override
    public Path changed(WarTarget war) throws IOException {
      return TreePath.resolve(war, path);
    }

    @Override
    public boolean isPending(WarTarget war) {
      return Files.exists(PreparedFile.of(war, number), NOFOLLOW_LINKS);
    }

    @Override
    public void perform(Disk disk, WarTarget war) throws IOException {
      if (isPending(war)) {
        if (Files.isDirectory(changed(war), NOFOLLOW_LINKS)) {
          disk.delete(PreparedFile.of(war, number));
        } else {
          disk.rename(PreparedFile.of(war, number), changed(war));
        }
      }
    }

    @Override
    public void check(WarTarget war) throws IOException {
      Path prepared = PreparedFile.of(war, number);
      Path place = changed(war);
      if (!Files.isDirectory(isPending(war) ? prepared : place, NOFOLLOW_LINKS)) {
        throw new IOException(prepared + " is not the folder that was prepared");
      }
    }
  }

  /** A file of an exploded WAR goes. */
  record DeleteFile(String path) implements SwapStep {
    @Override
    public Path changed(WarTarget war) throws IOException {
      return TreePath.resolve(war, path);
    }

    @Override
    public boolean isPending(WarTarget war) throws IOException {
      // where it is a folder now, that has taken the deleted file's place
      Path file = changed(war);
      return Files.exists(file, NOFOLLOW_LINKS) && !Files.isDirectory(file, NOFOLLOW_LINKS);
    }

    @Override
    public void perform(Disk disk, WarTarget war) throws IOException {
      if (isPending(war)) {
        disk.delete(changed(war));
      }
    }

    @Override
    public void check(WarTarget war) throws IOException {
      changed(war);
    }
  }

  /** A folder of an exploded WAR goes, unless something is left in it. */
  record DeleteFolder(String path) implements SwapStep {
    @Override
    public Path changed(WarTarget war) throws IOException {
      return TreePath.resolve(war, path);
    }

    @Override
    public boolean isPending(WarTarget war) throws IOException {
      return Files.isDirectory(changed(war), NOFOLLOW_LINKS);
    }

    @Override
    public void perform(Disk disk, WarTarget war) throws IOException {
      if (isPending(war)) {
        try {
          disk.delete(changed(war));
        } catch (DirectoryNotEmptyException holdsWhatIsNotOurs) {
          // nobody planned to delete that
        }
      }
    }

    @Override
    public void check(WarTarget war) throws IOException {
      changed(war);
    }
  }
}
