package io.github.quartermaster.ebs.testkit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A running instance of the emulated account.
 *
 * @param id such as {@code i-0123456789abcdef0}
 * @param rootDevice the device of its root volume, such as {@code /dev/xvda}
 * @param volumes ids of its volumes by device, the root's among them; not to be changed
 * @param tags not to be changed
 */
public record EmulatedInstance(
    String region,
    String id,
    String rootDevice,
    Map<String, String> volumes,
    Map<String, String> tags) {

  /** Copies the maps. */
  public EmulatedInstance {
    volumes = Collections.unmodifiableMap(new LinkedHashMap<>(volumes));
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** An instance with a root volume, at {@code /dev/xvda}. */
  public static EmulatedInstance of(String region, String id, String rootVolume) {
    return new EmulatedInstance(region, id, "/dev/xvda", Map.of("/dev/xvda", rootVolume), Map.of());
  }

  /** With one more volume attached. */
  public EmulatedInstance withVolume(String device, String volumeId) {
    Map<String, String> more = new LinkedHashMap<>(volumes);
    more.put(device, volumeId);
    return new EmulatedInstance(region, id, rootDevice, more, tags);
  }

  /** With one more tag. */
  public EmulatedInstance withTag(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(tags);
    more.put(name, value);
    return new EmulatedInstance(region, id, rootDevice, volumes, more);
  }
}
