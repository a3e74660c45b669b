package io.github.quartermaster.maven;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reports as self-contained pages: no script, nothing from the network, readable in light and in
 * dark. Every text is escaped, since names come from elsewhere.
 *
 * <p>A template takes what pages have in common by {@code {{>page-head}}}, which wants {@code goal}
 * and {@code verdict}, and by {@code {{>problem-item}}} for each entry of a list of problems. Parts
 * of its own lie beside it.
 */
public final class HtmlPage {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().emptyStringIsFalse(true).nullValue("").withEscaper(HtmlPage::escaped);

  private HtmlPage() {}

  /**
   * Fills a template.
   *
   * @param owner the class beside which the template lies
   * @param values by the names that the template uses
   */
  public static String of(Class<?> owner, String template, Map<String, ?> values) {
    try (Reader reader = template(owner, template)) {
      return COMPILER
          .withLoader(part -> part(owner, part + ".mustache"))
          .compile(reader)
          .execute(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A time as pages show it. */
  public static String time(Instant instant) {
    return SECOND.format(instant);
  }

  /** A text for inside of an element or an attribute of a page. */
  public static String escaped(String text) {
    return Escapers.HTML.escape(Wording.printable(text));
  }

  private static Reader part(Class<?> owner, String name) {
    return template(owner.getResource(name) == null ? HtmlPage.class : owner, name);
  }

  private static Reader template(Class<?> owner, String name) {
    InputStream stream = owner.getResourceAsStream(name);
    return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
  }
}
