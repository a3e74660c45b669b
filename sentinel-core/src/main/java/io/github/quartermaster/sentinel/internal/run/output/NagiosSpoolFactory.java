package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes outputs that leave passive results in the spool of a Nagios on the same machine. */
final class NagiosSpoolFactory implements ResultOutputFactory {
  private static final String FOLDER = "folder";

  @Override
  public String type() {
    return "nagios-spool";
  }

  @Override
  public String description() {
    return "Leaves the verdict as a passive result in the spool of a Nagios on this machine: whole or"
        + " not at all, also while Nagios is down";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(NagiosService.parameters());
    parameters.add(
        Parameter.optional(
                FOLDER,
                Parameter.Type.PATH,
                "The `check_result_path` of Nagios, in which this user may write")
            .defaultsTo("/var/lib/nagios4/spool/checkresults"));
    return List.copyOf(parameters);
  }

  @Override
  public ResultOutput create(Settings settings) {
    return new NagiosSpool(
        Settings.required(FOLDER, settings.path(FOLDER)), NagiosService.of(settings));
  }
}
