package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the JDK alone needs for the same WAR: the floor under everything that reads or writes it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Floor {
  private Path war;
  private Path copy;

  /** Finds the WAR. */
  @Setup
  public void gather() throws IOException {
    Material material = Material.gather();
    war = material.war();
    copy = material.folder().resolve("floor.war");
  }

  /** Reads the central directory. */
  @Benchmark
  public int open_with_zip_file() throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      return zip.size();
    }
  }

  /** Copies all bytes within the page cache. */
  @Benchmark
  public long copy_with_a_file_channel() throws IOException {
    try (FileChannel from = FileChannel.open(war);
        FileChannel to =
            FileChannel.open(
                copy,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < from.size()) {
        done += from.transferTo(done, from.size() - done, to);
      }
      return done;
    }
  }

  /** Leaves nothing behind. */
  @TearDown
  public void clear() throws IOException {
    Files.deleteIfExists(copy);
  }
}
