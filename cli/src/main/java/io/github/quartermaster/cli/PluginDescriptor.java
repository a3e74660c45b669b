package io.github.quartermaster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a plugin says of its goals in the {@code plugin.xml} that its build makes from the code, so
 * that parameters are written down once. The file is from our own jar.
 */
final class PluginDescriptor {
  private static final String HELP = "help";

  private final XMLStreamReader xml;
  private final String prefix;

  private PluginDescriptor(XMLStreamReader xml, String prefix) {
    this.xml = xml;
    this.prefix = prefix;
  }

  /** The goals of a plugin, in the order of its descriptor; without {@code help}, which is ours. */
  static List<Goal> goals(String prefix) {
    String resource = prefix + "/plugin.xml";
    try (InputStream in = PluginDescriptor.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      return new PluginDescriptor(factory.createXMLStreamReader(in), prefix).goals();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the jar's " + resource + " is broken", e);
    }
  }

  private List<Goal> goals() throws XMLStreamException {
    List<Goal> goals = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("mojo")) {
        Goal goal = goal();
        if (!goal.name().equals(HELP)) {
          goals.add(goal);
        }
      }
    }
    return goals;
  }

  private Goal goal() throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    List<Map<String, String>> parameters = new ArrayList<>();
    Map<String, Configured> configuration = new HashMap<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "parameters" -> {
          while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            parameters.add(children());
          }
        }
        case "configuration" -> {
          while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            String byDefault = xml.getAttributeValue(null, "default-value");
            configuration.put(
                name, new Configured(byDefault == null ? "" : byDefault, xml.getElementText()));
          }
        }
        case "goal", "description", "implementation" ->
            texts.put(xml.getLocalName(), xml.getElementText());
        default -> skip();
      }
    }
    return new Goal(
        prefix,
        texts.getOrDefault("goal", ""),
        texts.getOrDefault("description", ""),
        texts.getOrDefault("implementation", ""),
        parameters.stream().map(parameter -> parameter(parameter, configuration)).toList());
  }

  /**
   * @param expression such as <code>${amp.wars}</code>, or empty
   */
  private record Configured(String byDefault, String expression) {
    static final Configured NOT = new Configured("", "");

    String property() {
      return expression.startsWith("${") && expression.endsWith("}")
          ? expression.substring(2, expression.length() - 1)
          : "";
    }
  }

  private static GoalParameter parameter(
      Map<String, String> texts, Map<String, Configured> configuration) {
    String name = texts.getOrDefault("name", "");
    Configured configured = configuration.getOrDefault(name, Configured.NOT);
    return new GoalParameter(
        name,
        texts.getOrDefault("type", ""),
        configured.property(),
        configured.byDefault(),
        texts.getOrDefault("description", ""));
  }

  /** The texts of the elements inside of this one. */
  private Map<String, String> children() throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      texts.put(xml.getLocalName(), xml.getElementText());
    }
    return texts;
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
