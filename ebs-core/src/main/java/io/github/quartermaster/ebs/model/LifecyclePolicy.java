package io.github.quartermaster.ebs.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud's scheduler is to do with the volumes that carry {@link OurTags#HANDOVER} with the
 * value of the policy's group.
 *
 * @param group names the policy: where its copies go, or {@link #NO_COPIES}
 * @param role whom the scheduler acts as, by the cloud's full name
 * @param keep how many snapshots of each volume stay
 * @param copies by region
 */
public record LifecyclePolicy(
    String group, String role, LifecycleSchedule schedule, int keep, List<Copy> copies) {
  /** The group of volumes that are not copied. */
  public static final String NO_COPIES = "no copies";

  /** Copies the list. */
  public LifecyclePolicy {
    copies = List.copyOf(copies);
  }

  /** The group of volumes that are copied there. */
  public static String group(List<Region> destinations) {
    return destinations.isEmpty()
        ? NO_COPIES
        : destinations.stream().sorted().map(Region::name).collect(Collectors.joining(" "));
  }

  /** What it says, by the names of its settings: for people, and to be compared with another. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("state", "enabled");
    settings.put("role", role);
    settings.put("schedule", schedule.text());
    settings.put("keep", keep + " of each volume");
    copies.forEach(copy -> settings.put("copy to " + copy.region, copy.text()));
    return settings;
  }

  /**
   * A copy of each snapshot.
   *
   * @param encrypted asks for encryption; copies of what is encrypted always are
   * @param key the full name of the key in that region, or null for the region's own; read it by
   *     {@link #kmsKeyId()}
   * @param keepDays how long it stays; the cloud counts no copies
   */
  public record Copy(Region region, boolean encrypted, @Nullable String key, int keepDays) {
    /** The full name of the key. */
    public Optional<String> kmsKeyId() {
      return Optional.ofNullable(key);
    }

    private String text() {
      return "kept "
          + keepDays
          + " days"
          + (encrypted ? ", encrypted" : "")
          + kmsKeyId().map(name -> " with " + name).orElse("");
    }
  }
}
