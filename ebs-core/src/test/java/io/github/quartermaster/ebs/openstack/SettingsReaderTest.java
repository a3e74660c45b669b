package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where addresses and credentials come from. */
class SettingsReaderTest {
  private static final String CLOUDS =
      """
      clouds:
        backup:
          auth:
            auth_url: https://cloud.example.com:5000
            username: saver
            project_name: shop
            user_domain_name: Users
            project_domain_id: projects
          region_name: RegionTwo
          interface: internal
        other:
          auth: {auth_url: 'https://other.example.com/identity/v3', username: x, password: y, project_id: p}
      """;
  private static final String SECURE =
      """
      clouds:
        backup:
          auth:
            password: 0815
      """;

  @TempDir Path folder;

  @Test
  void a_named_cloud_is_one_of_the_file_and_its_password_of_the_other_file() throws IOException {
    write("clouds.yaml", CLOUDS);
    write("secure.yaml", SECURE);

    Settings settings = read("backup", Map.of());

    assertThat(settings.identity()).hasToString("https://cloud.example.com:5000/v3");
    assertThat(settings.regionName()).contains("RegionTwo");
    assertThat(settings.endpoints()).isEqualTo("internal");
    assertThat(body(settings))
        .isEqualTo(
            "{'auth':{'identity':{'methods':['password'],'password':{'user':{'domain':{'name':'Users'},"
                + "'name':'saver','password':'0815'}}},"
                + "'scope':{'project':{'domain':{'id':'projects'},'name':'shop'}}}}");
  }

  @Test
  void the_name_may_come_from_the_environment() throws IOException {
    write("clouds.yaml", CLOUDS);

    assertThat(read(null, Map.of("OS_CLOUD", "other", "OS_AUTH_URL", "http://unused")).source())
        .isEqualTo("the cloud other of " + folder.resolve("clouds.yaml"));
  }

  @Test
  void without_a_name_the_variables_count() throws IOException {
    write("clouds.yaml", CLOUDS);

    Settings settings =
        read(
            null,
            Map.of(
                "OS_AUTH_URL", "http://127.0.0.1:5000/v3/",
                "OS_USERNAME", "demo",
                "OS_PASSWORD", "secret",
                "OS_TENANT_NAME", "old",
                "OS_REGION_NAME", "R",
                "OS_INTERFACE", "",
                "OS_ENDPOINT_TYPE", "adminURL",
                "OS_CACERT", "/etc/ssl/own.pem"));

    assertThat(settings.identity()).hasToString("http://127.0.0.1:5000/v3");
    assertThat(settings.endpoints()).isEqualTo("admin");
    assertThat(settings.authoritiesFile()).contains(Path.of("/etc/ssl/own.pem"));
    assertThat(body(settings)).contains("'project':{'domain':{'id':'default'},'name':'old'}");
  }

  @Test
  void an_application_credential_needs_no_project() {
    Map<String, String> variables =
        Map.of(
            "OS_AUTH_URL", "https://cloud.example.com",
            "OS_AUTH_TYPE", "v3applicationcredential",
            "OS_APPLICATION_CREDENTIAL_ID", "ac-1",
            "OS_APPLICATION_CREDENTIAL_SECRET", "s");

    assertThat(body(read(null, variables)))
        .isEqualTo(
            "{'auth':{'identity':{'methods':['application_credential'],"
                + "'application_credential':{'id':'ac-1','secret':'s'}}}}");
  }

  @Test
  void a_token_is_exchanged_for_one_of_the_project() {
    Map<String, String> variables =
        Map.of(
            "OS_AUTH_URL", "https://cloud.example.com",
            "OS_TOKEN", "t",
            "OS_PROJECT_ID", "p");

    assertThat(body(read(null, variables)))
        .isEqualTo(
            "{'auth':{'identity':{'methods':['token'],'token':{'id':'t'}},'scope':{'project':{'id':'p'}}}}");
  }

  @Test
  void the_first_folder_that_has_a_file_counts() throws IOException {
    Path second = Files.createDirectories(folder.resolve("second"));
    Files.writeString(second.resolve("clouds.yml"), CLOUDS.replace("backup:", "later:"));
    Surroundings both = new Surroundings(Map.of(), List.of(folder, second));

    assertThat(SettingsReader.read(new OpenStackAccess("other", null, null), both).source())
        .contains("second");
    write("clouds.yaml", CLOUDS);
    assertThat(SettingsReader.read(new OpenStackAccess("other", null, null), both).source())
        .doesNotContain("second");
  }

  @Test
  void a_variable_may_name_the_file() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, CLOUDS);

    assertThat(read("other", Map.of("OS_CLIENT_CONFIG_FILE", file.toString())).source())
        .endsWith("mine.yaml");
  }

  @Test
  void a_file_that_is_named_outweighs_the_environment_and_has_its_secrets_beside_it()
      throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("own.yaml"), CLOUDS);
    Files.writeString(elsewhere.resolve("secure.yaml"), SECURE);
    OpenStackAccess access = new OpenStackAccess("backup", null, elsewhere.resolve("own.yaml"));

    Settings settings =
        SettingsReader.read(
            access, new Surroundings(Map.of("OS_AUTH_URL", "http://unused"), List.of(folder)));
    assertThat(body(settings)).contains("'password':'0815'");
  }

  @Test
  void values_may_be_merged_from_an_anchor() throws IOException {
    write(
        "clouds.yaml",
        """
        common: &common {auth_url: 'https://cloud.example.com', project_id: p, username: u}
        clouds:
          only:
            auth:
              <<: *common
              password: w
        """);

    assertThat(read(null, Map.of()).identity()).hasToString("https://cloud.example.com/v3");
  }

  @Test
  void the_region_is_the_configured_one() throws IOException {
    write("clouds.yaml", CLOUDS);
    write("secure.yaml", SECURE);
    Surroundings here = new Surroundings(Map.of(), List.of(folder));

    assertThat(CinderBlockStorage.defaultRegion(new OpenStackAccess("backup", null, null), here))
        .isEqualTo(new Region("RegionTwo"));
    assertThatThrownBy(
            () -> CinderBlockStorage.defaultRegion(new OpenStackAccess("other", null, null), here))
        .hasMessageContaining("names no region")
        .hasMessageContaining("Name the region of the volumes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nosuch | has no cloud nosuch. Name one of backup, other",
        "backup | names no password. Name it there",
      })
  void what_is_missing_is_named_with_the_way_out(String cloud, String words) throws IOException {
    write("clouds.yaml", CLOUDS);

    assertThatThrownBy(() -> read(cloud, Map.of()))
        .isInstanceOf(EbsException.class)
        .hasMessageStartingWith("CREDENTIALS_REFUSED: tried to read how to reach OpenStack; ")
        .hasMessageContaining(words);
  }

  @Test
  void without_any_settings_all_places_are_named() {
    assertThatThrownBy(() -> read(null, Map.of()))
        .hasMessageContaining("there is no clouds.yaml in " + folder)
        .hasMessageContaining("set OS_AUTH_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clouds: [",
        "- a",
        "clouds: {a: *b}",
        "clouds: {a: {auth: {password: \"x\ty}}}",
        "\u0000"
      })
  void a_broken_file_is_told_without_its_content(String text) throws IOException {
    write("clouds.yaml", text + "\n# topsecret");

    assertThatThrownBy(() -> read("a", Map.of()))
        .isInstanceOf(EbsException.class)
        .hasMessageContaining("clouds.yaml")
        .hasMessageNotContaining("topsecret")
        .hasNoCause();
  }

  @Test
  void aliases_that_multiply_are_refused() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 80; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    write("clouds.yaml", bomb + "clouds: {}");

    assertThatThrownBy(() -> read("a", Map.of())).isInstanceOf(EbsException.class);
  }

  @Test
  void certificates_are_always_looked_at() throws IOException {
    write("clouds.yaml", CLOUDS.replace("region_name: RegionTwo", "verify: false"));
    write("secure.yaml", SECURE);

    assertThatThrownBy(() -> read("backup", Map.of()))
        .hasMessageContaining("Name the authority's certificates by cacert instead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ftp://x", "cloud", "https://user:pw@host/v3", "http:///", "https://a b"})
  void an_address_that_is_none_is_refused_and_not_repeated(String address) {
    assertThatThrownBy(
            () ->
                read(
                    null,
                    Map.of(
                        "OS_AUTH_URL", address.isEmpty() ? "x" : address,
                        "OS_TOKEN", "t",
                        "OS_PROJECT_ID", "p")))
        .hasMessageContaining("has no auth_url that is an address of http or https")
        .hasMessageNotContaining("pw@");
  }

  @Test
  void nothing_prints_a_secret() throws IOException {
    write("clouds.yaml", CLOUDS);
    write("secure.yaml", SECURE);
    Settings settings = read("backup", Map.of());

    assertThat(settings.toString()).doesNotContain("0815");
    assertThat(new Surroundings(Map.of("OS_PASSWORD", "0815"), List.of()).toString())
        .doesNotContain("0815");
    assertThat(CloudsFile.find(new Surroundings(Map.of(), List.of(folder))).toString())
        .doesNotContain("0815");
    assertThat(new Session("0815", new Catalog(Map.of(), Map.of())).toString())
        .doesNotContain("0815");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Settings read(@Nullable String cloud, Map<String, String> variables) {
    return SettingsReader.read(
        new OpenStackAccess(cloud, null, null), new Surroundings(variables, List.of(folder)));
  }

  /** With members in the order of their names, and single quotes. */
  private static String body(Settings settings) {
    return new String(JsonText.write(sorted(settings.login().body())), StandardCharsets.UTF_8)
        .replace('"', '\'');
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach(
        (name, value) ->
            sorted.put((String) name, value instanceof Map<?, ?> inner ? sorted(inner) : value));
    // what is proved stands behind how
    if (sorted.containsKey("methods")) {
      Map<String, Object> ordered = new LinkedHashMap<>();
      ordered.put("methods", sorted.remove("methods"));
      ordered.putAll(sorted);
      return ordered;
    }
    return sorted;
  }
}
