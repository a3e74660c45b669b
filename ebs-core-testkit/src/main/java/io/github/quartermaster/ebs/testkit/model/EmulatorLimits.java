package io.github.quartermaster.ebs.testkit.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What EC2 refuses to do more of. {@link #AWS} is what AWS documents, {@link #NONE} refuses
 * nothing; the {@code with} methods change one limit.
 *
 * @param pendingPerVolume snapshots of one volume that may be pending
 * @param pendingPerColdVolume the same for volumes of type {@code st1} and {@code sc1}
 * @param betweenSnapshotsOfVolume virtual time that must pass between two snapshots of one volume
 * @param copiesPerDestination copies to one region that may be pending
 * @param tagsPerResource tags on one resource
 * @param filterValues values in all filters of one request
 * @param volumeGiBPerRegion the size of all volumes of a region together
 * @param rates buckets by action; {@code *} is for actions that change something and are not named,
 *     {@code Describe*} for those that only look, {@code Describe*unfiltered} for {@code
 *     DescribeSnapshots} and {@code DescribeVolumes} without filter, ids and pages. An action
 *     without a bucket is not limited. Each region has its own buckets, each action its own tokens
 */
public record EmulatorLimits(
    int pendingPerVolume,
    int pendingPerColdVolume,
    Duration betweenSnapshotsOfVolume,
    int copiesPerDestination,
    int tagsPerResource,
    int filterValues,
    int volumeGiBPerRegion,
    Map<String, RequestRate> rates) {

  /** As AWS documents them. */
  public static final EmulatorLimits AWS =
      new EmulatorLimits(
          5,
          1,
          Duration.ofSeconds(15),
          20,
          50,
          200,
          50 * 1024,
          Map.of(
              "CreateSnapshot", new RequestRate(100, 5),
              "CreateSnapshots", new RequestRate(100, 5),
              "DeleteSnapshot", new RequestRate(100, 5),
              "CreateVolume", new RequestRate(100, 5),
              "DeleteVolume", new RequestRate(100, 5),
              "CreateTags", new RequestRate(100, 10),
              "DeleteTags", new RequestRate(100, 10),
              "*", new RequestRate(50, 5),
              "Describe*", new RequestRate(100, 20),
              "Describe*unfiltered", new RequestRate(50, 10)));

  /** No limits. */
  public static final EmulatorLimits NONE =
      new EmulatorLimits(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Duration.ZERO,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Map.of());

  /** Copies the rates. */
  public EmulatorLimits {
    rates = Map.copyOf(rates);
  }

  /** With other numbers of snapshots of one volume that may be pending. */
  public EmulatorLimits withPendingPerVolume(int value, int ofColdVolume) {
    return new EmulatorLimits(
        value,
        ofColdVolume,
        betweenSnapshotsOfVolume,
        copiesPerDestination,
        tagsPerResource,
        filterValues,
        volumeGiBPerRegion,
        rates);
  }

  /** With another time between two snapshots of one volume; zero switches the rule off. */
  public EmulatorLimits withBetweenSnapshotsOfVolume(Duration value) {
    return new EmulatorLimits(
        pendingPerVolume,
        pendingPerColdVolume,
        value,
        copiesPerDestination,
        tagsPerResource,
        filterValues,
        volumeGiBPerRegion,
        rates);
  }

  /** With another number of copies to one region that may be pending. */
  public EmulatorLimits withCopiesPerDestination(int value) {
    return new EmulatorLimits(
        pendingPerVolume,
        pendingPerColdVolume,
        betweenSnapshotsOfVolume,
        value,
        tagsPerResource,
        filterValues,
        volumeGiBPerRegion,
        rates);
  }

  /** With another number of tags on one resource. */
  public EmulatorLimits withTagsPerResource(int value) {
    return new EmulatorLimits(
        pendingPerVolume,
        pendingPerColdVolume,
        betweenSnapshotsOfVolume,
        copiesPerDestination,
        value,
        filterValues,
        volumeGiBPerRegion,
        rates);
  }

  /** With another number of values in all filters of one request. */
  public EmulatorLimits withFilterValues(int value) {
    return new EmulatorLimits(
        pendingPerVolume,
        pendingPerColdVolume,
        betweenSnapshotsOfVolume,
        copiesPerDestination,
        tagsPerResource,
        value,
        volumeGiBPerRegion,
        rates);
  }

  /** With another size of all volumes of a region together. */
  public EmulatorLimits withVolumeGiBPerRegion(int value) {
    return new EmulatorLimits(
        pendingPerVolume,
        pendingPerColdVolume,
        betweenSnapshotsOfVolume,
        copiesPerDestination,
        tagsPerResource,
        filterValues,
        value,
        rates);
  }

  /** With these buckets and no others. */
  public EmulatorLimits withRates(Map<String, RequestRate> value) {
    return new EmulatorLimits(
        pendingPerVolume,
        pendingPerColdVolume,
        betweenSnapshotsOfVolume,
        copiesPerDestination,
        tagsPerResource,
        filterValues,
        volumeGiBPerRegion,
        value);
  }

  /** With another bucket for one action. */
  public EmulatorLimits withRate(String action, RequestRate value) {
    Map<String, RequestRate> changed = new LinkedHashMap<>(rates);
    changed.put(action, value);
    return withRates(changed);
  }
}
