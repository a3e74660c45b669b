package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedPolicy;

/** A policy of Data Lifecycle Manager. Guarded by its account. */
final class LifecyclePolicy {
  final String id;

  /** An object of JSON, as it came. */
  String tags;

  String description = "";
  String role = "";
  String state = "ENABLED";
  String message = "";

  /** An object of JSON, as it came. */
  String details = "{}";

  LifecyclePolicy(String id, String tags) {
    this.id = id;
    this.tags = tags;
  }

  EmulatedPolicy seen(String region) {
    return new EmulatedPolicy(region, id, description, role, state, details, tags);
  }
}
