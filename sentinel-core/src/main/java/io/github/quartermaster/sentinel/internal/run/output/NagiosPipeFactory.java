package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes outputs that write passive results into the command pipe of a Nagios. */
final class NagiosPipeFactory implements ResultOutputFactory {
  private static final String FILE = "file";

  @Override
  public String type() {
    return "nagios-pipe";
  }

  @Override
  public String description() {
    return "Writes the verdict as a passive result into the command pipe of a Nagios or Icinga on"
        + " this machine, where its spool is out of reach; 4 kB of it at most";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(NagiosService.parameters());
    parameters.add(
        Parameter.optional(
                FILE, Parameter.Type.PATH, "The `command_file`, into which this user may write")
            .defaultsTo("/var/lib/nagios4/rw/nagios.cmd"));
    return List.copyOf(parameters);
  }

  @Override
  public ResultOutput create(Settings settings) {
    return new NagiosPipe(Settings.required(FILE, settings.path(FILE)), NagiosService.of(settings));
  }
}
