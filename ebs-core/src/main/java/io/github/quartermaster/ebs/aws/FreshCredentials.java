package io.github.quartermaster.ebs.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK's own credentials, which are thrown away and looked for again when AWS calls them
 * expired: once, until some call has gone well since.
 */
final class FreshCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
  private final Supplier<AwsCredentialsProvider> source;
  private AwsCredentialsProvider current;
  private int generation;
  private boolean renewedInVain;

  private FreshCredentials(Supplier<AwsCredentialsProvider> source) {
    this.source = source;
    current = source.get();
  }

  /**
   * A profile that is named counts before the environment, as it does for AWS' own command line;
   * the SDK's chain would look at the environment first.
   */
  static FreshCredentials of(AwsAccess access) {
    return new FreshCredentials(
        () ->
            access
                .profileName()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build()));
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider().resolveCredentials();
    } catch (RuntimeException failure) {
      throw new NoCredentialsException(failure);
    }
  }

  /** Names the credentials that a call begins with. */
  synchronized int generation() {
    return generation;
  }

  /** Takes note that a call which began with these credentials went well. */
  synchronized void worked(int begunWith) {
    if (begunWith == generation) {
      renewedInVain = false;
    }
  }

  /** Whether a call that failed by expired credentials should be made again, with others. */
  synchronized boolean renew(int begunWith) {
    if (begunWith < generation) {
      return true;
    }
    if (renewedInVain) {
      return false;
    }
    renewedInVain = true;
    generation++;
    close(current);
    current = source.get();
    return true;
  }

  @Override
  public synchronized void close() {
    close(current);
  }

  private synchronized AwsCredentialsProvider provider() {
    return current;
  }

  private static void close(AwsCredentialsProvider provider) {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
