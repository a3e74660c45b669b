package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.VolumeSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class VolumesFilePropertyTest {
  private static Path file = Path.of("");

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("volumes", ".csv");
  }

  @AfterContainer
  static void removeFile() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 300)
  void quoting_carries_any_description(@ForAll("descriptions") String description)
      throws IOException {
    Files.writeString(file, "vol-1,\"" + description.replace("\"", "\"\"") + "\"\nvol-2,x\n");
    VolumesFileContent content = VolumesFile.read(file);
    assertThat(content.specs()).extracting(VolumeSpec::description).contains("x");
    assertThat(content.specs().get(0).description())
        .isEqualTo(description.replaceAll("\r\n?", "\n"));
    assertThat(content.isMalformed()).isFalse();
  }

  @Property(tries = 300)
  void any_text_is_volumes_or_problems(@ForAll("texts") String text) throws IOException {
    Files.writeString(file, text);
    VolumesFileContent content = VolumesFile.read(file);
    assertThat(content.specs().size() + content.problems().size()).isPositive();
  }

  @Property(tries = 300)
  void any_bytes_are_volumes_or_problems(@ForAll byte[] bytes) throws IOException {
    Files.write(file, bytes);
    VolumesFileContent content = VolumesFile.read(file);
    assertThat(content.specs().size() + content.problems().size()).isPositive();
  }

  @Provide
  Arbitrary<String> descriptions() {
    return Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(40),
            Arbitraries.strings().withChars("\",\n\r# a").ofMaxLength(20))
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("vol-1", "vol-2", "\"", ",", "\n", "\r", " ", "#", "us-west-1", "ä", "x")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
