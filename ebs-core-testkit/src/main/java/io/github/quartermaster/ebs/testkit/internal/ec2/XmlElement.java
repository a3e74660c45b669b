package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of an answer, being built; for use by one thread. */
final class XmlElement {
  private final String name;
  private final List<XmlElement> children = new ArrayList<>();
  private @Nullable String text;

  XmlElement(String name) {
    this.name = name;
  }

  /** Adds an element with text; none where there is no value. */
  XmlElement with(String child, @Nullable Object value) {
    if (value != null) {
      XmlElement element = new XmlElement(child);
      element.text = value.toString();
      children.add(element);
    }
    return this;
  }

  /** Adds an element. */
  XmlElement with(XmlElement child) {
    children.add(child);
    return this;
  }

  /** Adds a list in EC2's form: an element that holds one for each. */
  XmlElement withItems(String list, Stream<XmlElement> items) {
    XmlElement element = new XmlElement(list);
    items.forEach(element.children::add);
    return with(element);
  }

  /** One of such a list. */
  static XmlElement item() {
    return new XmlElement("item");
  }

  /** The document with this as its root. */
  String document(String namespace) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(out, namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"", "");
    return out.toString();
  }

  private void write(StringBuilder out, String attributes, String indent) {
    out.append(indent).append('<').append(name).append(attributes);
    if (text == null && children.isEmpty()) {
      out.append("/>\n");
      return;
    }
    out.append('>');
    if (text != null) {
      escape(text, out);
    } else {
      out.append('\n');
      children.forEach(child -> child.write(out, "", indent + "    "));
      out.append(indent);
    }
    out.append("</").append(name).append(">\n");
  }

  private static void escape(String value, StringBuilder out) {
    value
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(isXml(character) ? character : '\ufffd');
              }
            });
  }

  private static boolean isXml(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xd7ff)
        || (character >= 0xe000 && character <= 0xfffd)
        || character >= 0x10000;
  }
}
