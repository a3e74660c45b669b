package io.github.quartermaster.sentinel.internal.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A disk that may fill up, or lose power at any write and keep half of it. */
final class MemoryDisk implements Disk {
  private static final long PLENTY = 1L << 40;

  private final Map<Path, byte[]> files = new LinkedHashMap<>();
  private int writesLeft = Integer.MAX_VALUE;
  private int writes;
  private long room = PLENTY;

  /** From so many writes on it fails, the first time half-way. */
  void failAfter(int newWritesLeft) {
    writesLeft = newWritesLeft;
  }

  /** It works again. */
  void mend() {
    writesLeft = Integer.MAX_VALUE;
    room = PLENTY;
  }

  /** Only so many bytes more fit on it. */
  void leave(long bytes) {
    room = bytes;
  }

  int writes() {
    return writes;
  }

  void put(Path file, String text) {
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
  }

  String text(Path file) {
    return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
  }

  List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  @Override
  public Optional<byte[]> read(Path file, int most) throws IOException {
    byte[] bytes = files.get(file);
    if (bytes != null && bytes.length > most) {
      throw new IOException("too long");
    }
    return Optional.ofNullable(bytes);
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    room += files.getOrDefault(file, new byte[0]).length;
    files.put(file, new byte[0]);
    files.put(file, take(bytes));
    check(bytes.length, files.get(file).length);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    if (take(new byte[2]).length < 2) {
      throw new IOException("no power");
    }
    room += 2;
    byte[] bytes = files.remove(from);
    if (bytes == null) {
      throw new IOException("there is no " + from);
    }
    room += files.getOrDefault(to, new byte[0]).length;
    files.put(to, bytes);
  }

  @Override
  public void append(Path file, String line) throws IOException {
    byte[] before = files.getOrDefault(file, new byte[0]);
    boolean torn = before.length > 0 && before[before.length - 1] != '\n';
    byte[] more = ((torn ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] taken = take(more);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before);
    all.writeBytes(taken);
    files.put(file, all.toByteArray());
    check(more.length, taken.length);
  }

  private byte[] take(byte[] bytes) {
    writes++;
    writesLeft--;
    int fit = (int) Math.min(bytes.length, room);
    int kept = writesLeft >= 0 ? fit : writesLeft == -1 ? fit / 2 : 0;
    room -= kept;
    return Arrays.copyOf(bytes, kept);
  }

  private static void check(int wanted, int written) throws IOException {
    if (written < wanted) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public long size(Path file) {
    return files.getOrDefault(file, new byte[0]).length;
  }
}
