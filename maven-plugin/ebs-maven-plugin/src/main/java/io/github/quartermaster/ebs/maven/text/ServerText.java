package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.SwapStep;
import java.util.List;

/** The steps that put new volumes in the place of old ones, as commands of OpenStack. */
public final class ServerText {
  private ServerText() {}

  /** The commands, in order. */
  public static List<String> commands(List<SwapStep> steps) {
    return steps.stream().map(ServerText::command).toList();
  }

  private static String command(SwapStep step) {
    String server = "openstack --os-region-name " + step.region() + " server ";
    // no pattern switch in Java 17
    if (step instanceof SwapStep.Stop stop) {
      return server + "stop " + stop.instance();
    }
    if (step instanceof SwapStep.Detach detach) {
      return server + "remove volume " + detach.instance() + " " + detach.volume();
    }
    if (step instanceof SwapStep.Attach attach) {
      return server
          + "add volume --device "
          + attach.device()
          + " "
          + attach.instance().map(InstanceId::value).orElse("INSTANCE")
          + " "
          + attach.volume();
    }
    return server + "start " + ((SwapStep.Start) step).instance();
  }
}
