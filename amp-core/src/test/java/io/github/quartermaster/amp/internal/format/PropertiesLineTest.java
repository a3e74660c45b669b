package io.github.quartermaster.amp.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PropertiesLineTest {
  @Property
  void line_is_what_java_writes(@ForAll String key, @ForAll String value) throws IOException {
    assertThat(PropertiesLine.of(key, value)).isEqualTo(written(key, value));
  }

  @Example
  void blanks_signs_and_letters_of_all_kinds_are_escaped_as_java_does() throws IOException {
    for (String text : List.of(" a  b ", "a=b:c#d!e\\f", "\t\n\r\f\0", "\u00fc\u20ac~\u007f")) {
      assertThat(PropertiesLine.of(text, text)).isEqualTo(written(text, text));
    }
  }

  private static String written(String key, String value) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(key, value);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    properties.store(out, null);
    return out.toString(StandardCharsets.ISO_8859_1).lines().toList().get(1);
  }
}
