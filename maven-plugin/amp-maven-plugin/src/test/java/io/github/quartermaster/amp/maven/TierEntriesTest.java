package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.Tier;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class TierEntriesTest {
  @Test
  void entries_name_modules_or_files() throws MojoExecutionException {
    assertThat(TierEntries.parse(List.of("my-dashlets = Share", "a=b.amp=repository")))
        .containsEntry("my-dashlets", Tier.SHARE)
        .containsEntry("a=b.amp", Tier.REPOSITORY);
  }

  @Test
  void malformed_entry_is_shown_with_an_example() {
    assertThatThrownBy(() -> TierEntries.parse(List.of("my-dashlets")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to read the tier 'my-dashlets'; it is not written name=tier. Write for example"
                + " my-module=share or my-module-1.0.amp=repository (parameter <tiers>,"
                + " -Damp.tiers)");
    assertThatThrownBy(() -> TierEntries.parse(List.of("x=desktop")))
        .hasMessageContaining("'desktop' is not a tier");
  }
}
