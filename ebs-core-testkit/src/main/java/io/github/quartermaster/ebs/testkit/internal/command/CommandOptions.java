package io.github.quartermaster.ebs.testkit.internal.command;

import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on the command line. */
final class CommandOptions {
  static final String HELP =
      """
      An EC2 for tests: volumes and snapshots, on loopback, in memory.

        --port N                  listen on that port; 4588 unless said
        --region NAME             region of the sample volumes and of the printed properties;
                                  us-east-1 unless said
        --volume REGION/ID=GIB    add a volume; as often as wanted; without any, samples are there
        --instance REGION/ID=VOLUME,...
                                  add an instance with these volumes, the first of them its root
        --completes-after TIME    how long snapshots and copies stay pending: 500ms, 3s, 2m, 1h;
                                  3s unless said
        --speed N                 seconds that pass in it per second; 1 unless said
        --no-limits               refuse nothing for being too much or too often
        --help                    print this

      While it runs, on its port:
        GET  /_emulator/clock     its time
        POST /_emulator/advance?seconds=N
        GET  /_emulator/requests  what came in, an object of JSON on each line
        GET  /_emulator/snapshots all snapshots of all regions, likewise
      """;

  private static final Pattern PLACED = Pattern.compile("([a-z0-9-]+)/([a-z]+-[0-9a-f]+)=(.+)");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

  int port = 4588;
  String region = "us-east-1";
  Duration completesAfter = Duration.ofSeconds(3);
  double speed = 1;
  boolean limited = true;
  boolean help;
  final List<EmulatedVolume> volumes = new ArrayList<>();
  final List<EmulatedInstance> instances = new ArrayList<>();

  private CommandOptions() {}

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it cannot be understood; the message is for the user
   */
  static CommandOptions parse(String... arguments) {
    CommandOptions options = new CommandOptions();
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    while (!left.isEmpty()) {
      options.take(left.remove(), left);
    }
    if (options.volumes.isEmpty()) {
      // those of the example backup-volumes
      options.volumes.add(
          EmulatedVolume.of(options.region, "vol-0a1b2c3d4e5f60001", 8).withTag("Name", "content"));
      options.volumes.add(
          EmulatedVolume.of(options.region, "vol-0a1b2c3d4e5f60002", 8).withTag("Name", "index"));
      options.volumes.add(
          EmulatedVolume.of(options.region, "vol-0a1b2c3d4e5f60003", 8)
              .withTag("Name", "database"));
    }
    return options;
  }

  private void take(String option, Deque<String> left) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--no-limits" -> limited = false;
      case "--port" -> port = port(option, left);
      case "--region" -> region = matched(option, left, "[a-z]{2}-[a-z0-9-]+", "us-east-1");
      case "--speed" ->
          speed = Double.parseDouble(matched(option, left, "[0-9]{1,5}(\\.[0-9]{1,5})?", "60"));
      case "--completes-after" ->
          completesAfter = time(matched(option, left, TIME.pattern(), "3s"));
      case "--volume" -> volumes.add(volume(value(option, left)));
      case "--instance" -> instances.add(instance(value(option, left)));
      default ->
          throw new IllegalArgumentException(
              "There is no option " + option + "; --help lists those there are.");
    }
  }

  private static String value(String option, Deque<String> left) {
    return Optional.ofNullable(left.poll())
        .orElseThrow(() -> new IllegalArgumentException(option + " wants a value; see --help."));
  }

  private static String matched(String option, Deque<String> left, String pattern, String example) {
    String value = value(option, left);
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          option + " cannot be " + value + "; write, for example, " + option + " " + example);
    }
    return value;
  }

  private static int port(String option, Deque<String> left) {
    int port = Integer.parseInt(matched(option, left, "[0-9]{1,5}", "4588"));
    if (port > 65_535) {
      throw new IllegalArgumentException(
          option + " goes up to 65535; write, for example, " + option + " 4588");
    }
    return port;
  }

  private static EmulatedVolume volume(String value) {
    Matcher placed = PLACED.matcher(value);
    if (!placed.matches()
        || !placed.group(2).startsWith("vol-")
        || !placed.group(3).matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "--volume cannot be " + value + "; write, for example, --volume us-east-1/vol-127facd=8");
    }
    return EmulatedVolume.of(placed.group(1), placed.group(2), Integer.parseInt(placed.group(3)));
  }

  private static EmulatedInstance instance(String value) {
    Matcher placed = PLACED.matcher(value);
    if (!placed.matches() || !placed.group(2).startsWith("i-")) {
      throw new IllegalArgumentException(
          "--instance cannot be "
              + value
              + "; write, for example, --instance us-east-1/i-0abc=vol-127facd,vol-1ccc322");
    }
    String[] ids = placed.group(3).split(",", -1);
    EmulatedInstance instance = EmulatedInstance.of(placed.group(1), placed.group(2), ids[0]);
    for (int index = 1; index < ids.length; index++) {
      instance = instance.withVolume("/dev/sd" + (char) ('e' + index), ids[index]);
    }
    return instance;
  }

  private static Duration time(String value) {
    Matcher time = TIME.matcher(value.toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      throw new IllegalArgumentException("no time: " + value);
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
