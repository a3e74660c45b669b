package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.nio.file.Path;
import java.util.List;

/** Makes actions that restart services. */
final class ServiceRestartFactory implements ActionFactory {
  private static final String UNIT = "unit";
  private static final String TOMCAT = "tomcat";
  private static final String BASE = "base";
  private static final String PID_FILE = "pid-file";

  private final ServiceHost host;

  ServiceRestartFactory(ServiceHost host) {
    this.host = host;
  }

  @Override
  public String type() {
    return "service.restart";
  }

  @Override
  public String description() {
    return "Restarts a service by systemctl, by service or its start script, or a Tomcat by its own"
        + " scripts; which of them is found out";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            UNIT, Parameter.Type.TEXT, "the name of the service, such as nginx; or else tomcat"),
        Parameter.optional(
            TOMCAT, Parameter.Type.PATH, "the folder of a Tomcat, in which bin/catalina.sh is"),
        Parameter.optional(
            BASE, Parameter.Type.PATH, "its folder of conf and logs, where that is another one"),
        Parameter.optional(
            PID_FILE,
            Parameter.Type.PATH,
            "the file with the id of its process; Tomcat is started so that it writes it"));
  }

  @Override
  public boolean isReversible() {
    return true;
  }

  @Override
  public Action create(Settings settings) {
    if (settings.has(UNIT) == settings.has(TOMCAT)) {
      throw new IllegalArgumentException("expected either unit or tomcat");
    }
    return settings.has(UNIT) ? unit(settings) : tomcat(settings);
  }

  private Action unit(Settings settings) {
    if (settings.has(BASE) || settings.has(PID_FILE)) {
      throw new IllegalArgumentException("base and pid-file are for tomcat, not for unit");
    }
    ServiceName service = ServiceName.of(settings.text(UNIT).orElse(""));
    return new ServiceRestart(service.name(), () -> host.control(service));
  }

  private Action tomcat(Settings settings) {
    Path home = Settings.required(TOMCAT, settings.path(TOMCAT));
    Path base = settings.path(BASE).orElse(home);
    Path pidFile =
        settings
            .path(PID_FILE)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "pid-file is missing, by which it is known which process is the Tomcat"));
    return new ServiceRestart("the Tomcat of " + base, () -> host.tomcat(home, base, pidFile));
  }
}
