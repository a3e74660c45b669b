package io.github.quartermaster.ebs.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dlm.DlmClient;
import software.amazon.awssdk.services.ebs.EbsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Real clients of AWS, pointed at an emulator. */
final class Clients {
  static final String HOME = "us-east-1";
  static final String AWAY = "us-west-2";
  static final String VOLUME = "vol-0123456789abcdef0";

  private Clients() {}

  /** A client with everything as the SDK has it by default. */
  static Ec2Client ec2(Ec2Emulator emulator, String region) {
    return ec2(emulator, region, Duration.ofSeconds(20));
  }

  static Ec2Client ec2(Ec2Emulator emulator, String region, Duration attempt) {
    return Ec2Client.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(region))
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().apiCallAttemptTimeout(attempt).build())
        .build();
  }

  static StsClient sts(Ec2Emulator emulator) {
    return StsClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(HOME))
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  static KmsClient kms(Ec2Emulator emulator, String region) {
    return KmsClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(region))
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** A client of the scheduler. */
  static DlmClient dlm(Ec2Emulator emulator, String region) {
    return DlmClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(region))
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** A client that reads snapshots. */
  static EbsClient ebs(Ec2Emulator emulator, String region) {
    return EbsClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(region))
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  static TagSpecification snapshotTags(Map<String, String> tags) {
    return TagSpecification.builder()
        .resourceType(ResourceType.SNAPSHOT)
        .tags(
            tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  static String[] numbered(String prefix, int count) {
    return Stream.iterate(0, index -> index + 1)
        .limit(count)
        .map(index -> prefix + index)
        .toArray(String[]::new);
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y"));
  }
}
