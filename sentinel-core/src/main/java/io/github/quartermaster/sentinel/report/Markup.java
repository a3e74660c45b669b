package io.github.quartermaster.sentinel.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * HTML and SVG of templates, in which every text is escaped, since names and messages come from
 * elsewhere. What is filled in with three braces is markup of ours.
 */
final class Markup {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .withEscaper(Markup::escaped)
          .withLoader(part -> template(part + ".mustache"));

  private Markup() {}

  /** Fills the template of this name beside this class. */
  static String of(String template, Map<String, ?> values) {
    try (Reader reader = template(template)) {
      return COMPILER.compile(reader).execute(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that is nothing but text, between tags and in attributes in quotes. */
  static String escaped(String text) {
    return Escapers.HTML.escape(Printable.line(text));
  }

  private static Reader template(String name) {
    InputStream stream = Markup.class.getResourceAsStream(name);
    return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
  }
}
