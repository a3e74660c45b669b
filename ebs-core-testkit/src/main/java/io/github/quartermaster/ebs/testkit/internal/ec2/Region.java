package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one region holds. Guarded by its account. */
final class Region {
  final String name;
  final Map<String, Volume> volumes = new LinkedHashMap<>();
  final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
  final Map<String, EmulatedInstance> instances = new LinkedHashMap<>();
  final Map<String, EmulatedImage> images = new LinkedHashMap<>();

  /** Of Data Lifecycle Manager, by their ids. */
  final Map<String, LifecyclePolicy> policies = new LinkedHashMap<>();

  /** Deleted while pending: they go on counting until they would have completed. */
  final List<Snapshot> deletedWhilePending = new ArrayList<>();

  /** Parameters and volume of each client token. */
  final Map<String, Map.Entry<Map<String, String>, String>> clientTokens = new HashMap<>();

  /** By their ARNs. */
  final Map<String, EmulatedKey> keys = new LinkedHashMap<>();

  final String awsKey;
  String optIn;
  boolean encryptsByDefault;
  @Nullable String defaultKey;

  Region(String name, String accountId, String optIn) {
    this.name = name;
    this.optIn = optIn;
    this.awsKey =
        "arn:aws:kms:" + name + ":" + accountId + ":key/00000000-0000-0000-0000-00000000a3eb";
    add(EmulatedKey.of(name, awsKey).withAlias("alias/aws/ebs"));
  }

  boolean isUsable() {
    return !optIn.equals("not-opted-in");
  }

  void add(EmulatedKey key) {
    keys.put(key.arn(), key);
  }

  /** A key by any of its names. */
  Optional<EmulatedKey> key(String called) {
    return keys.values().stream().filter(key -> key.isCalled(called)).findFirst();
  }

  /** Lets volumes be encrypted with a key that was not there before. */
  void allow(String key) {
    if (key(key).isEmpty()) {
      add(
          key.startsWith("alias/")
              ? EmulatedKey.of(name, awsKey.replaceFirst("key/.*", "key/of-" + key.substring(6)))
                  .withAlias(key)
              : EmulatedKey.of(name, key));
    }
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
