package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Region;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest extends PointedAtEmulator {
  @TempDir Path folder;

  @BeforeEach
  void configure() throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [profile office]
        region = eu-west-1
        aws_access_key_id = AKIDOFFICE
        aws_secret_access_key = s

        [profile deputy]
        role_arn = arn:aws:iam::111122223333:role/backup
        source_profile = office

        [profile portal]
        sso_session = here
        sso_account_id = 111122223333
        sso_role_name = backup

        [sso-session here]
        sso_region = eu-west-1
        sso_start_url = https://localhost/start

        [profile odd]
        region = eu west
        """);
    set("aws.configFile", config.toString());
  }

  @Test
  void the_region_of_the_environment_counts_first() {
    set("aws.region", "ap-south-1");

    assertThat(Ec2BlockStorage.defaultRegion(AwsAccess.DEFAULT)).isEqualTo(region("ap-south-1"));
  }

  @Test
  void the_region_of_a_profile_is_known() {
    System.clearProperty("aws.region");

    assertThat(Ec2BlockStorage.defaultRegion(new AwsAccess("office", null)))
        .isEqualTo(region("eu-west-1"));
  }

  @Test
  void where_no_region_is_configured_it_is_us_east_1() {
    System.clearProperty("aws.region");

    assertThat(Ec2BlockStorage.defaultRegion(AwsAccess.DEFAULT)).isEqualTo(HOME);
  }

  @Test
  void a_region_that_is_none_is_not_passed_over() {
    System.clearProperty("aws.region");

    assertThatThrownBy(() -> Ec2BlockStorage.defaultRegion(new AwsAccess("odd", null)))
        .isInstanceOf(EbsException.class)
        .hasMessageContaining("west\" is none");
  }

  @Test
  void the_account_is_asked_about_in_the_home_region() {
    storage.close();
    storage = Ec2BlockStorage.connect(new AwsAccess(null, AWAY));

    done(storage.regions());

    assertThat(ec2.requests().get(0).region()).isEqualTo("us-west-2");
  }

  @Test
  void a_named_profile_counts_before_keys_in_the_environment() {
    FreshCredentials credentials = FreshCredentials.of(new AwsAccess("office", null));

    assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIDOFFICE");
  }

  @Test
  void a_profile_that_is_not_there_is_no_credentials() {
    storage.close();
    storage = Ec2BlockStorage.connect(new AwsAccess("nobody", HOME));

    assertThat(whyRefused(storage.create(ofVolume())))
        .isEqualTo(
            "no AWS credentials: Profile file contained no credentials for profile 'nobody'");
  }

  @Test
  void a_role_is_asked_for_by_sts() {
    storage.close();
    storage = Ec2BlockStorage.connect(new AwsAccess("deputy", HOME));

    Answer<?> answer = storage.create(ofVolume());

    assertThat(actions()).containsExactly("AssumeRole");
    assertThat(answer).isNotInstanceOf(Answer.Done.class);
  }

  @Test
  void single_sign_on_is_there_and_says_when_nobody_is_signed_on() {
    storage.close();
    storage = Ec2BlockStorage.connect(new AwsAccess("portal", HOME));

    assertThat(whyRefused(storage.create(ofVolume())))
        .doesNotContain("must be on the class path")
        .containsIgnoringCase("token");
  }

  @Test
  void a_proxy_for_https_is_asked_for_the_way() throws IOException {
    System.clearProperty("aws.endpointUrlEc2");
    try (OddServer proxy = new OddServer(out -> out.write(0))) {
      set("https.proxyHost", "127.0.0.1");
      set("https.proxyPort", Integer.toString(URI.create(proxy.url()).getPort()));
      storage.close();
      storage = Ec2BlockStorage.connect(AwsAccess.DEFAULT);

      Answer<?> answer = storage.create(ofVolume());

      assertThat(proxy.requestLine()).isEqualTo("CONNECT ec2.us-east-1.amazonaws.com:443 HTTP/1.1");
      assertThat(answer).isInstanceOf(Answer.Ambiguous.class);
    }
  }

  private static String whyRefused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    Answer.Refused<?> refused = (Answer.Refused<?>) answer;
    assertThat(refused.reason()).isEqualTo(Answer.Refused.Reason.CREDENTIALS);
    return refused.why();
  }

  private static Region region(String name) {
    return new Region(name);
  }
}
