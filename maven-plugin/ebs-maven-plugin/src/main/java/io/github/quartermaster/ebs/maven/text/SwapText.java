package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.SwapStep;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that put new volumes in the place of old ones, as commands. All that is in them has
 * been checked to hold nothing that a shell could take for more.
 */
public final class SwapText {
  private static final String AWS = "aws ec2 ";
  private static final String REPLACEMENT = "INSTANCE";

  private SwapText() {}

  /**
   * A heading, and the commands.
   *
   * @param commands of the steps, by the cloud's own tool
   */
  public static List<String> lines(List<SwapStep> steps, List<String> commands) {
    List<String> lines = new ArrayList<>();
    lines.add("To put the new volumes in the place of the old ones, which nobody does for you:");
    boolean gone =
        steps.stream()
            .anyMatch(
                step -> step instanceof SwapStep.Attach attach && attach.instance().isEmpty());
    if (gone) {
      lines.add("(instead of " + REPLACEMENT + " the id of the instance that is to have them)");
    }
    commands.forEach(command -> lines.add("  " + command));
    return lines;
  }

  /** The commands of AWS, in order. */
  public static List<String> commands(List<SwapStep> steps) {
    List<String> commands = new ArrayList<>();
    steps.forEach(step -> add(step, commands));
    return commands;
  }

  private static void add(SwapStep step, List<String> commands) {
    String region = " --region " + step.region();
    // no pattern switch in Java 17
    if (step instanceof SwapStep.Stop stop) {
      String instances = region + " --instance-ids " + stop.instance();
      commands.add(AWS + "stop-instances" + instances);
      commands.add(AWS + "wait instance-stopped" + instances);
    } else if (step instanceof SwapStep.Detach detach) {
      commands.add(AWS + "detach-volume" + region + " --volume-id " + detach.volume());
      commands.add(AWS + "wait volume-available" + region + " --volume-ids " + detach.volume());
    } else if (step instanceof SwapStep.Attach attach) {
      commands.add(
          AWS
              + "attach-volume"
              + region
              + " --volume-id "
              + attach.volume()
              + " --instance-id "
              + attach.instance().map(InstanceId::value).orElse(REPLACEMENT)
              + " --device "
              + attach.device());
    } else if (step instanceof SwapStep.Start start) {
      commands.add(AWS + "start-instances" + region + " --instance-ids " + start.instance());
    }
  }
}
