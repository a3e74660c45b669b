package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Cinder, OpenStack's block storage. A snapshot is Cinder's, beside its volume; a copy into {@code
 * <region>-backup} is Cinder's backup of that snapshot, in the store that outlives the volume; a
 * copy into the store of another region is the backup's record there.
 *
 * <p>Each method changes something by one request at most, and reads what it needs for that before.
 */
public final class CinderBlockStorage implements BlockStorage {
  /** Cinder waits up to a minute for its other parts before it answers. */
  private static final Duration ATTEMPT = Duration.ofSeconds(75);

  private final CinderCalls calls;
  private final CinderReads reads;
  private final CinderCreations creations;
  private final CinderChecks checks;
  private final CinderRemovals removals;
  private final CinderVolumes volumes;

  CinderBlockStorage(CinderCalls calls) {
    this.calls = calls;
    reads = new CinderReads(calls);
    creations = new CinderCreations(calls, reads);
    checks = new CinderChecks(calls);
    removals = new CinderRemovals(calls, reads);
    volumes = new CinderVolumes(calls, reads);
  }

  /**
   * Gets ready to ask; what is wrong with the credentials shows in the first answer.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if nothing says how to reach a cloud, or
   *     what says it cannot be understood
   */
  public static CinderBlockStorage connect(OpenStackAccess access) {
    return connect(access, Surroundings.ofThisProcess(), ATTEMPT);
  }

  static CinderBlockStorage connect(
      OpenStackAccess access, Surroundings surroundings, Duration attempt) {
    Settings settings = SettingsReader.read(access, surroundings);
    SSLContext trust = settings.authoritiesFile().map(file -> trust(settings, file)).orElse(null);
    Transport transport = new Transport(trust, attempt);
    return new CinderBlockStorage(new CinderCalls(new Keystone(settings, transport), transport));
  }

  /**
   * The region that is configured for a cloud.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if none is, or it is no region's name
   */
  public static Region defaultRegion(OpenStackAccess access) {
    return defaultRegion(access, Surroundings.ofThisProcess());
  }

  static Region defaultRegion(OpenStackAccess access, Surroundings surroundings) {
    Settings settings = SettingsReader.read(access, surroundings);
    return settings
        .regionName()
        .filter(Region::isWellFormed)
        .map(Region::new)
        .orElseThrow(
            () ->
                SettingsException.of(
                    settings.source(),
                    settings.source() + " names no region that can be written here",
                    "Name the region of the volumes"));
  }

  /** The address that the settings name, which is asked first. */
  public static String address(OpenStackAccess access) {
    return SettingsReader.read(access, Surroundings.ofThisProcess()).identity().toString();
  }

  private static SSLContext trust(Settings settings, Path file) {
    try {
      return TrustedAuthority.of(file);
    } catch (IOException | GeneralSecurityException e) {
      throw SettingsException.of(
          file.toString(),
          "the certificates of "
              + file
              + ", which "
              + settings.source()
              + " names, are of no use: "
              + ServerWords.of(e.getMessage()),
          "Name a file of certificates in PEM form by cacert or OS_CACERT",
          e);
    }
  }

  @Override
  public StorageTraits traits() {
    return CinderTraits.TRAITS;
  }

  /** The regions of the catalog, and the backup store of each. */
  @Override
  public Region volumesOf(Region snapshots) {
    return Place.of(snapshots).region();
  }

  @Override
  public Answer<Set<Region>> regions() {
    return calls
        .catalog()
        .map(
            catalog -> {
              Set<Region> all = new TreeSet<>();
              catalog.regions().stream()
                  .filter(Place::isUnmistakable)
                  .forEach(
                      region -> {
                        all.add(region);
                        Place.storeOf(region).ifPresent(all::add);
                      });
              return all;
            });
  }

  @Override
  public Answer<Page<Volume>> volumes(Region region, VolumeFilter filter, @Nullable String next) {
    return reads.volumes(region, filter, next);
  }

  /** Cinder knows none; servers are Nova's, and their volumes cannot be snapshotted together. */
  @Override
  public Answer<List<Instance>> instances(Region region, Collection<InstanceId> ids) {
    return new Refused<>(Refused.Reason.UNSUPPORTED, "Cinder knows nothing of instances");
  }

  @Override
  public Answer<Page<Snapshot>> snapshots(
      Region region, SnapshotFilter filter, @Nullable String next) {
    return reads.snapshots(region, filter, next);
  }

  @Override
  public Answer<List<CreatedSnapshot>> create(Creation creation) {
    return creations.create(creation);
  }

  @Override
  public Answer<Creation> rehearse(Creation creation) {
    return checks.rehearse(creation);
  }

  @Override
  public Answer<SnapshotId> tag(Region region, SnapshotId snapshot, Map<String, String> tags) {
    return removals.tag(region, snapshot, tags);
  }

  /** Done once Cinder has accepted it; the data goes soon after. */
  @Override
  public Answer<SnapshotId> delete(Region region, SnapshotId snapshot) {
    return removals.delete(region, snapshot);
  }

  @Override
  public Answer<Volume> createVolume(VolumeCreation creation) {
    return volumes.create(creation);
  }

  @Override
  public Answer<VolumeId> deleteVolume(Region region, VolumeId volume) {
    return volumes.delete(region, volume);
  }

  /** Cinder has no locks, and its images are copies of their own. */
  @Override
  public Answer<Page<SnapshotUse>> uses(
      Region region, SnapshotUse.Kind kind, @Nullable SnapshotId only, @Nullable String next) {
    return kind == SnapshotUse.Kind.INCREMENT
        ? reads.increments(region, only, next)
        : new Done<>(Page.last(List.of()));
  }

  @Override
  public Answer<Boolean> encryptsByDefault(Region region) {
    return new Done<>(false);
  }

  @Override
  public Answer<EncryptionKey> key(Region region, String name) {
    return new Refused<>(
        Refused.Reason.UNSUPPORTED,
        "Cinder encrypts a backup exactly where its volume is encrypted");
  }

  /** The HTTP client of this Java lets go of its connections by itself. */
  @Override
  public void close() {
    // nothing is held
  }
}
