package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Region;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks OpenStack, and from where. It holds no secrets: they come from where OpenStack's own
 * programs look, a {@code clouds.yaml} with its {@code secure.yaml}, or variables {@code OS_*}.
 *
 * @param cloud the name of an entry of {@code clouds.yaml}, or null for what {@code OS_CLOUD}, the
 *     other variables or the only entry say; read it by {@link #cloudName()}
 * @param home the region of the volumes, or null for the one that is configured; read it by {@link
 *     #homeRegion()}
 * @param file the {@code clouds.yaml} to read, whose {@code secure.yaml} is looked for beside it,
 *     or null for the places where OpenStack's own programs look; read it by {@link #cloudsFile()}
 */
public record OpenStackAccess(@Nullable String cloud, @Nullable Region home, @Nullable Path file) {
  /** What the environment and the files say. */
  public static final OpenStackAccess DEFAULT = new OpenStackAccess(null, null, null);

  /** The name of an entry of {@code clouds.yaml}. */
  public Optional<String> cloudName() {
    return Optional.ofNullable(cloud);
  }

  /** The region of the volumes. */
  public Optional<Region> homeRegion() {
    return Optional.ofNullable(home);
  }

  /** The {@code clouds.yaml} to read. */
  public Optional<Path> cloudsFile() {
    return Optional.ofNullable(file);
  }
}
