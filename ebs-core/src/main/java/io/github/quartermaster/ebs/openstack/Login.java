package io.github.quartermaster.ebs.openstack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Keystone is told to give a token for: a password, an application credential, or another
 * token.
 */
final class Login {
  private static final String DEFAULT_DOMAIN = "default";

  private final String method;
  private final Map<String, Object> proof;
  private final @Nullable Map<String, Object> scope;

  private Login(String method, Map<String, Object> proof, @Nullable Map<String, Object> scope) {
    this.method = method;
    this.proof = proof;
    this.scope = scope;
  }

  /**
   * Understands settings.
   *
   * @param source where they are from, for messages
   * @param values by the names that {@code clouds.yaml} has for them
   * @throws io.github.quartermaster.ebs.model.EbsException if something is missing
   */
  static Login of(String source, Map<String, String> values) {
    String type = values.getOrDefault("auth_type", "").replaceFirst("^v3", "");
    if (type.equals("applicationcredential")
        || (type.isEmpty() && values.containsKey("application_credential_secret"))) {
      return applicationCredential(source, values);
    }
    if (type.equals("token") || (type.isEmpty() && values.containsKey("token"))) {
      return new Login(
          "token", Map.of("id", required(source, values, "token")), projectScope(source, values));
    }
    if (type.isEmpty() || type.equals("password")) {
      Map<String, Object> user = new HashMap<>(user(source, values));
      user.put("password", required(source, values, "password"));
      return new Login("password", Map.of("user", user), projectScope(source, values));
    }
    throw SettingsException.of(
        source,
        source + " has the auth_type " + ServerWords.of(type) + ", which is not known here",
        "Use a password, an application credential or a token");
  }

  private static Login applicationCredential(String source, Map<String, String> values) {
    Map<String, Object> proof = new HashMap<>();
    proof.put("secret", required(source, values, "application_credential_secret"));
    Optional<String> id = value(values, "application_credential_id");
    if (id.isPresent()) {
      proof.put("id", id.get());
    } else {
      proof.put("name", required(source, values, "application_credential_name"));
      proof.put("user", user(source, values));
    }
    // it is of one project, and Keystone refuses to be told which
    return new Login("application_credential", proof, null);
  }

  private static Map<String, Object> user(String source, Map<String, String> values) {
    Optional<String> id = value(values, "user_id");
    return id.<Map<String, Object>>map(known -> Map.of("id", known))
        .orElseGet(
            () ->
                Map.of(
                    "name", required(source, values, "username"),
                    "domain", domain(values, "user_domain")));
  }

  private static Map<String, Object> projectScope(String source, Map<String, String> values) {
    Optional<String> id = value(values, "project_id").or(() -> value(values, "tenant_id"));
    if (id.isPresent()) {
      return Map.of("project", Map.of("id", id.get()));
    }
    String name =
        value(values, "project_name")
            .or(() -> value(values, "tenant_name"))
            .orElseGet(() -> required(source, values, "project_name"));
    return Map.of("project", Map.of("name", name, "domain", domain(values, "project_domain")));
  }

  private static Map<String, Object> domain(Map<String, String> values, String whose) {
    return value(values, whose + "_id")
        .or(() -> value(values, "domain_id"))
        .map(id -> Map.<String, Object>of("id", id))
        .or(
            () ->
                value(values, whose + "_name")
                    .or(() -> value(values, "domain_name"))
                    .map(name -> Map.<String, Object>of("name", name)))
        .orElseGet(() -> Map.of("id", value(values, "default_domain").orElse(DEFAULT_DOMAIN)));
  }

  private static Optional<String> value(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static String required(String source, Map<String, String> values, String name) {
    return value(values, name)
        .orElseThrow(
            () ->
                SettingsException.of(
                    source,
                    source + " names no " + name,
                    "Name it there, or for a cloud of clouds.yaml in secure.yaml"));
  }

  /** The body of the request for a token. */
  Map<String, Object> body() {
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("methods", List.of(method));
    identity.put(method, proof);
    Map<String, Object> auth = new LinkedHashMap<>();
    auth.put("identity", identity);
    if (scope != null) {
      auth.put("scope", scope);
    }
    return Map.of("auth", auth);
  }

  /** By what, and nothing secret. */
  @Override
  public String toString() {
    return method.replace('_', ' ');
  }
}
