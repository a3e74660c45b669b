package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Status;
import java.util.Locale;

/**
 * How pages show a state: by colour, by shape and by a word, since not everybody sees colours.
 *
 * @param style the class of the style sheet and of the shape
 * @param word for people
 */
record Mark(String style, String word) {
  static Mark of(Status status) {
    return new Mark(status.name().toLowerCase(Locale.ROOT), status.name());
  }

  static Mark of(ComponentHealth component) {
    return component.checked() ? of(component.status()) : new Mark("skipped", "not checked");
  }
}
