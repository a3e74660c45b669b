package io.github.quartermaster.amp.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
  private static final Path REPOSITORY = Path.of("/home/bob/.m2/repository");
  private static final Path TOOLS = REPOSITORY.resolve("org/tools/repo/1.0/repo-1.0.amp");
  private static final Path OTHERS = REPOSITORY.resolve("org/others/repo/1.0/repo-1.0.amp");
  private static final Path BOB = Path.of("amps/bob.amp");

  @Test
  void file_of_the_local_repository_is_known_by_its_name() {
    PathNames names = names(TOOLS, BOB);

    assertThat(names.shown(TOOLS)).isEqualTo("repo-1.0.amp");
    assertThat(names.shown(BOB)).isEqualTo("amps/bob.amp");
  }

  @Test
  void namesakes_are_told_apart_by_their_folders() {
    PathNames names = names(TOOLS, OTHERS);

    assertThat(names.shown(TOOLS)).isEqualTo("org/tools/repo/1.0/repo-1.0.amp");
    assertThat(names.shown(OTHERS)).isEqualTo("org/others/repo/1.0/repo-1.0.amp");
  }

  private static PathNames names(Path... files) {
    return new ShortNames(Optional.of(REPOSITORY), List.of(files), Path::toString);
  }
}
