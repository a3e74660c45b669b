package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.internal.json.JsonReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as the Query protocol names them, with numbered lists. */
public final class Parameters {
  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Parameters parse(String form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      } else if (!pair.isEmpty()) {
        values.put(decode(pair), "");
      }
    }
    return new Parameters(values);
  }

  /**
   * Reads an object of JSON; what is nested is named by its path, as in a form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Parameters parseJson(String text) {
    return new Parameters(JsonReader.flat(text));
  }

  /** With one more, or another one in its place. */
  Parameters with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Parameters(more);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** All by their names on the wire. */
  public Map<String, String> all() {
    return values;
  }

  /** A value that may be left out. */
  public Optional<String> text(String name) {
    @Nullable String value = values.get(name);
    return Optional.ofNullable(value);
  }

  String required(String name) {
    return text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new RefusedException(
                    "MissingParameter",
                    "The request must contain the parameter "
                        + name.substring(name.lastIndexOf('.') + 1)));
  }

  boolean flag(String name) {
    return text(name).map(Boolean::parseBoolean).orElse(false);
  }

  Optional<Integer> number(String name) {
    return text(name)
        .map(
            value -> {
              if (!value.matches("-?[0-9]{1,9}")) {
                throw RefusedException.invalidValue(
                    "Value (" + value + ") for parameter " + name + " is invalid.");
              }
              return Integer.parseInt(value);
            });
  }

  /** The values of {@code name.1}, {@code name.2} and so on. */
  List<String> list(String name) {
    List<String> list = new ArrayList<>();
    for (Optional<String> next = text(name + ".1"); next.isPresent(); ) {
      list.add(next.get());
      next = text(name + "." + (list.size() + 1));
    }
    return list;
  }

  /** How many elements the list of structures {@code name.1.member} has. */
  int size(String name, String member) {
    int size = 0;
    while (values.containsKey(name + "." + (size + 1) + "." + member)) {
      size++;
    }
    return size;
  }

  /** Tags at {@code name.1.Key}, {@code name.1.Value} and so on. */
  Map<String, String> tags(String name) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int index = 1; index <= size(name, "Key"); index++) {
      String key = values.getOrDefault(name + "." + index + ".Key", "");
      String value = values.getOrDefault(name + "." + index + ".Value", "");
      if (tags.put(key, value) != null) {
        throw RefusedException.invalidValue("Duplicate tag key '" + key + "' specified.");
      }
    }
    return tags;
  }

  /** The tags to be set on what the request makes. */
  Map<String, String> tagsOnCreate(String resourceType) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int index = 1; index <= size("TagSpecification", "ResourceType"); index++) {
      String type = values.getOrDefault("TagSpecification." + index + ".ResourceType", "");
      if (!type.equals(resourceType)) {
        throw RefusedException.invalidValue(
            "'" + type + "' is not a valid taggable resource type for this operation.");
      }
      tags.putAll(tags("TagSpecification." + index + ".Tag"));
    }
    return tags;
  }
}
