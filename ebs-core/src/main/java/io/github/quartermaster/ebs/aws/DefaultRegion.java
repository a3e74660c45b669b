package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The region that the machine is configured for, by the chain that all AWS tools use. */
final class DefaultRegion {
  private static final Region LAST_RESORT = new Region("us-east-1");

  private DefaultRegion() {}

  static Region of(AwsAccess access) {
    String name;
    try {
      DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
      access.profileName().ifPresent(chain::profileName);
      name = chain.build().getRegion().id();
    } catch (SdkClientException nothingConfigured) {
      return LAST_RESORT;
    }
    if (!Region.isWellFormed(name)) {
      throw new EbsException(
          Problem.error(
              ProblemCode.REGION_UNKNOWN,
              "AWS configuration",
              "tried to find the default region; \"" + SafeText.of(name) + "\" is none",
              "Correct the region in the environment, the system properties or the profile"));
    }
    return new Region(name);
  }
}
