package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /manager/status?XML=true} of a Tomcat tells: {@code <memory free total max/>} of the
 * heap, and for each {@code <connector name>} a {@code <threadInfo maxThreads
 * currentThreadsBusy/>}.
 *
 * @param heapUsed bytes of the heap in use, or negative where it is not told
 * @param heapMax the most that it may become
 * @param connectors how busy each is
 */
record TomcatStatus(long heapUsed, long heapMax, List<Connector> connectors) {
  /** Nothing is told. */
  static final TomcatStatus NONE = new TomcatStatus(-1, -1, List.of());

  private static final int MOST_CONNECTORS = 20;
  private static final double PERCENT = 100;

  /** Copies the list. */
  TomcatStatus {
    connectors = List.copyOf(connectors);
  }

  /** The threads of one connector. */
  record Connector(String name, long busy, long max) {}

  /** In percent; null where there is no limit. */
  record Limits(
      @Nullable Range busyWarning,
      @Nullable Range busyCritical,
      @Nullable Range heapWarning,
      @Nullable Range heapCritical) {
    /** Whether there is any. */
    boolean any() {
      return busyWarning != null
          || busyCritical != null
          || heapWarning != null
          || heapCritical != null;
    }
  }

  /**
   * Reads the page.
   *
   * @throws IOException if it is no XML
   */
  static TomcatStatus parse(byte[] xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // no entities, no other files: the answer is a stranger's
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException e) {
      throw new IOException("no XML: " + e.getMessage(), e);
    }
  }

  private static TomcatStatus read(XMLStreamReader reader) throws XMLStreamException {
    long used = -1;
    long max = -1;
    String connector = "";
    List<Connector> connectors = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "memory" -> {
          used = number(reader, "total") - number(reader, "free");
          max = number(reader, "max");
        }
        case "connector" -> connector = attribute(reader, "name");
        case "threadInfo" -> {
          if (connectors.size() < MOST_CONNECTORS) {
            connectors.add(
                new Connector(
                    connector, number(reader, "currentThreadsBusy"), number(reader, "maxThreads")));
          }
        }
        default -> {
          // of no interest here
        }
      }
    }
    return new TomcatStatus(used, max, connectors);
  }

  /** Adds the numbers to a reading. */
  Reading addTo(Reading reading, Limits limits) {
    Reading more = reading;
    if (heapUsed >= 0 && heapMax > 0) {
      more =
          more.metric(
              Metric.of("heap", PERCENT * heapUsed / heapMax, "%")
                  .thresholds(limits.heapWarning(), limits.heapCritical())
                  .bounds(0, PERCENT));
    } else {
      more = untold(more, "heap", limits.heapWarning(), limits.heapCritical());
    }
    boolean busy = false;
    for (Connector connector : connectors) {
      // a connector without a pool of its own tells -1
      if (connector.max() > 0 && connector.busy() >= 0) {
        busy = true;
        more =
            more.metric(
                Metric.of(
                        "busy " + connector.name().replace("\"", ""),
                        PERCENT * connector.busy() / connector.max(),
                        "%")
                    .thresholds(limits.busyWarning(), limits.busyCritical())
                    .bounds(0, PERCENT));
      }
    }
    return busy ? more : untold(more, "busy", limits.busyWarning(), limits.busyCritical());
  }

  /** What has limits and is not told makes the state unknown, unless something else is bad. */
  private static Reading untold(
      Reading reading, String label, @Nullable Range warning, @Nullable Range critical) {
    return warning == null && critical == null
        ? reading
        : reading
            .metric(Metric.of(label, Double.NaN, "%").thresholds(warning, critical))
            .message(reading.message() + "; its manager does not tell " + label);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static long number(XMLStreamReader reader, String name) {
    try {
      return Long.parseLong(attribute(reader, name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
