package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BlockIndexes;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockReaderTest {
  private static final int TIB = 1024;
  private static final Snapshot SOURCE = snapshot("snap-source", TIB);
  private static final Snapshot COPY = snapshot("snap-copy", TIB);
  private static final Snapshot OTHER = snapshot("snap-other", TIB);

  private final TestStorage storage = new TestStorage();

  @Property(tries = 300)
  void what_one_side_alone_has_is_found_whatever_the_pages(
      @ForAll Set<@IntRange(max = 60) Integer> source,
      @ForAll Set<@IntRange(max = 60) Integer> copy,
      @ForAll @IntRange(min = 1, max = 70) int blocksAPage) {
    TestStorage cloud = new TestStorage();
    cloud.blocksAPage = blocksAPage;
    cloud.blocks.put(SOURCE.id(), of(source));
    cloud.blocks.put(COPY.id(), of(copy));

    List<BlockReading> readings = read(cloud, VerificationLevel.MAP, SOURCE, COPY);

    BlockReading of = readings.get(1);
    assertThat(readings.get(0).blocks()).isEqualTo(source.size());
    assertThat(of.blocks()).isEqualTo(copy.size());
    assertThat(of.missing()).isEqualTo(BlockIndexes.of(without(source, copy)));
    assertThat(of.extra()).isEqualTo(BlockIndexes.of(without(copy, source)));
    assertThat(readings.get(0).comparedWith()).isEmpty();
    assertThat(of.comparedWith()).contains(SOURCE);
  }

  @Test
  void data_that_differs_is_named_and_so_is_how_much_was_read() {
    storage.blocks.put(SOURCE.id(), of(Set.of(0, 3, 7, 9)));
    storage.blocks.put(COPY.id(), of(Set.of(0, 3, 7), 7));

    List<BlockReading> readings = read(storage, VerificationLevel.SAMPLE, SOURCE, COPY);

    assertThat(readings.get(1).differing()).isEqualTo(BlockIndexes.of(List.of(7)));
    assertThat(readings.get(1).missing()).isEqualTo(BlockIndexes.of(List.of(9)));
    assertThat(readings).extracting(BlockReading::sampled).containsExactly(3, 3);
    assertThat(readings).extracting(BlockReading::beginning).containsOnly("nothing known");
  }

  @Test
  void what_cannot_be_read_is_left_out_and_the_others_are_compared() {
    storage.blocks.put(COPY.id(), of(Set.of(1, 2)));
    storage.blocks.put(OTHER.id(), of(Set.of(1)));

    List<BlockReading> readings = read(storage, VerificationLevel.SAMPLE, SOURCE, COPY, OTHER);

    assertThat(readings.get(0).unreadable())
        .hasValueSatisfying(
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SNAPSHOT_LOST));
    assertThat(readings.get(1).comparedWith()).isEmpty();
    assertThat(readings.get(2).comparedWith()).contains(COPY);
    assertThat(readings.get(2).missing()).isEqualTo(BlockIndexes.of(List.of(2)));
  }

  @Test
  void a_list_that_is_not_in_order_or_beyond_the_volume_is_no_proof() {
    Snapshot small = snapshot("snap-small", 1);
    storage.blocks.put(small.id(), of(Set.of(1, 2048)));
    storage.blocks.put(COPY.id(), backwards());

    assertThat(read(storage, VerificationLevel.MAP, small).get(0).unreadable())
        .hasValueSatisfying(
            problem -> assertThat(problem.message()).contains("block 2048 is beyond its 1 GiB"));
    assertThat(read(storage, VerificationLevel.MAP, COPY).get(0).unreadable())
        .hasValueSatisfying(
            problem ->
                assertThat(problem.message()).contains("blocks are not in order: 4 after 5"));
  }

  @Test
  void two_full_tebibytes_are_compared_in_a_small_heap() throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                Tebibytes.class.getName())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said).endsWith("2097152 2097151 1 (2000000)\n");
  }

  /** Compares two of them, of which one lacks a block. */
  static final class Tebibytes {
    private Tebibytes() {}

    /** Prints what was found. */
    public static void main(String[] arguments) {
      TestStorage cloud = new TestStorage();
      cloud.blocksAPage = 10_000;
      cloud.blocks.put(SOURCE.id(), full(-1));
      cloud.blocks.put(COPY.id(), full(2_000_000));
      List<BlockReading> readings = read(cloud, VerificationLevel.MAP, SOURCE, COPY);
      System.out.println(
          readings.get(0).blocks()
              + " "
              + readings.get(1).blocks()
              + " "
              + readings.get(1).missing());
    }

    private static TestStorage.TestBlocks full(int butOne) {
      return new TestStorage.TestBlocks() {
        @Override
        public int next(int from) {
          int index = from == butOne ? from + 1 : from;
          return index < TIB * 2048 ? index : -1;
        }

        @Override
        public byte fill(int index) {
          return 1;
        }
      };
    }
  }

  private static List<BlockReading> read(
      TestStorage cloud, VerificationLevel level, Snapshot... snapshots) {
    return new BlockReader(
            cloud,
            new Patience(new TestTimeline(), Duration.ofMinutes(10)),
            VerificationRules.of(new VerificationScope.Newest(), level, 7))
        .read(List.of(snapshots));
  }

  private static List<Integer> without(Set<Integer> all, Set<Integer> others) {
    Set<Integer> left = new TreeSet<>(all);
    left.removeAll(others);
    return List.copyOf(left);
  }

  private static TestStorage.TestBlocks of(Set<Integer> indexes) {
    return of(indexes, -1);
  }

  private static TestStorage.TestBlocks of(Set<Integer> indexes, int changed) {
    TreeSet<Integer> sorted = new TreeSet<>(indexes);
    return new TestStorage.TestBlocks() {
      @Override
      public int next(int from) {
        @Nullable Integer next = sorted.ceiling(from);
        return next == null ? -1 : next;
      }

      @Override
      public byte fill(int index) {
        return (byte) (index == changed ? -1 : index);
      }
    };
  }

  private static TestStorage.TestBlocks backwards() {
    return new TestStorage.TestBlocks() {
      @Override
      public int next(int from) {
        return from == 0 ? 5 : from == 6 ? 4 : -1;
      }

      @Override
      public byte fill(int index) {
        return 0;
      }
    };
  }

  private static Snapshot snapshot(String id, int sizeGib) {
    return new Snapshot(
        new SnapshotId(id),
        new Region("us-east-1"),
        new VolumeId("vol-1"),
        "completed",
        "",
        100,
        Instant.EPOCH,
        null,
        sizeGib,
        false,
        null,
        "",
        Map.of());
  }
}
