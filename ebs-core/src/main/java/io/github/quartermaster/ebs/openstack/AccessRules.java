package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.PlannedCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The least that an application credential must be allowed, as {@code openstack application
 * credential create --access-rules} reads it. A role of the project is needed all the same; rules
 * only take from what it may.
 */
public final class AccessRules {
  private static final List<Rule> READING =
      List.of(
          new Rule("GET", "limits"),
          new Rule("GET", "volumes/**"),
          new Rule("GET", "snapshots/**"),
          new Rule("GET", "backups"),
          new Rule("GET", "backups/**"));

  private static final List<Rule> REMOVING =
      List.of(new Rule("DELETE", "snapshots/*"), new Rule("DELETE", "backups/*"));

  private AccessRules() {}

  private record Rule(String method, String path) {
    /** For an address with the project behind the version, and for one without. */
    List<String> lines() {
      return List.of(line("/v3/" + path), line("/v3/*/" + path));
    }

    private String line(String whole) {
      return "  {\"service\": \"block-storage\", \"method\": \""
          + method
          + "\", \"path\": \""
          + whole
          + "\"}";
    }
  }

  /** What a plan needs, with looking, waiting and taking it up again. */
  public static String forBackup(BackupPlan plan) {
    List<Rule> rules = new ArrayList<>(READING);
    rules.add(new Rule("POST", "snapshots"));
    List<PlannedCopy> copies =
        plan.volumes().stream().flatMap(volume -> volume.copies().stream()).toList();
    if (!copies.isEmpty()) {
      rules.add(new Rule("POST", "backups"));
    }
    if (copies.stream().anyMatch(AccessRules::isRecord)) {
      rules.add(new Rule("POST", "backups/import_record"));
    }
    // of two that were made for one, the run removes one
    rules.addAll(REMOVING);
    return text(rules);
  }

  /** What listing and verifying need. */
  public static String forReading() {
    return text(READING);
  }

  /** What retention needs. */
  public static String forRemoval() {
    List<Rule> rules = new ArrayList<>(READING);
    rules.addAll(REMOVING);
    return text(rules);
  }

  /**
   * What restoring needs.
   *
   * @param removed whether the volumes are removed again, as after a drill
   */
  public static String forVolumes(boolean removed) {
    List<Rule> rules = new ArrayList<>(READING);
    rules.add(new Rule("POST", "volumes"));
    if (removed) {
      rules.add(new Rule("DELETE", "volumes/*"));
    }
    return text(rules);
  }

  private static boolean isRecord(PlannedCopy copy) {
    return !Place.of(copy.region()).region().equals(copy.from());
  }

  private static String text(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.lines().stream())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
