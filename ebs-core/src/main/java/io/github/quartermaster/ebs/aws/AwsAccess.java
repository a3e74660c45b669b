package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Region;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks AWS, and from where. It holds no keys: they come from the SDK's own chain (system
 * properties, environment, web identity, profile with role or SSO, container, instance role).
 *
 * @param profile a profile of the AWS configuration files, whose credentials are then the only ones
 *     looked at; or null for the whole chain; read it by {@link #profileName()}
 * @param home the region that is asked about the account as a whole, or null for the default one;
 *     read it by {@link #homeRegion()}
 */
public record AwsAccess(@Nullable String profile, @Nullable Region home) {
  /** The whole chain, and the default region. */
  public static final AwsAccess DEFAULT = new AwsAccess(null, null);

  /** A profile of the AWS configuration files. */
  public Optional<String> profileName() {
    return Optional.ofNullable(profile);
  }

  /** The region that is asked about the account as a whole. */
  public Optional<Region> homeRegion() {
    return Optional.ofNullable(home);
  }
}
