package io.github.quartermaster.ebs.openstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a cloud.
 *
 * @param source where the settings are from, for messages
 * @param identity Keystone's address, up to and with its version
 * @param login who asks
 * @param region the configured region, or null
 * @param endpoints which of a service's addresses: {@code public}, {@code internal}, {@code admin}
 * @param authorities a file with the certificates to trust, or null for those that Java trusts
 */
record Settings(
    String source,
    URI identity,
    Login login,
    @Nullable String region,
    String endpoints,
    @Nullable Path authorities) {

  Optional<String> regionName() {
    return Optional.ofNullable(region);
  }

  Optional<Path> authoritiesFile() {
    return Optional.ofNullable(authorities);
  }
}
