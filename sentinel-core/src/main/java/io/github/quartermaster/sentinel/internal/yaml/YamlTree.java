package io.github.quartermaster.sentinel.internal.yaml;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from the parser's events, without recursion, so that no depth of brackets can
 * exhaust the stack before it is refused.
 */
final class YamlTree {
  static final int DEEPEST = 50;
  static final int MOST_VALUES = 100_000;

  private static final String STRING_TAG = "tag:yaml.org,2002:str";

  private final Path file;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Built> anchors = new HashMap<>();
  private YamlPosition last;
  private @Nullable YamlNode root;
  private int documents;
  private int values;

  /** A finished value and what an alias to it costs. */
  private record Built(YamlNode node, int size, int depth) {}

  /** A list or mapping whose end is yet to come. */
  private static final class Open {
    final YamlPosition position;
    final boolean mapping;
    final @Nullable String anchor;
    final int valuesBefore;
    final List<YamlNode> items = new ArrayList<>();
    final List<YamlMapping.Entry> entries = new ArrayList<>();
    final Set<String> names = new HashSet<>();
    @Nullable YamlScalar key;
    int deepest;

    Open(YamlPosition position, boolean mapping, @Nullable String anchor, int valuesBefore) {
      this.position = position;
      this.mapping = mapping;
      this.anchor = anchor;
      this.valuesBefore = valuesBefore;
    }
  }

  YamlTree(Path file) {
    this.file = file;
    this.last = new YamlPosition(file, 1, 1);
  }

  /** The position of the event that came last. */
  YamlPosition last() {
    return last;
  }

  YamlNode build(Iterator<Event> events) throws YamlException {
    while (events.hasNext()) {
      add(events.next());
    }
    if (root == null) {
      throw new YamlException(last, "it is empty", "Write something into it");
    }
    return root;
  }

  private void add(Event event) throws YamlException {
    last = event.getStartMark().map(this::position).orElse(last);
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw new YamlException(
          last, "a second document begins", "Remove it, or the line --- in front of it");
    } else if (event instanceof ScalarEvent scalar) {
      boolean tagged = scalar.getTag().isPresent();
      refuseTag(scalar.getTag().filter(tag -> !tag.equals(STRING_TAG)));
      count(1);
      YamlScalar value = new YamlScalar(scalar.getValue(), scalar.isPlain() && !tagged, last);
      finished(new Built(value, 1, 0), anchor(scalar));
    } else if (event instanceof AliasEvent alias) {
      Built target = anchors.get(alias.getAlias().getValue());
      if (target == null) {
        throw new YamlException(
            last,
            "the alias *" + alias.getAlias().getValue() + " has no finished anchor before it",
            "Write the value instead");
      }
      count(target.size());
      refuseDepth(open.size() + target.depth());
      finished(target, null);
    } else if (event instanceof CollectionStartEvent start) {
      begin(start);
    } else if (event instanceof CollectionEndEvent) {
      end();
    }
  }

  private void begin(CollectionStartEvent start) throws YamlException {
    boolean mapping = start instanceof MappingStartEvent;
    assert mapping || start instanceof SequenceStartEvent;
    refuseTag(start.getTag());
    Open parent = open.peek();
    if (parent != null && parent.mapping && parent.key == null) {
      throw new YamlException(
          last,
          "a list or mapping stands where a name should",
          "Write a name, and a colon after it");
    }
    refuseDepth(open.size() + 1);
    count(1);
    open.push(new Open(last, mapping, anchor(start), values));
  }

  private void end() throws YamlException {
    Open done = open.pop();
    YamlNode node =
        done.mapping
            ? new YamlMapping(done.entries, done.position)
            : new YamlSequence(done.items, done.position);
    finished(new Built(node, values - done.valuesBefore + 1, done.deepest + 1), done.anchor);
  }

  private void finished(Built built, @Nullable String anchor) throws YamlException {
    if (anchor != null) {
      anchors.put(anchor, built);
    }
    Open parent = open.peek();
    if (parent == null) {
      root = built.node();
      return;
    }
    parent.deepest = Math.max(parent.deepest, built.depth());
    if (!parent.mapping) {
      parent.items.add(built.node());
    } else if (parent.key != null) {
      parent.entries.add(new YamlMapping.Entry(parent.key, built.node()));
      parent.key = null;
    } else if (built.node() instanceof YamlScalar key) {
      parent.key = new YamlScalar(key.text(), key.plain(), last);
      if (!parent.names.add(key.text())) {
        throw new YamlException(
            last, "the name " + key.text() + " is there twice", "Remove one of the two");
      }
    } else {
      throw new YamlException(
          last, "an alias of a list stands where a name should", "Write a name");
    }
  }

  private void refuseTag(Optional<String> tag) throws YamlException {
    if (tag.isPresent()) {
      throw new YamlException(
          last, "the tag " + tag.get() + " means nothing here", "Remove the word with the !");
    }
  }

  private void refuseDepth(int depth) throws YamlException {
    if (depth > DEEPEST) {
      throw new YamlException(
          last, "it is nested deeper than " + DEEPEST + " levels", "Check the brackets");
    }
  }

  private void count(int more) throws YamlException {
    values += more;
    if (values > MOST_VALUES) {
      throw new YamlException(
          last, "it has more than " + MOST_VALUES + " values", "Check that it is the right file");
    }
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  private YamlPosition position(Mark mark) {
    return new YamlPosition(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
