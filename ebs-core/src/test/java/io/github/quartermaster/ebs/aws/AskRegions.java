package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Region;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks for the regions of the account in a JVM of its own, whose settings are a test's. */
final class AskRegions {
  /** Set to true, a policy is to be changed instead, which is a request of another method. */
  static final String OF_POLICY = "test.policy";

  private static final LifecyclePolicy POLICY =
      new LifecyclePolicy(
          LifecyclePolicy.NO_COPIES,
          "arn:aws:iam::111122223333:role/scheduler",
          new LifecycleSchedule.Every(24, LocalTime.MIDNIGHT),
          7,
          List.of());

  private static final String HOSTS = "jdk.net.hosts.file";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> arguments = new ArrayList<>();

  AskRegions() {
    set("aws.region", "us-east-1");
    // no more network than other tests have
    set(HOSTS, System.getProperty(HOSTS, ""));
    set("aws.disableEc2Metadata", "true");
    set("aws.configFile", "target/no-such-config");
    set("aws.sharedCredentialsFile", "target/no-such-credentials");
  }

  /** Prints the answer. */
  public static void main(String[] arguments) {
    AwsAccess access =
        arguments.length == 0 ? AwsAccess.DEFAULT : new AwsAccess(arguments[0], null);
    try (Ec2BlockStorage storage = Ec2BlockStorage.connect(access)) {
      System.out.println(
          Boolean.getBoolean(OF_POLICY)
              ? storage.policies().update(new Region("us-east-1"), new PolicyId("policy-0"), POLICY)
              : storage.regions());
    }
  }

  /** With a system property. */
  AskRegions set(String property, String value) {
    properties.put(property, value);
    return this;
  }

  /** With the keys of somebody. */
  AskRegions withKeys() {
    return set("aws.accessKeyId", "AKIDEXAMPLE").set("aws.secretAccessKey", "wJalrXUtnFEMI");
  }

  /** With an environment variable. */
  AskRegions export(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** As that profile. */
  AskRegions as(String profile) {
    arguments.add(profile);
    return this;
  }

  /** The answer, as text. */
  String answer() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
    properties.forEach(
        (name, value) -> {
          if (!value.isEmpty() || !name.equals(HOSTS)) {
            command.add("-D" + name + "=" + value);
          }
        });
    command.add(AskRegions.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("(?i)AWS_.*|.*_PROXY"));
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return said.strip();
  }
}
