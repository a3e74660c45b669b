package io.github.quartermaster.amp.internal.file;

import io.github.quartermaster.amp.internal.archive.ArchiveException;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.FileStamp;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Archives that were read and are still open, so that who needs one next does not read and check
 * its directory again, which of a WAR takes a fresh JVM a tenth of all its time.
 *
 * <p>Safe for use by several threads; each archive is in the hands of one of them at a time.
 */
public final class OpenArchives implements Closeable {
  private record Kept(FileStamp stamp, ZipDirectory archive) {}

  private final Map<Path, Kept> kept = new HashMap<>();
  private boolean closed;

  /** One that keeps nothing: what it is given is closed at once. */
  public static OpenArchives none() {
    OpenArchives none = new OpenArchives();
    none.closed = true;
    return none;
  }

  /**
   * Hands out an archive that was kept, or opens it. The caller closes it, or gives it to {@link
   * #keep}.
   *
   * @param stamp what the file looks like; one that was kept and looked otherwise is not handed out
   * @throws ArchiveException if it is refused
   */
  public ZipDirectory take(Path file, FileStamp stamp, ArchiveLimits limits) throws IOException {
    Kept found = remove(file);
    if (found != null && found.stamp().matches(stamp)) {
      return found.archive();
    }
    if (found != null) {
      found.archive().close();
    }
    return ZipDirectory.open(file, limits);
  }

  private synchronized @Nullable Kept remove(Path file) {
    return kept.remove(file);
  }

  /**
   * Keeps an archive for the next who takes it, or closes it if this is closed.
   *
   * @param stamp what the file looked like before the archive was opened
   */
  public synchronized void keep(FileStamp stamp, ZipDirectory archive) throws IOException {
    Kept given = new Kept(stamp, archive);
    Kept surplus = closed ? given : kept.put(archive.location(), given);
    if (surplus != null) {
      surplus.archive().close();
    }
  }

  /** Closes all that nobody has taken. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    for (Kept each : kept.values()) {
      each.archive().close();
    }
    kept.clear();
  }
}
