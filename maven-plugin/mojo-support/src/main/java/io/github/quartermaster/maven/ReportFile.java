package io.github.quartermaster.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.UUID;

/**
 * A report that is ready to be written.
 *
 * @param name the file's name, without a folder
 * @param content its text
 */
public record ReportFile(String name, String content) {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  /**
   * A record as JSON: members in the order of its components, times in ISO-8601, absent values as
   * {@code null}, so that every member is always there.
   *
   * @throws IllegalArgumentException if the value holds something that has no JSON form
   */
  public static ReportFile json(String name, Record value) {
    try {
      return new ReportFile(name, JSON.writeValueAsString(value) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
    }
  }

  /**
   * Writes the file in UTF-8, whole or not at all; one of that name is replaced.
   *
   * @param directory made if it is not there
   */
  void writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    // not createTempFile, which makes a file that nobody else may read
    Path part = directory.resolve("." + name + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(part, content);
      Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
