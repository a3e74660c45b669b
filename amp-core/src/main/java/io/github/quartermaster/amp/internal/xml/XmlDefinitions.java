package io.github.quartermaster.amp.internal.xml;

import io.github.quartermaster.amp.model.XmlText;
import io.github.quartermaster.amp.model.XmlText.Definition;
import io.github.quartermaster.amp.model.XmlText.Kind;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Spring beans and the content models that an XML file defines for the whole of Alfresco.
 *
 * <p>A DTD is passed over and never loaded, as are external entities; an entity of the file's own
 * is not replaced, so that it cannot grow. Nothing is built in memory but the definitions.
 */
public final class XmlDefinitions {
  // below the 100 at which newer JDKs give up in words of their own (jdk.xml.maxElementDepth)
  private static final int DEEPEST = 90;
  private static final int MOST = 50_000;
  private static final String DICTIONARY = "http://www.alfresco.org/model/dictionary/";
  private static final Pattern SEPARATORS = Pattern.compile("[,; ]+");

  private final List<Definition> definitions = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  private XmlDefinitions() {}

  /**
   * Reads one file.
   *
   * @param file its name inside the AMP or WAR
   * @param target its path in the WAR
   */
  public static XmlText parse(String file, String target, byte[] content) {
    return parse(file, target, null, content);
  }

  /**
   * Reads one file that may lie in a library.
   *
   * @param file its name, as in {@code lib/x.jar!/a/b.xml}
   * @param target where it would lie in the WAR to be the same file on the class path
   * @param library the path in the WAR of the library, or null
   */
  public static XmlText parse(
      String file, String target, @Nullable String library, byte[] content) {
    XmlDefinitions reader = new XmlDefinitions();
    try {
      XMLStreamReader xml =
          factory().createXMLStreamReader(new StringReader(XmlCharset.decode(content)));
      try {
        reader.read(xml);
      } finally {
        xml.close();
      }
      return new XmlText(file, target, library, reader.definitions, null, 0);
    } catch (CharacterCodingException e) {
      String reason = "it is not in the encoding it is said to be";
      return new XmlText(file, target, library, List.of(), reason, 1);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      return new XmlText(file, target, library, List.of(), reason(e), line);
    } catch (RuntimeException e) {
      // this parser's own code trips over some input that it should refuse
      return new XmlText(file, target, library, List.of(), "the parser gives up: " + e, 1);
    }
  }

  private static XMLInputFactory factory() {
    // the JDK's own, whatever else is on the class path
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> ByteArrayInputStream.nullInputStream());
    return factory;
  }

  private static String reason(XMLStreamException e) {
    String text = String.valueOf(e.getMessage());
    int message = text.lastIndexOf("Message: ");
    return (message < 0 ? text : text.substring(message + "Message: ".length()))
        .strip()
        .replaceFirst("\\.$", "");
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        path.remove(path.size() - 1);
      }
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    String parent = path.isEmpty() ? "" : path.get(path.size() - 1);
    boolean unknownModel =
        path.isEmpty()
            && name.equals("model")
            && !String.valueOf(xml.getNamespaceURI()).startsWith(DICTIONARY);
    path.add(unknownModel ? "" : name);
    if (path.size() > DEEPEST || definitions.size() > MOST) {
      throw new XMLStreamException(
          "it is nested too deeply or defines too much", xml.getLocation());
    }
    switch (path.get(0)) {
      case "beans" -> {
        if (parent.equals("beans") && !name.equals("beans")) {
          bean(xml, name);
        }
      }
      case "model" -> {
        if (path.size() == 1) {
          attribute(xml, "name").ifPresent(model -> add(Kind.MODEL, model, xml));
        } else if (path.equals(List.of("model", "namespaces", "namespace"))) {
          attribute(xml, "uri").ifPresent(uri -> add(Kind.NAMESPACE, uri, xml));
          attribute(xml, "prefix").ifPresent(prefix -> add(Kind.PREFIX, prefix, xml));
        }
      }
      default -> {}
    }
  }

  private void bean(XMLStreamReader xml, String element) {
    if (element.equals("alias")) {
      attribute(xml, "alias").ifPresent(alias -> add(Kind.BEAN, alias, xml));
      return;
    }
    attribute(xml, "id").ifPresent(id -> add(Kind.BEAN, id, xml));
    if (element.equals("bean")) {
      attribute(xml, "name")
          .ifPresent(
              names ->
                  SEPARATORS
                      .splitAsStream(names)
                      .filter(name -> !name.isEmpty())
                      .forEach(name -> add(Kind.BEAN, name, xml)));
    }
  }

  private void add(Kind kind, String name, XMLStreamReader xml) {
    definitions.add(new Definition(kind, name, xml.getLocation().getLineNumber()));
  }

  private static Optional<String> attribute(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
