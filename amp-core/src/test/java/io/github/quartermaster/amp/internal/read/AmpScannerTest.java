package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.internal.read.AmpScanner.Scan;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmpScannerTest {
  @TempDir Path folder;

  @Test
  void amps_of_any_naming_scheme_are_found_in_sub_folders() throws IOException {
    amp("a", "1").zip(folder.resolve("alfresco-bob-123.amp"));
    amp("b", "1").zip(folder.resolve("deep/down/frank-share-super-1.2.3.4-5.AMP"));
    amp("c", "1").folder(folder.resolve("deep/laid-out.amp"));
    amp("d", "1").zip(folder.resolve("deep/laid-out.amp/lib/inside.amp"));
    Files.writeString(folder.resolve("notes.amp.txt"), "no AMP");

    assertThat(scan(Severity.WARNING, folder).amps())
        .extracting(amp -> amp.module().id().value())
        .containsExactly("a", "b", "c");
  }

  @Test
  void amp_that_cannot_be_read_does_not_hide_the_others() throws IOException {
    Files.writeString(folder.resolve("broken.amp"), "no archive");
    amp("good", "1").zip(folder.resolve("good.amp"));

    Scan scan = scan(Severity.WARNING, folder);
    assertThat(scan.amps()).hasSize(1);
    assertThat(scan.problems()).hasSize(1);
    assertThat(scan.problems().get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(scan.problems().get(0).subject()).endsWith("broken.amp");

    assertThat(scan(Severity.ERROR, folder).problems().get(0).isError()).isTrue();
  }

  @Test
  void amp_that_is_reached_by_two_ways_is_one() throws IOException {
    Path amp = amp("a", "1").zip(folder.resolve("real/a.amp"));
    Files.createSymbolicLink(folder.resolve("link.amp"), amp);
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    Scan scan =
        scanner(Severity.WARNING).scan(List.of(folder, folder.resolve("real")), List.of(amp));

    assertThat(scan.amps()).hasSize(1);
    assertThat(scan.problems()).isEmpty();
  }

  @Test
  void link_to_an_amp_that_is_gone_is_reported() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.amp"), folder.resolve("nowhere.amp"));

    Scan scan = scan(Severity.WARNING, folder);
    assertThat(scan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.AMP_UNREADABLE);
    assertThat(scan.problems().get(0).message()).contains("gone.amp").contains("leads nowhere");
  }

  @Test
  void folder_that_is_missing_is_an_error() {
    Scan scan = scan(Severity.WARNING, folder.resolve("missing"));

    assertThat(scan.problems())
        .extracting(Problem::code, Problem::isError)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ProblemCode.DIRECTORY_UNREADABLE, true));
  }

  private static Scan scan(Severity ofUnreadable, Path directory) {
    return scanner(ofUnreadable).scan(List.of(directory), List.of());
  }

  private static AmpScanner scanner(Severity ofUnreadable) {
    return new AmpScanner(
        new AmpReader(Map.of(), ArchiveLimits.DEFAULTS), AmpListener.SILENT, ofUnreadable);
  }
}
