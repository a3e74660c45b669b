package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and proxies, set as for any Java program, in a JVM of its own where that reads them once. */
class TransportTest {
  /** Resolved by nobody but the proxy. */
  private static final String ENDPOINT = "https://ec2.office.invalid";

  private static final String LOGIN = "Aladdin:open sesame";

  @TempDir static Path folder;

  private static TestAuthority authority;

  private final Ec2Emulator ec2 = Ec2Emulator.builder().start();
  private Relay tls;

  @BeforeAll
  static void found() throws Exception {
    authority =
        TestAuthority.in(
            folder, "localhost", "ec2.office.invalid", "sts.office.invalid", "dlm.office.invalid");
  }

  @BeforeEach
  void listen() throws Exception {
    tls = Relay.ofTls(authority, ec2.endpoint());
  }

  @AfterEach
  void close() throws Exception {
    tls.close();
    ec2.close();
  }

  @Test
  void an_authority_of_ones_own_is_trusted_by_a_trust_store() throws Exception {
    assertThat(overTls().answer()).startsWith("Done[").contains("us-west-2");
    assertThat(ec2.requests("DescribeRegions")).hasSize(1);
  }

  @Test
  void an_authority_that_nobody_knows_is_said_and_not_waited_for() throws Exception {
    assertThat(
            new AskRegions()
                .withKeys()
                .set("aws.endpointUrlEc2", "https://localhost:" + tls.port())
                .answer())
        .startsWith("Refused[reason=INVALID")
        .contains("certificate", "PKIX path building failed", "javax.net.ssl.trustStore");
    assertThat(ec2.requests()).isEmpty();
  }

  @Test
  void a_certificate_of_another_host_is_refused() throws Exception {
    assertThat(overTls().set("aws.endpointUrlEc2", "https://127.0.0.1:" + tls.port()).answer())
        .startsWith("Refused[reason=INVALID")
        .contains("certificate", "127.0.0.1");
  }

  @Test
  void a_proxy_leads_to_hosts_that_only_it_can_resolve() throws Exception {
    try (Relay proxy = Relay.ofProxy(tls.port(), "")) {
      assertThat(through(proxy).answer()).startsWith("Done[");
      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("CONNECT ec2.office.invalid:443 ");
    }
  }

  @Test
  void a_role_is_asked_for_through_the_proxy_too() throws Exception {
    Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [profile office]
        aws_access_key_id = AKIDOFFICE
        aws_secret_access_key = s

        [profile deputy]
        region = us-east-1
        role_arn = arn:aws:iam::111122223333:role/backup
        source_profile = office
        """);
    try (Relay proxy = Relay.ofProxy(tls.port(), "")) {
      through(proxy)
          .set("aws.configFile", config.toString())
          .set("aws.endpointUrlSts", "https://sts.office.invalid")
          .as("deputy")
          .answer();

      assertThat(proxy.heads())
          .isNotEmpty()
          .allMatch(head -> head.startsWith("CONNECT sts.office.invalid:443 "));
      assertThat(ec2.requests("AssumeRole")).isNotEmpty();
    }
  }

  @Test
  void a_proxy_gets_its_login_where_java_may_send_it() throws Exception {
    try (Relay proxy = Relay.ofProxy(tls.port(), login())) {
      assertThat(
              through(proxy)
                  .set("https.proxyUser", "Aladdin")
                  .set("https.proxyPassword", "open sesame")
                  .set("jdk.http.auth.tunneling.disabledSchemes", "")
                  .answer())
          .startsWith("Done[");
    }
  }

  @Test
  void a_proxy_of_the_environment_gets_its_login() throws Exception {
    try (Relay proxy = Relay.ofProxy(tls.port(), login())) {
      assertThat(
              overTls()
                  .set("aws.endpointUrlEc2", ENDPOINT)
                  .set("jdk.http.auth.tunneling.disabledSchemes", "")
                  .export("HTTPS_PROXY", "http://Aladdin:open%20sesame@127.0.0.1:" + proxy.port())
                  .answer())
          .startsWith("Done[");
    }
  }

  @Test
  void a_proxy_that_wants_a_login_and_gets_none_is_said_and_not_waited_for() throws Exception {
    try (Relay proxy = Relay.ofProxy(tls.port(), login())) {
      assertThat(through(proxy).answer())
          .startsWith("Refused[reason=INVALID")
          .contains("proxy", "407");
      assertThat(ec2.requests()).isEmpty();
    }
  }

  @Test
  void what_changes_a_policy_goes_through_the_same_proxy_with_the_same_login() throws Exception {
    try (Relay proxy = Relay.ofProxy(tls.port(), login())) {
      assertThat(
              through(proxy)
                  .set(AskRegions.OF_POLICY, "true")
                  .set("aws.endpointUrlDlm", "https://dlm.office.invalid")
                  .set("https.proxyUser", "Aladdin")
                  .set("https.proxyPassword", "open sesame")
                  .set("jdk.http.auth.tunneling.disabledSchemes", "")
                  .answer())
          .startsWith("Refused[reason=NOT_FOUND");
      assertThat(proxy.heads())
          .allMatch(head -> head.startsWith("CONNECT dlm.office.invalid:443 "));
      assertThat(ec2.requests("UpdateLifecyclePolicy")).hasSize(1);
    }
  }

  private AskRegions overTls() {
    return new AskRegions()
        .withKeys()
        .set("aws.endpointUrlEc2", "https://localhost:" + tls.port())
        .set("javax.net.ssl.trustStore", authority.trustStore().toString())
        .set("javax.net.ssl.trustStorePassword", TestAuthority.PASSWORD);
  }

  private AskRegions through(Relay proxy) {
    return overTls()
        .set("aws.endpointUrlEc2", ENDPOINT)
        .set("https.proxyHost", "127.0.0.1")
        .set("https.proxyPort", Integer.toString(proxy.port()));
  }

  private static String login() {
    return "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
  }
}
