package io.github.quartermaster.amp.internal.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The real disk, on which one chosen operation fails, or is the last of the process. A process may
 * die here, not the machine: what was written stays written, so syncs are counted but not waited
 * for.
 */
final class FaultyDisk implements Disk {
  private static final long PLENTY = Long.MAX_VALUE;

  private final Disk real = new LocalDisk();
  private final List<FileChannel> opened = new ArrayList<>();
  private final Fault fault;
  private final int chosen;
  private final List<String> operations = new ArrayList<>();
  private boolean dead;
  private String last = "nothing";
  private long usable = PLENTY;
  private String refusedOperation = "nothing";
  private String refusedEnding = "";

  /** What happens at the chosen operation. */
  enum Fault {
    NONE,
    FAILS,
    DIES_AFTER
  }

  /** The end of the simulated process. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String operation) {
      super(operation);
    }
  }

  private interface Operation<T> {
    T run() throws IOException;
  }

  FaultyDisk(Fault fault, int chosen) {
    this.fault = fault;
    this.chosen = chosen;
  }

  static FaultyDisk counting() {
    return new FaultyDisk(Fault.NONE, 0);
  }

  FaultyDisk withUsableSpace(long bytes) {
    usable = bytes;
    return this;
  }

  /** Lets every operation of this kind fail, on paths that end so. */
  FaultyDisk refusing(String operation, String ending) {
    refusedOperation = operation;
    refusedEnding = ending;
    return this;
  }

  FaultyDisk withoutLinks() {
    return refusing("link", "");
  }

  int operations() {
    return operations.size();
  }

  /** The number of the operation that committed the transaction of this WAR and others. */
  int commit(Path firstWar) {
    String journal = new WarTarget(firstWar).journal().toString();
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i).startsWith("rename") && operations.get(i).endsWith(" to " + journal)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("nothing was committed");
  }

  /** The chosen operation, in words. */
  String fault() {
    return fault + " " + chosen + ": " + last;
  }

  /** What the operating system does after a process: closes its files, which ends its locks. */
  void bury() throws IOException {
    for (FileChannel channel : opened) {
      channel.close();
    }
  }

  private <T> T run(String name, Operation<T> operation) throws IOException {
    if (dead) {
      throw new Death("after death: " + name);
    }
    operations.add(name);
    boolean now = operations.size() == chosen;
    if (now) {
      last = name;
    }
    if (now && fault == Fault.FAILS) {
      throw new IOException("simulated failure of " + name);
    }
    if (name.startsWith(refusedOperation) && name.endsWith(refusedEnding)) {
      throw new IOException("refused: " + name);
    }
    T result = operation.run();
    dead = now && fault == Fault.DIES_AFTER;
    if (dead) {
      throw new Death(name);
    }
    return result;
  }

  private FileChannel track(FileChannel channel) {
    opened.add(channel);
    return channel;
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    return run("create " + file, () -> track(new FaultyChannel(real.create(file), file)));
  }

  @Override
  public FileChannel openForLock(Path file) throws IOException {
    return run("open " + file, () -> track(real.openForLock(file)));
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    run(
        "create folder " + folder,
        () -> {
          real.createFolder(folder);
          return true;
        });
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    run(
        "create folders " + folder,
        () -> {
          real.createFolders(folder);
          return true;
        });
  }

  @Override
  public void sync(FileChannel file) throws IOException {
    run("sync", () -> true);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    run("sync folder " + folder, () -> true);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    run(
        "rename " + from + " to " + to,
        () -> {
          real.rename(from, to);
          return true;
        });
  }

  @Override
  public void link(Path added, Path existing) throws IOException {
    run(
        "link " + added,
        () -> {
          real.link(added, existing);
          return true;
        });
  }

  @Override
  public boolean delete(Path path) throws IOException {
    return run("delete " + path, () -> real.delete(path));
  }

  @Override
  public void setOwner(Path path, UserPrincipal owner) throws IOException {
    run(
        "chown " + path,
        () -> {
          real.setOwner(path, owner);
          return true;
        });
  }

  @Override
  public void setGroup(Path path, GroupPrincipal group) throws IOException {
    run(
        "chgrp " + path,
        () -> {
          real.setGroup(path, group);
          return true;
        });
  }

  @Override
  public void setMode(Path path, Set<PosixFilePermission> mode) throws IOException {
    run(
        "chmod " + path,
        () -> {
          real.setMode(path, mode);
          return true;
        });
  }

  @Override
  public void setModified(Path path, Instant time) throws IOException {
    run(
        "touch " + path,
        () -> {
          real.setModified(path, time);
          return true;
        });
  }

  @Override
  public long usableSpace(Path path) throws IOException {
    return run("df " + path, () -> usable == PLENTY ? real.usableSpace(path) : usable);
  }

  /** A file of which every write counts as an operation. */
  private final class FaultyChannel extends FileChannel {
    private final FileChannel file;
    private final Path path;

    FaultyChannel(FileChannel file, Path path) {
      this.file = file;
      this.path = path;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return FaultyDisk.this.run("write " + path, () -> file.write(source));
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      return FaultyDisk.this.run("write " + path, () -> file.write(source, position));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
      return FaultyDisk.this.run("write " + path, () -> file.write(sources, offset, length));
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count)
        throws IOException {
      return FaultyDisk.this.run("write " + path, () -> file.transferFrom(source, position, count));
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      return FaultyDisk.this.run("truncate " + path, () -> file.truncate(size));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return file.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
      return file.read(targets, offset, length);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
        throws IOException {
      return file.transferTo(position, count, target);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (refusedOperation.equals("force")) {
        throw new IOException("refused: force " + path);
      }
      file.force(metaData);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
      return file.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
      return file.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
