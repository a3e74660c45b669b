package io.github.quartermaster.amp.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.quartermaster.amp.model.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
  private static final String MODULES = "WEB-INF/classes/alfresco/module";

  @TempDir Path folder;
  private Path packed;
  private Path exploded;

  @BeforeEach
  void wars() throws IOException {
    packed = Files.writeString(folder.resolve("alfresco.war"), "packed");
    exploded = folder.resolve("alfresco");
    Files.createDirectories(exploded.resolve("WEB-INF/lib"));
    Files.createDirectories(exploded.resolve("META-INF"));
    Files.createDirectories(exploded.resolve(MODULES).resolve("blog"));
    for (String file :
        new String[] {
          "WEB-INF/web.xml",
          "META-INF/MANIFEST.MF",
          "WEB-INF/classes/alfresco/version.properties",
          MODULES + "/blog/module.properties",
          MODULES + "/blog/modifications.install",
          "index.jsp"
        }) {
      Files.writeString(exploded.resolve(file), "content");
    }
  }

  @Test
  void stays_the_same_where_nobody_changes_anything() throws IOException {
    assertThat(Stamps.of(packed)).isEqualTo(Stamps.of(packed));
    assertThat(Stamps.of(exploded)).isEqualTo(Stamps.of(exploded));
  }

  @Test
  void packed_war_written_again_has_another_stamp() throws IOException {
    FileStamp before = Stamps.of(packed);
    Files.writeString(packed, "grown longer");
    assertThat(Stamps.of(packed)).isNotEqualTo(before);
  }

  @Test
  void packed_war_replaced_by_one_of_the_same_size_and_time_has_another_stamp() throws IOException {
    FileStamp before = Stamps.of(packed);
    FileTime time = Files.getLastModifiedTime(packed);
    Path other = Files.writeString(folder.resolve("other"), "PACKED");
    Files.setLastModifiedTime(other, time);
    Files.move(other, packed, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Stamps.of(packed)).isNotEqualTo(before);
  }

  @Test
  void second_name_or_another_mode_is_no_change() throws IOException {
    FileStamp before = Stamps.of(packed);
    Files.createLink(folder.resolve("backup"), packed);
    Files.setPosixFilePermissions(
        packed, java.nio.file.attribute.PosixFilePermissions.fromString("r--r--r--"));
    assertThat(Stamps.of(packed)).isEqualTo(before);
  }

  @Test
  void link_has_the_stamp_of_what_it_leads_to() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.war"), packed);
    assertThat(Stamps.of(link)).isEqualTo(Stamps.of(packed));
  }

  @Test
  void missing_war_has_none() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Stamps.of(folder.resolve("no.war")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEB-INF/lib/added.jar",
        "WEB-INF/classes/added.class",
        MODULES + "/other/module.properties",
        MODULES + "/blog/module.properties",
        MODULES + "/blog/modifications.install",
        "WEB-INF/web.xml",
        "META-INF/MANIFEST.MF",
        "WEB-INF/classes/alfresco/version.properties"
      })
  void exploded_war_has_another_stamp_after_a_change_that_matters(String file) throws IOException {
    age(exploded);
    FileStamp before = Stamps.of(exploded);
    Path changed = exploded.resolve(file);
    Files.createDirectories(changed.getParent());
    Files.writeString(changed, "changed");
    assertThat(Stamps.of(exploded)).isNotEqualTo(before);
  }

  @Test
  void removed_module_is_a_change() throws IOException {
    age(exploded);
    FileStamp before = Stamps.of(exploded);
    Files.delete(exploded.resolve(MODULES + "/blog/modifications.install"));
    assertThat(Stamps.of(exploded)).isNotEqualTo(before);
  }

  @Test
  void fresh_copy_in_place_of_an_exploded_war_is_a_change() throws IOException {
    FileStamp before = Stamps.of(exploded);
    Path old = Files.move(exploded, folder.resolve("old"));
    Files.createDirectory(exploded);
    Files.move(old.resolve("WEB-INF"), exploded.resolve("WEB-INF"));
    Files.move(old.resolve("META-INF"), exploded.resolve("META-INF"));
    assertThat(Stamps.of(exploded)).isNotEqualTo(before);
  }

  @Test
  void what_a_run_prepares_in_an_exploded_war_is_no_change() throws IOException {
    age(exploded);
    FileStamp before = Stamps.of(exploded);
    Files.createDirectory(exploded.resolve("WEB-INF/.quartermaster"));
    assertThat(Stamps.of(exploded)).isEqualTo(before);
  }

  /** Makes everything old, so that a change within the same tick of the clock shows. */
  private static void age(Path root) throws IOException {
    try (java.util.stream.Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }
}
