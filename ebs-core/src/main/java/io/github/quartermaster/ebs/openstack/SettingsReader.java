package io.github.quartermaster.ebs.openstack;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out how to reach a cloud, in the order of openstacksdk: a cloud that is named is one of
 * {@code clouds.yaml}; without a name the variables {@code OS_*} count, and without those the only
 * cloud of the file.
 */
final class SettingsReader {
  private static final String VARIABLES = "the environment (OS_*)";
  private static final Set<String> NO = Set.of("false", "no", "off", "0");

  private final OpenStackAccess access;
  private final Surroundings surroundings;

  private SettingsReader(OpenStackAccess access, Surroundings surroundings) {
    this.access = access;
    this.surroundings = access.cloudsFile().map(surroundings::with).orElse(surroundings);
  }

  /**
   * Reads the settings.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if there are none, or they do not say
   *     enough
   */
  static Settings read(OpenStackAccess access, Surroundings surroundings) {
    return new SettingsReader(access, surroundings).read();
  }

  private Settings read() {
    Optional<String> named = access.cloudName().or(() -> surroundings.variable("OS_CLOUD"));
    if (named.isEmpty()
        && access.cloudsFile().isEmpty()
        && surroundings.variable("OS_AUTH_URL").isPresent()) {
      return settings(VARIABLES, variables());
    }
    CloudsFile file =
        CloudsFile.find(surroundings)
            .orElseThrow(
                () ->
                    SettingsException.of(
                        named.orElse("clouds.yaml"),
                        "there is no clouds.yaml in "
                            + surroundings.folders().stream()
                                .map(folder -> folder.toAbsolutePath().toString())
                                .reduce((one, other) -> one + ", " + other)
                                .orElse("any folder"),
                        "Write one, or set OS_AUTH_URL and the other variables of OpenStack"));
    String name = named.orElseGet(() -> only(file));
    Map<String, String> values = file.clouds().get(name);
    if (values == null) {
      throw SettingsException.of(
          name,
          file.file() + " has no cloud " + name,
          "Name one of " + String.join(", ", file.clouds().keySet()));
    }
    return settings("the cloud " + name + " of " + file.file(), values);
  }

  private static String only(CloudsFile file) {
    if (file.clouds().size() == 1) {
      return file.clouds().keySet().iterator().next();
    }
    throw SettingsException.of(
        file.file().toString(),
        file.file() + " has more than one cloud, and none is named",
        "Name one of " + String.join(", ", file.clouds().keySet()));
  }

  private Map<String, String> variables() {
    Map<String, String> values = new HashMap<>();
    surroundings
        .variables()
        .forEach(
            (name, value) -> {
              if (name.startsWith("OS_") && !value.isBlank()) {
                values.put(name.substring("OS_".length()).toLowerCase(Locale.ROOT), value);
              }
            });
    return values;
  }

  private static Settings settings(String source, Map<String, String> values) {
    if (NO.contains(values.getOrDefault("verify", "").toLowerCase(Locale.ROOT))) {
      throw SettingsException.of(
          source,
          source + " wants certificates not to be verified (verify)",
          "Name the authority's certificates by cacert instead");
    }
    return new Settings(
        source,
        identity(source, values),
        Login.of(source, values),
        values.get("region_name"),
        endpoints(values),
        Optional.ofNullable(values.get("cacert")).map(Path::of).orElse(null));
  }

  private static String endpoints(Map<String, String> values) {
    String wanted =
        values.getOrDefault("interface", values.getOrDefault("endpoint_type", "public"));
    return wanted.toLowerCase(Locale.ROOT).replaceFirst("url$", "");
  }

  private static URI identity(String source, Map<String, String> values) {
    String address = values.getOrDefault("auth_url", "");
    try {
      URI uri = new URI(address.strip());
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return versioned(uri);
      }
    } catch (URISyntaxException e) {
      // told below, without words that repeat it
    }
    throw SettingsException.of(
        source,
        source + " has no auth_url that is an address of http or https",
        "Write Keystone's address there, such as https://cloud.example.com:5000/v3");
  }

  private static URI versioned(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
    String versioned = path.replaceFirst("/v2\\.0$", "");
    return uri.resolve(versioned.endsWith("/v3") ? versioned : versioned + "/v3");
  }
}
