package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyAmpsTest {
  @TempDir Path folder;

  @Test
  void an_amp_is_applied_once() throws IOException {
    Path amps = Files.createDirectory(folder.resolve("amps"));
    zip(
        amps.resolve("greeting-1.0.amp"),
        Map.of(
            "module.properties",
            "module.id=greeting\nmodule.version=1.0\nmodule.title=Greeting\n"
                + "module.description=An AMP\n",
            "config/greeting.txt",
            "Greetings from an AMP."));
    Path war = folder.resolve("alfresco.war");
    zip(
        war,
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\r\nSpecification-Title: Alfresco Content Services\r\n\r\n",
            "WEB-INF/classes/alfresco/version.properties",
            "version.major=23\nversion.minor=2\nversion.revision=1\nversion.edition=Community\n"));

    ApplyAmps.main(new String[] {amps.toString(), war.toString()});

    assertEquals("Greetings from an AMP.", read(war, "WEB-INF/classes/greeting.txt"));

    byte[] applied = Files.readAllBytes(war);
    ApplyAmps.main(new String[] {amps.toString(), war.toString()});

    assertArrayEquals(applied, Files.readAllBytes(war));
  }

  private static void zip(Path file, Map<String, String> contents) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> content : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(content.getKey()));
        zip.write(content.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static String read(Path file, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
