package io.github.quartermaster.sentinel.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;

/**
 * A folder that is held on to: names are looked up in this very folder, wherever it is moved and
 * whatever takes its place meanwhile. Links are never followed. Its names can be listed once.
 *
 * <p>Where the system has no calls for that, as Windows, a folder is its path, and whoever can
 * replace it between two calls can lead astray.
 */
public abstract sealed class OpenFolder implements Closeable permits HeldFolder, NamedFolder {
  /**
   * Opens one.
   *
   * @param path absolute, and the real path of the folder
   * @throws IOException if it cannot be opened, or is another folder than the one of that path once
   *     it is
   */
  @SuppressWarnings("StreamResourceLeak") // the folder closes it
  public static OpenFolder open(Path path) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(path);
    OpenFolder folder =
        stream instanceof SecureDirectoryStream<Path> held
            ? new HeldFolder(held)
            : new NamedFolder(path, stream);
    try {
      // only now: what the path led to before it was opened says nothing
      if (!path.equals(path.toRealPath()) || !folder.isAt(path)) {
        throw new IOException(path + " is or leads through a link, to " + path.toRealPath());
      }
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private boolean isAt(Path path) throws IOException {
    Object key = attributes().fileKey();
    Object there =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    return key == null || key.equals(there);
  }

  /**
   * The names in it, in no order. What is removed meanwhile may be among them.
   *
   * @throws java.nio.file.DirectoryIteratorException from the iterator, if reading fails
   * @throws IllegalStateException if they were listed already
   */
  public abstract Iterator<Path> names();

  /** Those of the folder itself. */
  public abstract BasicFileAttributes attributes() throws IOException;

  /** Those of what has a name in it; of a link those of the link. */
  public abstract BasicFileAttributes attributes(Path name) throws IOException;

  /**
   * Opens a folder in it.
   *
   * @throws IOException if there is none of that name; a link is none
   */
  public abstract OpenFolder folder(Path name) throws IOException;

  /**
   * Removes a name that is no folder's.
   *
   * @throws IOException if that cannot be done
   */
  public abstract void remove(Path name) throws IOException;

  /** Whether two things are on one file system, as far as the system says. */
  static boolean onOneFileSystem(BasicFileAttributes one, BasicFileAttributes other) {
    return device(one).equals(device(other));
  }

  /** From {@code (dev=801,ino=42)}, the only form in which a held folder tells it. */
  private static String device(BasicFileAttributes attributes) {
    String key = String.valueOf(attributes.fileKey());
    int end = key.indexOf(',');
    return key.startsWith("(dev=") && end > 0 ? key.substring(0, end) : "";
  }
}
