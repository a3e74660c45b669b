package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.model.Mode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a mode as it is typed: {@code dry-run}. */
final class ModeWord implements ITypeConverter<Mode> {
  @Override
  public Mode convert(String text) {
    for (Mode mode : Mode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equalsIgnoreCase(text)) {
        return mode;
      }
    }
    throw new TypeConversionException("expected observe, dry-run or act, but was '" + text + "'");
  }
}
