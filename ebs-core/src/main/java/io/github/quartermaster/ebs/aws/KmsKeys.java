package io.github.quartermaster.ebs.aws;

import static io.github.quartermaster.ebs.aws.Ec2Descriptions.required;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.EncryptionKey.Fitness;
import io.github.quartermaster.ebs.model.Region;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/**
 * Keys, as KMS describes them. EC2 takes the same names for a key as KMS: id, alias, or the ARN of
 * either. That EBS wants a symmetric key is from the EC2 API reference, what the states mean from
 * "Key states of AWS KMS keys" and, of {@code Updating}, from UpdatePrimaryRegion in KMS' API
 * reference.
 */
final class KmsKeys {
  private final Ec2Calls calls;
  private final Ec2Clients clients;

  KmsKeys(Ec2Calls calls, Ec2Clients clients) {
    this.calls = calls;
    this.clients = clients;
  }

  Answer<EncryptionKey> describe(Region region, String name) {
    DescribeKeyRequest request = DescribeKeyRequest.builder().keyId(name).build();
    return calls.ask(
        region,
        clients::kms,
        client -> client.describeKey(request),
        told -> key(required(told.keyMetadata(), "nothing about the key")));
  }

  private static EncryptionKey key(KeyMetadata told) {
    String id = required(told.arn(), "a key without a name");
    String usage = required(told.keyUsageAsString(), "a key without a use");
    String spec = required(told.keySpecAsString(), "a key without a kind");
    String state = required(told.keyStateAsString(), "a key without a state");
    boolean encrypts =
        told.keyUsage() == KeyUsageType.ENCRYPT_DECRYPT
            && told.keySpec() == KeySpec.SYMMETRIC_DEFAULT;
    return encrypts
        ? new EncryptionKey(id, fitness(told.keyState()), SafeText.of(state))
        : new EncryptionKey(id, Fitness.OTHER_KIND, SafeText.of(usage + " with " + spec));
  }

  private static Fitness fitness(KeyState state) {
    return switch (state) {
      // it moves its primary key to another region, and goes on working
      case ENABLED, UPDATING -> Fitness.FIT;
      case DISABLED -> Fitness.DISABLED;
      case PENDING_DELETION, PENDING_REPLICA_DELETION -> Fitness.BEING_DELETED;
      case CREATING, PENDING_IMPORT, UNAVAILABLE, UNKNOWN_TO_SDK_VERSION -> Fitness.NOT_READY;
    };
  }
}
