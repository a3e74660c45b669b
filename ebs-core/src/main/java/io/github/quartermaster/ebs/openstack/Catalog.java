package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Region;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a cloud's services are, by region, as Keystone tells with a token.
 *
 * @param volumes the addresses of Cinder, verbatim but for a slash at the end
 * @param images likewise of Glance
 */
record Catalog(Map<Region, URI> volumes, Map<Region, URI> images) {
  /** By these types clouds call Cinder of version 3, the newest name first. */
  private static final List<String> VOLUME_TYPES =
      List.of("block-storage", "block-store", "volumev3");

  private static final List<String> IMAGE_TYPES = List.of("image");

  Catalog {
    volumes = Map.copyOf(volumes);
    images = Map.copyOf(images);
  }

  /**
   * Understands the catalog of a token.
   *
   * @param services the list of services
   * @param endpoints which of the addresses: {@code public}, {@code internal} or {@code admin}
   * @throws IllegalArgumentException if an address is none
   */
  static Catalog of(Json services, String endpoints) {
    return new Catalog(
        addresses(services, VOLUME_TYPES, endpoints), addresses(services, IMAGE_TYPES, endpoints));
  }

  private static Map<Region, URI> addresses(Json services, List<String> types, String endpoints) {
    Map<Region, URI> found = new HashMap<>();
    for (String type : types) {
      for (Json service : services.elements()) {
        if (service.text("type").equals(type)) {
          service.at("endpoints").elements().stream()
              .filter(endpoint -> endpoint.text("interface").equals(endpoints))
              .forEach(endpoint -> add(endpoint, found));
        }
      }
    }
    return found;
  }

  /** A region whose name we cannot write is passed over, as are further addresses of one. */
  private static void add(Json endpoint, Map<Region, URI> found) {
    Optional<String> region =
        endpoint.at("region_id").text().or(() -> endpoint.at("region").text());
    region
        .filter(Region::isWellFormed)
        .ifPresent(
            name ->
                found.putIfAbsent(
                    new Region(name), URI.create(endpoint.text("url").replaceFirst("/+$", ""))));
  }

  Set<Region> regions() {
    return new TreeMap<>(volumes).keySet();
  }

  Optional<URI> volumesOf(Region region) {
    return Optional.ofNullable(volumes.get(region));
  }

  Optional<URI> imagesOf(Region region) {
    return Optional.ofNullable(images.get(region));
  }
}
