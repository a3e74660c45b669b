package io.github.quartermaster.sentinel.internal.read.config;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.quartermaster.sentinel.internal.read.catalog.ActionType;
import io.github.quartermaster.sentinel.model.Parameter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Writes the part of the schema that is about remedies. */
final class HealingSchema {
  private static final String LIMIT = "limit";
  private static final String WINDOW = "maintenance-window";
  private static final String CONDITION = "condition";
  private static final String REMEDY = "remedy";
  private static final String STEP = "step";
  private static final String RECIPIENT = "recipient";
  private static final String STEP_PREFIX = "step-";
  private static final String RECIPIENT_PREFIX = "recipient-";

  private final JsonGenerator json;
  private final ValueSchema values;
  private final Collection<ActionType> actions;

  HealingSchema(JsonGenerator json, ValueSchema values, Collection<ActionType> actions) {
    this.json = json;
    this.values = values;
    this.actions = actions;
  }

  /** The keys at the top of the file. */
  void writeProperties() throws IOException {
    for (Parameter parameter : HealingKeys.SINGLE) {
      parameter(parameter);
    }
    begin(HealingKeys.LIMITS, HealingKeys.GUARDS.meaning());
    properties(HealingKeys.GUARDS.parameters());
    list(HealingKeys.GLOBAL, LIMIT, "How often anything may be tried, over all remedies.");
    list(HealingKeys.TARGET, LIMIT, "How often anything may be tried on one component.");
    end(List.of());
    list(HealingKeys.MAINTENANCE, WINDOW, "Times of the week in which no remedy is tried.");
    json.writeObjectFieldStart(HealingKeys.NOTIFY);
    json.writeStringField("description", "Those who can be told, by their names.");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("additionalProperties");
    values.refer(RECIPIENT);
    json.writeEndObject();
    json.writeEndObject();
    list(HealingKeys.REMEDIES, REMEDY, "What is to be done about causes.");
  }

  /** What those refer to. */
  void writeDefinitions() throws IOException {
    shape(LIMIT, HealingKeys.LIMIT);
    shape(WINDOW, HealingKeys.WINDOW);
    shape(CONDITION, HealingKeys.CONDITION);
    begin(REMEDY, HealingKeys.REMEDY.meaning());
    properties(HealingKeys.REMEDY.parameters());
    json.writeObjectFieldStart(HealingKeys.WHEN);
    values.refer(CONDITION);
    json.writeEndObject();
    list(HealingKeys.STEPS, STEP, "What is done, one after the other until it helps.");
    list(HealingKeys.LIMITS, LIMIT, "How often it may be tried.");
    end(List.of(HealingKeys.WHEN, HealingKeys.STEPS));
    step();
    recipient();
    for (ActionType action : actions) {
      stepOf(action);
      if (action.factory().onlyTells()) {
        recipientOf(action);
      }
    }
  }

  private void step() throws IOException {
    json.writeObjectFieldStart(STEP);
    json.writeStringField("description", HealingKeys.STEP.meaning() + ".");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    action("What is done.", actions);
    for (Parameter parameter : HealingKeys.STEP.parameters()) {
      parameter(parameter);
    }
    json.writeEndObject();
    required(List.of(HealingKeys.ACTION));
    json.writeArrayFieldStart("allOf");
    for (ActionType action : actions) {
      ifNamed(action, STEP_PREFIX);
    }
    // a list of conditions has one at least
    anything();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void recipient() throws IOException {
    List<ActionType> telling =
        actions.stream().filter(action -> action.factory().onlyTells()).toList();
    json.writeObjectFieldStart(RECIPIENT);
    json.writeStringField("description", "How somebody is told.");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    action("What tells; " + Recipients.DEFAULT_ACTION + " where nothing is said.", telling);
    json.writeEndObject();
    json.writeArrayFieldStart("allOf");
    for (ActionType action : telling) {
      ifNamed(action, RECIPIENT_PREFIX);
      if (action.description().type().equals(Recipients.DEFAULT_ACTION)) {
        ifUnnamed(action);
      }
    }
    anything();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void action(String meaning, Collection<ActionType> known) throws IOException {
    json.writeObjectFieldStart(HealingKeys.ACTION);
    json.writeStringField("description", meaning);
    json.writeArrayFieldStart("anyOf");
    for (ActionType action : known) {
      json.writeStartObject();
      json.writeStringField("const", action.description().type());
      json.writeStringField("description", action.description().description() + ".");
      json.writeEndObject();
    }
    json.writeStartObject();
    values.refer(ValueSchema.TEXT);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void ifNamed(ActionType action, String prefix) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("if");
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(HealingKeys.ACTION);
    json.writeStringField("const", action.description().type());
    json.writeEndObject();
    json.writeEndObject();
    required(List.of(HealingKeys.ACTION));
    json.writeEndObject();
    then(action, prefix);
    json.writeEndObject();
  }

  private void ifUnnamed(ActionType action) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("if");
    json.writeObjectFieldStart("not");
    required(List.of(HealingKeys.ACTION));
    json.writeEndObject();
    json.writeEndObject();
    then(action, RECIPIENT_PREFIX);
    json.writeEndObject();
  }

  private void then(ActionType action, String prefix) throws IOException {
    json.writeObjectFieldStart("then");
    values.refer(prefix + action.description().type());
    json.writeEndObject();
  }

  private void anything() throws IOException {
    json.writeBoolean(true);
  }

  private void stepOf(ActionType action) throws IOException {
    begin(STEP_PREFIX + action.description().type(), action.description().description());
    for (String common : new TreeSet<>(ActionType.COMMON_KEYS)) {
      json.writeBooleanField(common, true);
    }
    properties(action.description().parameters());
    boolean tells = action.factory().onlyTells();
    if (tells) {
      json.writeObjectFieldStart(HealingKeys.TO);
      json.writeStringField("description", "A recipient, instead of all else.");
      values.refer(ValueSchema.TEXT);
      json.writeEndObject();
    }
    // a recipient has all that is required
    end(tells ? List.of() : requiredOf(action));
  }

  private void recipientOf(ActionType action) throws IOException {
    begin(RECIPIENT_PREFIX + action.description().type(), action.description().description());
    json.writeBooleanField(HealingKeys.ACTION, true);
    properties(action.description().parameters());
    end(requiredOf(action));
  }

  private static List<String> requiredOf(ActionType action) {
    return requiredOf(action.description().parameters());
  }

  private static List<String> requiredOf(List<Parameter> parameters) {
    return parameters.stream().filter(Parameter::required).map(Parameter::name).toList();
  }

  private void shape(String name, Shape shape) throws IOException {
    begin(name, shape.meaning());
    properties(shape.parameters());
    end(requiredOf(shape.parameters()));
  }

  private void begin(String name, String meaning) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", meaning + ".");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
  }

  private void end(List<String> required) throws IOException {
    json.writeEndObject();
    if (!required.isEmpty()) {
      required(required);
    }
    json.writeBooleanField("additionalProperties", false);
    json.writeEndObject();
  }

  private void properties(List<Parameter> parameters) throws IOException {
    for (Parameter parameter : parameters) {
      parameter(parameter);
    }
  }

  private void parameter(Parameter parameter) throws IOException {
    json.writeFieldName(parameter.name());
    values.write(parameter);
  }

  /** One, or a list of them. */
  private void list(String name, String definition, String meaning) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", meaning);
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    values.refer(definition);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    values.refer(definition);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
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
