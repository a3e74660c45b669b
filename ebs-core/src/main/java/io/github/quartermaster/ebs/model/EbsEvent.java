package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened during a call, told while it happens. Where a backup is planned, {@link
 * Planned} comes first; all events of a call come one at a time, on the caller's thread.
 */
public sealed interface EbsEvent {

  /** The plan is made. */
  record Planned(BackupPlan plan) implements EbsEvent {}

  /** What an earlier call of this run made was found, and is taken. */
  record Adopted(Token token, Snapshot snapshot) implements EbsEvent {}

  /** A snapshot or copy was begun. */
  record Begun(Token token, Region region, SnapshotId snapshot) implements EbsEvent {}

  /** A snapshot or copy is whole. */
  record Completed(Token token, Snapshot snapshot) implements EbsEvent {}

  /** A snapshot or copy is not to be had. */
  record Failed(Token token, Problem problem) implements EbsEvent {}

  /** An answer was lost or made no sense; it is being looked whether the call worked. */
  record InDoubt(Token token, String why) implements EbsEvent {}

  /** The cloud asks for patience with calls of a kind. */
  record Delayed(Region region, Call call, Duration delay, String why) implements EbsEvent {}

  /** A second snapshot of the same token was removed. */
  record DuplicateRemoved(Token token, Region region, SnapshotId snapshot) implements EbsEvent {}

  /** Retention removed a snapshot. */
  record Removed(Snapshot snapshot) implements EbsEvent {}

  /** What is to be verified is known, and what that may cost. */
  record VerificationPlanned(VerificationPlan plan) implements EbsEvent {}

  /** A volume's snapshot and its copies are verified. */
  record Verified(VerifiedBackup backup) implements EbsEvent {}

  /** A step of a handover is done, or is not to be done. */
  record HandedOver(HandoverOutcome outcome) implements EbsEvent {}

  /** A volume is being made from a snapshot, or was found to have been before. */
  record VolumeBegun(VolumeId source, Volume volume, SnapshotId from) implements EbsEvent {}

  /** A volume that was made can be used. */
  record VolumeReady(VolumeId source, Volume volume) implements EbsEvent {}

  /** A volume is not to be had. */
  record VolumeFailed(VolumeId source, Problem problem) implements EbsEvent {}

  /** An answer was lost or made no sense; the call is made again, and can make no second volume. */
  record VolumeInDoubt(VolumeId source, String why) implements EbsEvent {}

  /** A drill's volume was removed. */
  record VolumeRemoved(Region region, VolumeId volume) implements EbsEvent {}

  /**
   * How far everything is.
   *
   * @param done snapshots and copies that are whole or have failed
   * @param total snapshots and copies in all
   * @param percent of the data, from 0 to 100
   * @param remaining the expected time, or null where nothing tells; read it by {@link #left()}
   */
  record Progress(int done, int total, int percent, @Nullable Duration remaining)
      implements EbsEvent {
    /** The expected time. */
    public Optional<Duration> left() {
      return Optional.ofNullable(remaining);
    }
  }
}
