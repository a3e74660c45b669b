package io.github.quartermaster.ebs.aws;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that a policy allows. Its text is JSON.
 *
 * @param name letters and digits
 * @param conditions each the JSON of an operator with its key and values
 */
record PolicyStatement(
    String name, List<String> actions, List<String> resources, List<String> conditions) {

  PolicyStatement(String name, Collection<String> actions, Collection<String> resources) {
    this(name, List.copyOf(actions), resources.stream().distinct().sorted().toList(), List.of());
  }

  /** Only where the key has one of the values; of {@code StringLike} they may be patterns. */
  PolicyStatement where(String operator, String key, List<String> values) {
    return new PolicyStatement(
        name,
        actions,
        resources,
        List.of(text(operator) + ": {" + text(key) + ": " + texts(values) + "}"));
  }

  String json() {
    String condition =
        conditions.isEmpty() ? "" : ",\n  \"Condition\": {" + String.join(", ", conditions) + "}";
    return """
            {
              "Sid": %s,
              "Effect": "Allow",
              "Action": %s,
              "Resource": %s%s
            }"""
        .formatted(text(name), texts(actions), texts(resources), condition)
        .indent(4)
        .stripTrailing();
  }

  private static String texts(List<String> values) {
    return values.stream().map(PolicyStatement::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A JSON string, whatever is in it. */
  private static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
              } else if (character < ' ' || character > '~') {
                quoted.append(String.format("\\u%04x", character));
              } else {
                quoted.append((char) character);
              }
            });
    return quoted.append('"').toString();
  }
}
