package io.github.quartermaster.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A plugin's own descriptor, as far as it documents goals; {@code help} is left out. Read is the
 * one for reports, which keeps the markup of the descriptions.
 */
public record PluginDescriptorXml(List<Goal> goals) {
  private static final Path ENHANCED = Path.of("target/plugin-enhanced.xml");

  /** A goal; its phase is empty where it has none. */
  public record Goal(String name, String description, String phase, List<Parameter> parameters) {}

  /** A parameter; what it has not is empty. */
  public record Parameter(
      String name, String description, String since, String property, String defaultValue) {}

  /** The descriptor of the plugin that is being built. */
  public static PluginDescriptorXml ofThisPlugin() throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ENHANCED.toFile());
      Element mojos = child(document.getDocumentElement(), "mojos");
      return new PluginDescriptorXml(
          children(mojos, "mojo").stream()
              .map(PluginDescriptorXml::goal)
              .filter(goal -> !goal.name().equals("help"))
              .toList());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static Goal goal(Element mojo) {
    Element defaults = child(mojo, "configuration");
    return new Goal(
        text(mojo, "goal"),
        text(mojo, "description"),
        text(mojo, "phase"),
        children(child(mojo, "parameters"), "parameter").stream()
            .map(parameter -> parameter(parameter, defaults))
            .toList());
  }

  private static Parameter parameter(Element parameter, Element defaults) {
    String name = text(parameter, "name");
    String property = text(defaults, name);
    String defaultValue =
        children(defaults, name).stream()
            .map(element -> element.getAttribute("default-value"))
            .findFirst()
            .orElse("");
    return new Parameter(
        name,
        text(parameter, "description"),
        text(parameter, "since"),
        property.startsWith("${") ? property.substring(2, property.length() - 1) : property,
        defaultValue);
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream()
        .map(element -> element.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }
}
