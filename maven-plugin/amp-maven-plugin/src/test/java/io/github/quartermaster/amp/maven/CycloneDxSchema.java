package io.github.quartermaster.amp.maven;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schema of CycloneDX, as the library of that standard brings it. */
final class CycloneDxSchema {
  private static final String HOME = "http://cyclonedx.org/schema/";
  private static final String BOM = "bom-1.6.schema.json";

  private CycloneDxSchema() {}

  /** What is wrong with a bill; empty where it fits. */
  static List<String> errors(String bill) {
    Map<String, String> schemas = new HashMap<>();
    for (String name : List.of(BOM, "spdx.schema.json", "jsf-0.82.schema.json")) {
      schemas.put(HOME + name, text(name));
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, registry -> registry.schemas(schemas))
        .getSchema(SchemaLocation.of(HOME + BOM))
        .validate(
            bill,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static String text(String name) {
    try (InputStream stream = CycloneDxSchema.class.getResourceAsStream("/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
