package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.maven.Wording;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line above a table of a WAR's modules: where it lies and which product it is. */
final class WarHeadline {
  private WarHeadline() {}

  static String of(WarInventory war, PathNames paths) {
    String product =
        Stream.of(
                Optional.of(war.product().title()),
                war.product().edition().filter(edition -> !war.product().title().contains(edition)),
                war.product().version().map(Object::toString))
            .flatMap(Optional::stream)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String size = war.exploded() ? "exploded" : Wording.bytes(war.stamp().size());
    return Wording.printable(
        Stream.of(war.tier().toString(), product, size)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ", paths.shown(war.path()) + ": ", "")));
  }
}
