package io.github.quartermaster.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command that is another one by another name. */
final class Delegated {
  private Delegated() {}

  /** Runs that one with the streams of this one. */
  static int to(CommandSpec spec, List<String> arguments) {
    CommandLine from = spec.commandLine();
    return Quartermaster.run(from.getOut(), from.getErr(), arguments.toArray(String[]::new));
  }
}
