package io.github.quartermaster.sentinel.program;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest names. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = SentinelProgram.class.getPackage().getImplementationVersion();
    return new String[] {"sentinel " + (version == null ? "(not packaged)" : version)};
  }
}
