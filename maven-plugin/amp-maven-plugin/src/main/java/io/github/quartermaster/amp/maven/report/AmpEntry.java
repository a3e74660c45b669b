package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.model.AmpFile;
import java.util.List;

/**
 * An AMP that was found and understood.
 *
 * @param tier {@code repository} or {@code share}
 */
public record AmpEntry(String path, String module, String version, String tier, String title) {
  static AmpEntry of(AmpFile amp) {
    return new AmpEntry(
        amp.location().toString(),
        amp.module().id().value(),
        amp.module().version().text(),
        amp.tier().toString(),
        amp.module().title());
  }

  static List<AmpEntry> listOf(List<AmpFile> amps) {
    return amps.stream().map(AmpEntry::of).toList();
  }
}
