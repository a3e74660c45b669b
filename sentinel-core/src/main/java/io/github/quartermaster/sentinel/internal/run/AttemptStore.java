package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps what was tried in {@code state.json}, which is replaced as a whole: whatever happens, the
 * file has what was saved last or what was saved before. For who holds the {@link HostLock}.
 */
final class AttemptStore {
  static final String NAME = "state.json";

  /** Ten thousand attempts with long messages need a quarter of it. */
  private static final int LONGEST = 32 << 20;

  private final Path file;
  private final Path next;
  private final Disk disk;
  private final Reserve reserve;

  AttemptStore(Path folder, Disk disk) {
    this.file = folder.resolve(NAME);
    this.next = folder.resolve(NAME + ".new");
    this.disk = disk;
    this.reserve = new Reserve(folder, disk);
  }

  /**
   * What was saved last, or nothing where nothing ever was.
   *
   * @throws IOException if it cannot be read, or is not what was written; its message names the
   *     file
   */
  Optional<Memory> load() throws IOException {
    try {
      Optional<byte[]> bytes = disk.read(file, LONGEST);
      return bytes.isEmpty() ? Optional.empty() : Optional.of(StateText.read(bytes.get()));
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + reason(e), e);
    }
  }

  /**
   * Saves; when it returns, it is on the disk.
   *
   * @throws IOException if that fails; then what was saved before is still there
   */
  void save(Memory memory) throws IOException {
    try {
      byte[] bytes = StateText.of(memory);
      reserve.lend(
          () -> {
            disk.write(next, bytes);
            disk.rename(next, file);
          });
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
