package io.github.quartermaster.sentinel.internal.read.config;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.quartermaster.sentinel.internal.read.alert.AlertSourceType;
import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.model.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Writes the part of the schema that is about other monitors. */
final class MonitorsSchema {
  private static final String SOURCE = "source";
  private static final String OUTPUT = "output";
  private static final String MAPPING = "mapping";

  private final JsonGenerator json;
  private final ValueSchema values;
  private final Collection<OutputType> outputs;

  MonitorsSchema(JsonGenerator json, ValueSchema values, Collection<OutputType> outputs) {
    this.json = json;
    this.values = values;
    this.outputs = outputs;
  }

  /** The keys at the top of the file. */
  void writeProperties() throws IOException {
    section(SourcesSection.SOURCES, SOURCE, "Other monitors that are heard, by names of yours.");
    section(OutputsSection.OUTPUTS, OUTPUT, "Other monitors that are told, by names of yours.");
  }

  private void section(String name, String definition, String meaning) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", meaning);
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("additionalProperties");
    values.refer(definition);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What those refer to. */
  void writeDefinitions() throws IOException {
    kind(SOURCE, "Another monitor that is heard.", AlertSourceType.all().values());
    for (AlertSourceType type : AlertSourceType.all().values()) {
      begin(SOURCE + "-" + type.description().type(), type.description().description() + ".");
      json.writeBooleanField(CommonSettings.TYPE, true);
      mappings();
      end(type, List.of(AlertSourceType.MAP));
    }
    mapping();
    kind(OUTPUT, "Another monitor that is told.", outputs);
    for (OutputType type : outputs) {
      begin(OUTPUT + "-" + type.description().type(), type.description().description() + ".");
      for (String common : new TreeSet<>(type.commonKeys())) {
        json.writeBooleanField(common, true);
      }
      end(type, List.of());
    }
  }

  private void kind(String name, String meaning, Collection<? extends Configurable> types)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", meaning);
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(CommonSettings.TYPE);
    json.writeStringField("description", "What kind of monitor it is.");
    json.writeArrayFieldStart("anyOf");
    for (Configurable type : types) {
      json.writeStartObject();
      json.writeStringField("const", type.description().type());
      json.writeStringField("description", type.description().description() + ".");
      json.writeEndObject();
    }
    json.writeStartObject();
    values.refer(ValueSchema.REFERENCE);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    required(List.of(CommonSettings.TYPE));
    json.writeArrayFieldStart("allOf");
    for (Configurable type : types) {
      ifOf(name, type);
    }
    // a list of conditions has one at least
    json.writeBoolean(true);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void ifOf(String name, Configurable type) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("if");
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(CommonSettings.TYPE);
    json.writeStringField("const", type.description().type());
    json.writeEndObject();
    json.writeEndObject();
    required(List.of(CommonSettings.TYPE));
    json.writeEndObject();
    json.writeObjectFieldStart("then");
    values.refer(name + "-" + type.description().type());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** One, or a list of them. */
  private void mappings() throws IOException {
    json.writeObjectFieldStart(AlertSourceType.MAP);
    json.writeStringField("description", "Which alerts are about which component.");
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    values.refer(MAPPING);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    values.refer(MAPPING);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void mapping() throws IOException {
    begin(MAPPING, "Which alerts are about which component.");
    parameter(SourcesSection.MATCH);
    json.writeObjectFieldStart(SourcesSection.COMPONENT);
    json.writeStringField("description", "Whom these alerts are about: a component.");
    values.refer(ValueSchema.TEXT);
    json.writeEndObject();
    json.writeEndObject();
    required(List.of(SourcesSection.MATCH.name(), SourcesSection.COMPONENT));
    json.writeBooleanField("additionalProperties", false);
    json.writeEndObject();
  }

  private void begin(String name, String meaning) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", meaning);
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
  }

  private void end(Configurable type, List<String> alsoRequired) throws IOException {
    List<String> required = new ArrayList<>(alsoRequired);
    for (Parameter parameter : type.description().parameters()) {
      parameter(parameter);
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    json.writeEndObject();
    if (!required.isEmpty()) {
      required(required);
    }
    json.writeBooleanField("additionalProperties", false);
    json.writeEndObject();
  }

  private void parameter(Parameter parameter) throws IOException {
    json.writeFieldName(parameter.name());
    values.write(parameter);
  }

  private void required(List<String> names) throws IOException {
    json.writeArrayFieldStart("required");
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
