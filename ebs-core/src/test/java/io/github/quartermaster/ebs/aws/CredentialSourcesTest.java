package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that come over the network, from a machine's own service or a portal. */
class CredentialSourcesTest {
  private final Ec2Emulator ec2 = Ec2Emulator.builder().start();

  @TempDir Path home;

  @AfterEach
  void close() {
    ec2.close();
  }

  @Test
  void an_instance_tells_its_role_and_its_region() throws Exception {
    try (ScriptedHttp instance = instance()) {
      assertThat(onInstance(instance).set("aws.region", "").answer()).startsWith("Done[");

      assertThat(instance.requests())
          .contains(
              "PUT /latest/api/token null",
              "GET /latest/meta-data/iam/security-credentials/ a-token",
              "GET /latest/meta-data/iam/security-credentials/backup a-token",
              "GET /latest/dynamic/instance-identity/document a-token");
      assertThat(ec2.requests("DescribeRegions"))
          .singleElement()
          .satisfies(request -> assertThat(request.region()).isEqualTo("eu-west-1"));
    }
  }

  @Test
  void an_instance_without_a_role_is_no_credentials() throws Exception {
    try (ScriptedHttp instance = new ScriptedHttp("x-aws-ec2-metadata-token")) {
      instance.answer("PUT /latest/api/token", "a-token");

      assertThat(onInstance(instance).answer())
          .startsWith("Refused[reason=CREDENTIALS, why=no AWS credentials: ");
      assertThat(ec2.requests()).isEmpty();
    }
  }

  @Test
  void a_portal_gives_credentials_to_who_has_signed_on_to_a_session() throws Exception {
    try (ScriptedHttp portal = portal()) {
      signedOn("here", Duration.ofHours(1));

      assertThat(signedOn(portal, "portal").answer()).startsWith("Done[");

      assertThat(portal.requests()).containsExactly("GET /federation/credentials a-token");
    }
  }

  @Test
  void a_portal_gives_credentials_to_profiles_of_the_old_form() throws Exception {
    try (ScriptedHttp portal = portal()) {
      signedOn("https://localhost/start", Duration.ofHours(1));

      assertThat(signedOn(portal, "old").answer()).startsWith("Done[");
    }
  }

  @Test
  void who_has_signed_on_too_long_ago_is_told_so() throws Exception {
    try (ScriptedHttp portal = portal()) {
      signedOn("https://localhost/start", Duration.ofHours(-1));

      assertThat(signedOn(portal, "old").answer())
          .startsWith("Refused[reason=CREDENTIALS, why=no AWS credentials: ")
          .containsIgnoringCase("expired");
      assertThat(portal.requests()).isEmpty();
    }
  }

  private AskRegions onInstance(ScriptedHttp instance) {
    return ask()
        .set("aws.disableEc2Metadata", "false")
        .set("aws.ec2MetadataServiceEndpoint", instance.url());
  }

  private AskRegions signedOn(ScriptedHttp portal, String profile) throws Exception {
    Path config = home.resolve("config");
    Files.writeString(
        config,
        """
        [profile portal]
        sso_session = here
        sso_account_id = 111122223333
        sso_role_name = backup

        [sso-session here]
        sso_region = eu-west-1
        sso_start_url = https://localhost/start

        [profile old]
        sso_region = eu-west-1
        sso_start_url = https://localhost/start
        sso_account_id = 111122223333
        sso_role_name = backup
        """);
    return ask()
        .set("aws.configFile", config.toString())
        .set("aws.endpointUrlSso", portal.url())
        .export("HOME", home.toString())
        .as(profile);
  }

  private AskRegions ask() {
    return new AskRegions().set("aws.endpointUrlEc2", ec2.endpoint().toString());
  }

  private static ScriptedHttp instance() throws Exception {
    return new ScriptedHttp("x-aws-ec2-metadata-token")
        .answer("PUT /latest/api/token", "a-token")
        .answer("GET /latest/meta-data/iam/security-credentials/", "backup")
        .answer(
            "GET /latest/meta-data/iam/security-credentials/backup",
            """
            {"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "ASIAINSTANCE",
             "SecretAccessKey": "s", "Token": "t", "LastUpdated": "%s", "Expiration": "%s"}
            """
                .formatted(Instant.now(), Instant.now().plusSeconds(3600)))
        .answer(
            "GET /latest/dynamic/instance-identity/document",
            "{\"region\": \"eu-west-1\", \"instanceId\": \"i-0a1b2c3d4e5f60718\"}");
  }

  private static ScriptedHttp portal() throws Exception {
    return new ScriptedHttp("x-amz-sso_bearer_token")
        .answer(
            "GET /federation/credentials",
            """
            {"roleCredentials": {"accessKeyId": "ASIAPORTAL", "secretAccessKey": "s",
             "sessionToken": "t", "expiration": %d}}
            """
                .formatted(Instant.now().plusSeconds(3600).toEpochMilli()));
  }

  /** Leaves the token that signing on leaves, for a session or for a portal's start page. */
  private void signedOn(String what, Duration left) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-1").digest(what.getBytes(StandardCharsets.UTF_8));
    Path cache = Files.createDirectories(home.resolve(".aws/sso/cache"));
    Files.writeString(
        cache.resolve(HexFormat.of().formatHex(hash) + ".json"),
        """
        {"accessToken": "a-token", "expiresAt": "%s", "region": "eu-west-1",
         "startUrl": "https://localhost/start"}
        """
            .formatted(Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS)));
  }
}
