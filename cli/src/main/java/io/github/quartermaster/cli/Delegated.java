package io.github.quartermaster.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A command that is another one by another name. */
final class Delegated {
  private Delegated() {}

  /** Runs that one, in the same program. */
  static int to(CommandSpec spec, List<String> arguments) {
    return spec.root().commandLine().execute(arguments.toArray(String[]::new));
  }
}
