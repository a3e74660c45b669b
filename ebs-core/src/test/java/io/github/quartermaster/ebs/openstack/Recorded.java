package io.github.quartermaster.ebs.openstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Answers that a real Cinder 21 and Keystone 22 gave, by what was asked. */
final class Recorded {
  private static final Json ALL = read();

  private Recorded() {}

  static Reply reply(String name) {
    Json recorded = ALL.at(name);
    if (!recorded.isObject()) {
      throw new IllegalArgumentException("nothing is recorded as " + name);
    }
    Map<String, String> headers = new HashMap<>();
    recorded
        .at("headers")
        .texts()
        .forEach((header, value) -> headers.put(header.toLowerCase(Locale.ROOT), value));
    return new Reply((int) recorded.number("status"), headers, body(name));
  }

  /** A member of a recorded body. */
  static Json member(String name, String member) {
    return ALL.at(name).at("body").at(member);
  }

  private static String body(String name) {
    if (ALL.at(name).at("body").value() instanceof Map<?, ?> members) {
      Map<String, Object> body = new HashMap<>();
      members.forEach((key, value) -> body.put((String) key, value));
      return new String(JsonText.write(body), StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException("no object is recorded as " + name);
  }

  private static Json read() {
    try (InputStream in = Recorded.class.getResourceAsStream("recorded.json")) {
      if (in == null) {
        throw new IllegalStateException("recorded.json is not there");
      }
      return JsonText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
