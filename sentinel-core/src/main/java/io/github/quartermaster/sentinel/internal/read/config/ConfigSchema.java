package io.github.quartermaster.sentinel.internal.read.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.quartermaster.sentinel.internal.read.catalog.ActionType;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderType;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes the JSON Schema (draft 2020-12) of {@code sentinel.yaml} for editors, from what the types
 * of checks and actions say about themselves. Types that it does not know, of plugins elsewhere,
 * may have any keys.
 */
public final class ConfigSchema {
  private static final String CHECK = "check";
  private static final String REQUIREMENT = "requirement";
  private static final String TYPE_PREFIX = "type-";

  private final JsonGenerator json;
  private final ValueSchema values;
  private final HealingSchema healing;
  private final MonitorsSchema monitors;

  private ConfigSchema(
      JsonGenerator json, Collection<ActionType> actions, Collection<ResultOutputFactory> outputs) {
    this.json = json;
    this.values = new ValueSchema(json);
    this.healing = new HealingSchema(json, values, actions);
    this.monitors = new MonitorsSchema(json, values, OutputType.byName(outputs).values());
  }

  /** The schema of a configuration that may use these types of checks and of actions. */
  public static String of(Collection<ProviderDescription> types, Collection<ActionType> actions) {
    return of(types, actions, List.of());
  }

  /** The schema of a configuration that may use these types of checks, actions and outputs. */
  public static String of(
      Collection<ProviderDescription> types,
      Collection<ActionType> actions,
      Collection<ResultOutputFactory> outputs) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      new ConfigSchema(json, actions, outputs).write(types);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    return text + "\n";
  }

  private void write(Collection<ProviderDescription> types) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.writeStringField("$id", "urn:quartermaster:sentinel-config-1");
    json.writeStringField("title", "sentinel.yaml");
    json.writeStringField("description", "What Sentinel checks, and what it does about it.");
    json.writeStringField("type", "object");
    json.writeArrayFieldStart("required");
    json.writeString(ConfigFiles.VERSION);
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(ConfigFiles.VERSION);
    json.writeStringField("description", "The version of the format.");
    json.writeArrayFieldStart("enum");
    json.writeNumber(1);
    json.writeString("1");
    json.writeEndArray();
    json.writeEndObject();
    parameter(ConfigFiles.INCLUDES);
    section(
        ConfigFiles.DEFAULTS, "What holds for checks that say nothing else.", Defaults.PARAMETERS);
    section(WatchSection.DAEMON, "How the daemon runs.", WatchSection.PARAMETERS);
    json.writeObjectFieldStart(ConfigFiles.CHECKS);
    json.writeStringField("description", "Checks by their names.");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("additionalProperties");
    values.refer(CHECK);
    json.writeEndObject();
    json.writeEndObject();
    healing.writeProperties();
    monitors.writeProperties();
    json.writeEndObject();
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("$defs");
    check(types);
    requirement();
    healing.writeDefinitions();
    monitors.writeDefinitions();
    values.writeDefinitions();
    for (ProviderDescription type : types) {
      type(type);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void check(Collection<ProviderDescription> types) throws IOException {
    json.writeObjectFieldStart(CHECK);
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(CommonSettings.TYPE);
    json.writeStringField(
        "description", "What is measured; left out where an included check is changed.");
    json.writeArrayFieldStart("anyOf");
    if (!types.isEmpty()) {
      json.writeStartObject();
      json.writeArrayFieldStart("enum");
      for (ProviderDescription type : types) {
        json.writeString(type.type());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    reference(ValueSchema.TEXT);
    json.writeEndArray();
    json.writeEndObject();
    for (Parameter parameter : CommonSettings.PARAMETERS) {
      parameter(parameter);
    }
    json.writeObjectFieldStart(CommonSettings.REQUIRES);
    json.writeStringField(
        "description", "Checks, components and tags that it needs in order to be healthy.");
    json.writeArrayFieldStart("anyOf");
    reference(REQUIREMENT);
    json.writeStartObject();
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    values.refer(REQUIREMENT);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    if (!types.isEmpty()) {
      json.writeArrayFieldStart("allOf");
      for (ProviderDescription type : types) {
        ifOf(type);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void ifOf(ProviderDescription type) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("if");
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(CommonSettings.TYPE);
    json.writeStringField("const", type.type());
    json.writeEndObject();
    json.writeEndObject();
    required(List.of(CommonSettings.TYPE));
    json.writeEndObject();
    json.writeObjectFieldStart("then");
    values.refer(TYPE_PREFIX + type.type());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void type(ProviderDescription type) throws IOException {
    json.writeObjectFieldStart(TYPE_PREFIX + type.type());
    json.writeStringField("description", type.description());
    json.writeObjectFieldStart("properties");
    for (String common : new TreeSet<>(ProviderType.COMMON_KEYS)) {
      json.writeBooleanField(common, true);
    }
    for (Parameter parameter : type.parameters()) {
      parameter(parameter);
    }
    json.writeEndObject();
    List<String> required =
        type.parameters().stream().filter(Parameter::required).map(Parameter::name).toList();
    if (!required.isEmpty()) {
      required(required);
    }
    json.writeBooleanField("additionalProperties", false);
    json.writeEndObject();
  }

  private void requirement() throws IOException {
    json.writeObjectFieldStart(REQUIREMENT);
    json.writeArrayFieldStart("anyOf");
    reference(ValueSchema.TEXT);
    json.writeStartObject();
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(RequirementReader.TARGET);
    json.writeStringField("description", "A check, a component, or tag: and a tag.");
    values.refer(ValueSchema.TEXT);
    json.writeEndObject();
    json.writeObjectFieldStart(RequirementReader.WEIGHT);
    json.writeStringField(
        "description", "soft is 0.5, hard is 1; or a number above 0 and at most 1.");
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeStringField("type", "number");
    json.writeNumberField("exclusiveMinimum", 0);
    json.writeNumberField("maximum", 1);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "string");
    json.writeStringField("pattern", "^(?:soft|hard|[-+]?[0-9.]+)$|\\$\\{");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    required(List.of(RequirementReader.TARGET));
    json.writeBooleanField("additionalProperties", false);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void section(String name, String description, List<Parameter> parameters)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", description);
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (Parameter parameter : parameters) {
      parameter(parameter);
    }
    json.writeEndObject();
    json.writeBooleanField("additionalProperties", false);
    json.writeEndObject();
  }

  private void parameter(Parameter parameter) throws IOException {
    json.writeFieldName(parameter.name());
    values.write(parameter);
  }

  private void reference(String definition) throws IOException {
    json.writeStartObject();
    values.refer(definition);
    json.writeEndObject();
  }

  private void required(List<String> names) throws IOException {
    json.writeArrayFieldStart("required");
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
