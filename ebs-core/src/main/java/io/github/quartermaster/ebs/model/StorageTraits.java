package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What planning and running need to know of a cloud in general, as data.
 *
 * @param cloud its name, for people
 * @param rates what a region bears of each kind of call; all kinds are there
 * @param copiesAtOnce how many copies into one region may be under way
 * @param betweenSnapshots the time that must pass between two snapshots of one volume
 * @param settling how long a new snapshot may stay invisible to a search by tag
 * @param copies whether snapshots can be copied to other regions
 * @param sets whether the volumes of an instance can be snapshotted at one point in time
 * @param blockMaps whether the blocks of a snapshot can be listed and read
 * @param longestTag the greatest length of a tag's value, in characters
 * @param longestDescription likewise of a description
 * @param quotas what an account may have
 */
public record StorageTraits(
    String cloud,
    Map<Call, Rate> rates,
    int copiesAtOnce,
    Duration betweenSnapshots,
    Duration settling,
    boolean copies,
    boolean sets,
    boolean blockMaps,
    int longestTag,
    int longestDescription,
    Quotas quotas) {
  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if a kind of call has no rate
   */
  public StorageTraits {
    rates = Map.copyOf(new EnumMap<>(rates));
    for (Call call : Call.values()) {
      if (!rates.containsKey(call)) {
        throw new IllegalArgumentException("no rate for " + call);
      }
    }
  }

  /** The rate of a kind of call. */
  public Rate rate(Call call) {
    Rate rate = rates.get(call);
    if (rate == null) {
      throw new IllegalStateException("no rate for " + call);
    }
    return rate;
  }
}
