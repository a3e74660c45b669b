package io.github.quartermaster.ebs.testkit.model;

/**
 * A policy of Data Lifecycle Manager in the emulated account. The emulator keeps it, and makes no
 * snapshots by it.
 *
 * @param role ARN of the role that it runs as
 * @param state {@code ENABLED}, {@code DISABLED} or {@code ERROR}
 * @param details what it is to do, as JSON
 * @param tags an object of JSON
 */
public record EmulatedPolicy(
    String region,
    String id,
    String description,
    String role,
    String state,
    String details,
    String tags) {}
