package io.github.quartermaster.ebs.testkit.internal.command;

import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** Runs the emulator until it is interrupted, and prints a line for each request. */
public final class EmulatorCommand {
  private static final int LONGEST_VALUE = 80;

  private EmulatorCommand() {}

  /** Runs until the process is told to end; exits with 2 where it cannot start. */
  public static void main(String[] arguments) throws InterruptedException {
    CommandOptions options;
    try {
      options = CommandOptions.parse(arguments);
    } catch (IllegalArgumentException mistake) {
      System.err.println(mistake.getMessage());
      System.exit(2);
      return;
    }
    if (options.help) {
      System.out.print(CommandOptions.HELP);
      return;
    }
    try (Ec2Emulator emulator = start(options)) {
      print(emulator, options, System.out);
      Thread.currentThread().join();
    } catch (UncheckedIOException failure) {
      System.err.println(failure.getMessage() + ". Choose another with --port.");
      System.exit(2);
    }
  }

  static Ec2Emulator start(CommandOptions options) {
    Ec2Emulator.Builder builder =
        Ec2Emulator.builder()
            .port(options.port)
            .clock(EmulatorClock.running(options.speed))
            .limits(options.limited ? EmulatorLimits.AWS : EmulatorLimits.NONE)
            .completesAfter(CompletionTime.of(options.completesAfter));
    options.volumes.forEach(builder::volume);
    Ec2Emulator emulator = builder.start();
    options.instances.forEach(emulator.account()::add);
    return emulator;
  }

  /** Prints where it is and how to get there, and from then on each request. */
  static void print(Ec2Emulator emulator, CommandOptions options, PrintStream out) {
    String endpoint = emulator.endpoint().toString();
    emulator.hook(
        (moment, request) -> {
          if (moment == Moment.AFTER_ANSWER) {
            out.println(line(request));
            out.flush();
          }
        });
    out.println(
        "EC2 emulator at "
            + endpoint
            + ", volumes "
            + options.volumes.stream()
                .map(volume -> volume.region() + "/" + volume.id())
                .collect(Collectors.joining(", ")));
    out.println(
        "mvn -Daws.endpointUrlEc2="
            + endpoint
            + " -Daws.endpointUrlSts="
            + endpoint
            + " -Daws.endpointUrlKms="
            + endpoint
            + " -Daws.endpointUrlEbs="
            + endpoint
            + " -Daws.endpointUrlDlm="
            + endpoint
            + " -Daws.accessKeyId=x -Daws.secretAccessKey=y -Daws.region="
            + options.region
            + " -Daws.disableEc2Metadata=true ...");
    out.flush();
  }

  private static String line(EmulatedRequest request) {
    String said =
        request.parameters().entrySet().stream()
            .filter(parameter -> !parameter.getKey().matches("Action|Version|PresignedUrl"))
            .map(parameter -> parameter.getKey() + "=" + printable(parameter.getValue()))
            .collect(Collectors.joining(" "));
    return String.format(
        "#%d %s %s %s -> %s",
        request.number(), printable(request.action()), request.region(), said, request.outcome());
  }

  private static String printable(String value) {
    String text = value.replaceAll("\\p{Cntrl}", "?");
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
  }
}
