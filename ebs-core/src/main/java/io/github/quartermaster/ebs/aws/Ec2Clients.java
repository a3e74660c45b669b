package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Region;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dlm.DlmClient;
import software.amazon.awssdk.services.ebs.EbsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A client for each region that is asked, made when it first is; all share their connections. None
 * repeats a request: left to itself the SDK repeats a CreateSnapshot whose answer was lost, and
 * makes two.
 */
final class Ec2Clients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ATTEMPT = Duration.ofSeconds(20);

  private final AwsAccess access;
  private final FreshCredentials credentials;
  private final SdkHttpClient connections;
  private final Duration attempt;
  private final Map<Region, Ec2Client> clients = new ConcurrentHashMap<>();
  private final Map<Region, DlmClient> dlm = new ConcurrentHashMap<>();
  private final Map<Region, EbsClient> ebs = new ConcurrentHashMap<>();
  private final Map<Region, KmsClient> kms = new ConcurrentHashMap<>();

  private Ec2Clients(AwsAccess access, Duration attempt) {
    this.access = access;
    this.attempt = attempt;
    credentials = FreshCredentials.of(access);
    connections = connections(attempt);
  }

  private static SdkHttpClient connections(Duration attempt) {
    // else it looks for the proxy of plain HTTP only
    ProxyConfiguration proxy = ProxyConfiguration.builder().scheme("https").build();
    SdkHttpClient usual =
        ProxyLogin.isWanted(proxy)
            ? UrlConnectionHttpClient.create(ProxyLogin.of(proxy, CONNECT, attempt))
            : UrlConnectionHttpClient.builder()
                .proxyConfiguration(proxy)
                .connectionTimeout(CONNECT)
                .socketTimeout(attempt)
                .build();
    return PatchingConnections.of(usual, proxy, CONNECT, attempt);
  }

  static Ec2Clients of(AwsAccess access) {
    return new Ec2Clients(access, ATTEMPT);
  }

  /** With another time for one request. */
  static Ec2Clients of(AwsAccess access, Duration attempt) {
    return new Ec2Clients(access, attempt);
  }

  FreshCredentials credentials() {
    return credentials;
  }

  Ec2Client in(Region region) {
    return clients.computeIfAbsent(
        region, key -> configure(Ec2Client.builder(), key, SensibleAnswers.ofXml()).build());
  }

  KmsClient kms(Region region) {
    return kms.computeIfAbsent(
        region, key -> configure(KmsClient.builder(), key, SensibleAnswers.ofJson()).build());
  }

  /** The scheduler of snapshots. */
  DlmClient dlm(Region region) {
    return dlm.computeIfAbsent(
        region,
        key -> configure(DlmClient.builder(), key, SensibleAnswers.ofJsonOrNothing()).build());
  }

  /** What reads snapshots block by block. */
  EbsClient ebs(Region region) {
    return ebs.computeIfAbsent(
        region, key -> configure(EbsClient.builder(), key, SensibleAnswers.ofBlocks()).build());
  }

  StsClient sts(Region region) {
    return configure(StsClient.builder(), region, SensibleAnswers.ofXml()).build();
  }

  @Override
  public void close() {
    clients.values().forEach(Ec2Client::close);
    dlm.values().forEach(DlmClient::close);
    ebs.values().forEach(EbsClient::close);
    kms.values().forEach(KmsClient::close);
    connections.close();
    credentials.close();
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
      B builder, Region region, SensibleAnswers answers) {
    return builder
        .httpClient(connections)
        .credentialsProvider(credentials)
        .region(software.amazon.awssdk.regions.Region.of(region.name()))
        .overrideConfiguration(configuration(answers));
  }

  private ClientOverrideConfiguration configuration(SensibleAnswers answers) {
    ClientOverrideConfiguration.Builder configuration =
        ClientOverrideConfiguration.builder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .apiCallAttemptTimeout(attempt)
            .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "quartermaster-ebs")
            .addExecutionInterceptor(answers);
    access.profileName().ifPresent(configuration::defaultProfileName);
    return configuration.build();
  }
}
