package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one region holds. Guarded by its account. */
final class Region {
  final String name;
  final Map<String, Volume> volumes = new LinkedHashMap<>();
  final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
  final Map<String, EmulatedInstance> instances = new LinkedHashMap<>();
  final Map<String, EmulatedImage> images = new LinkedHashMap<>();

  /** Deleted while pending: they go on counting until they would have completed. */
  final List<Snapshot> deletedWhilePending = new ArrayList<>();

  /** Parameters and volume of each client token. */
  final Map<String, Map.Entry<Map<String, String>, String>> clientTokens = new HashMap<>();

  final Set<String> keys = new HashSet<>();
  final String awsKey;
  String optIn;
  boolean encryptsByDefault;
  @Nullable String defaultKey;

  Region(String name, String accountId, String optIn) {
    this.name = name;
    this.optIn = optIn;
    this.awsKey =
        "arn:aws:kms:" + name + ":" + accountId + ":key/00000000-0000-0000-0000-00000000a3eb";
    keys.add(awsKey);
    keys.add("alias/aws/ebs");
  }

  boolean isUsable() {
    return !optIn.equals("not-opted-in");
  }

  /** The key of what is encrypted without saying by which. */
  String keyByDefault() {
    return defaultKey == null ? awsKey : defaultKey;
  }

  /** The instance that has a volume attached. */
  Optional<EmulatedInstance> instanceOf(String volumeId) {
    return instances.values().stream()
        .filter(instance -> instance.volumes().containsValue(volumeId))
        .findFirst();
  }

  Optional<EmulatedImage> imageOf(String snapshotId) {
    return images.values().stream()
        .filter(image -> image.snapshotIds().contains(snapshotId))
        .findFirst();
  }
}
