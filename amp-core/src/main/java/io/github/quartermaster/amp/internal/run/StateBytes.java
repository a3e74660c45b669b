package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarEdit.Source.RecordOf;
import io.github.quartermaster.amp.model.WarEdit.Source.StateOf;

/** The content of the files by which an installer keeps the state of a module. */
final class StateBytes {
  private StateBytes() {}

  /**
   * The bytes to be written.
   *
   * @throws IllegalArgumentException if it is another kind of source
   */
  static byte[] of(Source source) {
    if (source instanceof StateOf state) {
      return ModulePropertiesFormat.format(state.module(), state.installDate());
    }
    if (source instanceof RecordOf installed) {
      return ModificationsFormat.format(installed.modifications());
    }
    throw new IllegalArgumentException(source + " is no state of a module");
  }
}
