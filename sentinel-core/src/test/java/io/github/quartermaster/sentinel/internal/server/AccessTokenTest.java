package io.github.quartermaster.sentinel.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void one_of_its_own_is_for_its_owner_only_and_stays() throws IOException {
    Path file = folder.resolve("token");

    AccessToken.readOrMake(file);
    String made = Files.readString(file).strip();

    assertThat(made).matches("[0-9a-f]{64}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(AccessToken.readOrMake(file).isShownBy("Bearer " + made)).isTrue();
    assertThat(Files.readString(file).strip()).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "short", "has a blank in its middle", "two-lines-of-it\nare-two"})
  void what_can_be_guessed_or_cannot_be_sent_is_none_and_is_not_shown(String content)
      throws IOException {
    Path file = Files.writeString(folder.resolve("token"), content);

    assertThatThrownBy(() -> AccessToken.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("it holds no token of 16 to 4096 visible ASCII characters");
  }

  @Test
  void the_file_that_was_named_has_to_be_there() {
    assertThatThrownBy(() -> AccessToken.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void it_does_not_show_itself() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef");

    assertThat(AccessToken.read(file)).hasToString("***");
  }
}
