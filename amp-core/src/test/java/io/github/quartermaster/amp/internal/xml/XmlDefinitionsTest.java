package io.github.quartermaster.amp.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.quartermaster.amp.model.XmlText;
import io.github.quartermaster.amp.model.XmlText.Definition;
import io.github.quartermaster.amp.model.XmlText.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlDefinitionsTest {
  @TempDir Path folder;

  @Test
  void beans_at_the_top_count_by_id_name_and_alias() {
    XmlText xml =
        parse(
            """
            <beans xmlns:util='http://www.springframework.org/schema/util'>
              <bean id='a' name='b, c;d'><property><bean id='inner'/></property></bean>
              <alias name='a' alias='e'/>
              <util:map id='f'/>
              <beans profile='x'><bean id='g'/></beans>
            </beans>
            """);

    assertThat(xml.definitions())
        .extracting(Definition::kind, Definition::name, Definition::line)
        .containsExactly(
            tuple(Kind.BEAN, "a", 2),
            tuple(Kind.BEAN, "b", 2),
            tuple(Kind.BEAN, "c", 2),
            tuple(Kind.BEAN, "d", 2),
            tuple(Kind.BEAN, "e", 3),
            tuple(Kind.BEAN, "f", 4),
            tuple(Kind.BEAN, "g", 5));
  }

  @Test
  void model_counts_with_the_namespaces_that_it_defines_and_not_those_it_imports() {
    XmlText xml =
        parse(
            """
            <model name='x:model' xmlns='http://www.alfresco.org/model/dictionary/1.0'>
              <imports><import uri='urn:cm' prefix='cm'/></imports>
              <namespaces><namespace uri='urn:x' prefix='x'/></namespaces>
            </model>
            """);

    assertThat(xml.definitions())
        .extracting(Definition::kind, Definition::name)
        .containsExactly(
            tuple(Kind.MODEL, "x:model"), tuple(Kind.NAMESPACE, "urn:x"), tuple(Kind.PREFIX, "x"));
    assertThat(parse("<model name='other'/>").definitions()).isEmpty();
  }

  @Test
  void neither_files_nor_the_network_are_read() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "<bean id='stolen'/>");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://localhost:" + server.getLocalPort() + "/x";
      XmlText xml =
          parse(
              "<!DOCTYPE beans SYSTEM '"
                  + url
                  + "' [<!ENTITY s SYSTEM '"
                  + secret.toUri()
                  + "'><!ENTITY % p SYSTEM '"
                  + url
                  + "'> %p;]><beans>&s;<bean id='mine'/></beans>");

      assertThat(xml.definitions()).extracting(Definition::name).doesNotContain("stolen");
      server.setSoTimeout(200);
      Assertions.assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  @Test
  void entities_do_not_grow() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE beans [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    bomb.append("]><beans>&a29;<bean id='x'/></beans>");

    Assertions.assertTimeout(Duration.ofSeconds(20), () -> parse(bomb.toString()));
  }

  @Test
  void malformed_bytes_are_told_and_nothing_is_printed() {
    PrintStream usual = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      byte[] latin = "<beans><!-- \u00e4 --></beans>".getBytes(StandardCharsets.ISO_8859_1);

      assertThat(XmlDefinitions.parse("x.xml", "x.xml", latin).flaw())
          .contains("it is not in the encoding it is said to be");
    } finally {
      System.setErr(usual);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void any_encoding_that_is_declared_or_marked_is_read() {
    String declared =
        "<?xml version='1.0' encoding='ISO-8859-1'?><beans><bean id='\u00e4'/></beans>";
    String marked = "\ufeff<beans><bean id='\u00e4'/></beans>";

    assertThat(
            List.of(
                declared.getBytes(StandardCharsets.ISO_8859_1),
                marked.getBytes(StandardCharsets.UTF_8),
                marked.getBytes(StandardCharsets.UTF_16LE)))
        .allSatisfy(
            content ->
                assertThat(XmlDefinitions.parse("x.xml", "x.xml", content).definitions())
                    .extracting(Definition::name)
                    .containsExactly("\u00e4"));
  }

  @Test
  void what_is_nested_too_deeply_or_malformed_is_told_with_its_line() {
    assertThat(parse("<beans>\n" + "<a>".repeat(100_000)).flaw())
        .contains("it is nested too deeply or defines too much");
    assertThat(parse("<beans>\n<bean>\n</beans>").line()).isEqualTo(3);
    assertThat(parse("").flaw()).isPresent();
  }

  private static XmlText parse(String text) {
    return XmlDefinitions.parse(
        "x.xml", "WEB-INF/classes/x.xml", text.getBytes(StandardCharsets.UTF_8));
  }
}
