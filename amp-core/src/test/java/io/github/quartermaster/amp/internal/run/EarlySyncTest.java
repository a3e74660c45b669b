package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlySyncTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void failure_of_an_early_sync_is_not_lost_in_later_ones_that_succeed() throws IOException {
    try (FileChannel file =
        FaultyDisk.counting().refusing("force", "").create(folder.resolve("new"))) {
      EarlySync early = new EarlySync(file, (done, total) -> {});
      early.advanced(64 * MEGABYTE, 200 * MEGABYTE);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(early::await)
          .withMessageContaining("force");
      early.advanced(200 * MEGABYTE, 200 * MEGABYTE);
      assertThatExceptionOfType(IOException.class).isThrownBy(early::await);
    }
  }

  @Test
  void small_file_starts_no_thread_and_progress_is_passed_on() throws IOException {
    List<Long> told = new ArrayList<>();
    try (FileChannel file =
        FaultyDisk.counting().refusing("force", "").create(folder.resolve("new"))) {
      EarlySync early = new EarlySync(file, (done, total) -> told.add(done));
      early.advanced(1, 2);
      early.advanced(2, 2);
      assertThatNoException().isThrownBy(early::await);
    }
    assertThat(told).containsExactly(1L, 2L);
  }
}
