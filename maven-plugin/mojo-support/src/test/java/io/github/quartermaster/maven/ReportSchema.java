package io.github.quartermaster.maven;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The schemas in a plugin's jar, read strictly: a member that they do not explain is an error. */
public final class ReportSchema {
  private ReportSchema() {}

  /** What is wrong with a report; empty where it fits. */
  public static List<String> errors(String schema, String report) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(strict(schema), InputFormat.JSON)
        .validate(
            report,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static String strict(String schema) {
    String resource = "/META-INF/quartermaster/" + schema + ".schema.json";
    try (InputStream stream = ReportSchema.class.getResourceAsStream(resource)) {
      String text =
          new String(
              Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(
          "\"type\": \"object\",", "\"type\": \"object\", \"additionalProperties\": false,");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
