package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.internal.json.Json;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import java.time.Duration;
import java.util.List;

/** KMS, as far as it describes keys, in its protocol of JSON 1.1. Thread-safe. */
public final class KmsService implements Service {
  private static final Duration WAITING = Duration.ofDays(30);

  private final Account account;

  /** KMS for one account. */
  public KmsService(Account account) {
    this.account = account;
  }

  @Override
  public String contentType() {
    return "application/x-amz-json-1.1";
  }

  @Override
  public String answer(Query query) {
    if (!query.action().equals("DescribeKey")) {
      throw new RefusedException("UnknownOperationException", "");
    }
    String name = query.parameters().text("KeyId").orElse("");
    if (name.isEmpty()) {
      throw new RefusedException(
          "ValidationException",
          "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member"
              + " must not be null");
    }
    synchronized (account) {
      Region region =
          account
              .region(query.region())
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "InvalidSignatureException",
                          "Credential should be scoped to a valid region."));
      if (account.denied.contains(query.action())) {
        throw new RefusedException(
            "AccessDeniedException",
            "User: "
                + Account.USER
                + " is not authorized to perform: kms:DescribeKey on resource: "
                + region.key(name).map(EmulatedKey::arn).orElse(name)
                + " because no identity-based policy allows the kms:DescribeKey action");
      }
      return region.key(name).map(this::described).orElseThrow(() -> missing(region, name));
    }
  }

  @Override
  public String error(String code, String message, String requestId) {
    Json error = new Json().text("__type", code);
    return (message.isEmpty() ? error : error.text("message", message)).object();
  }

  private static RefusedException missing(Region region, String name) {
    String what = name.contains("alias/") ? "Alias " : "Key ";
    String place = "arn:aws:kms:" + region.name + ":" + Account.ID + ":";
    String shown =
        name.startsWith("arn:") ? name : place + (name.startsWith("alias/") ? "" : "key/") + name;
    return new RefusedException(
        "NotFoundException",
        what + (what.equals("Key ") ? "'" + shown + "' does not exist" : shown + " is not found."));
  }

  private String described(EmulatedKey key) {
    boolean ofAws = key.aliases().stream().anyMatch(alias -> alias.startsWith("alias/aws/"));
    Json metadata =
        new Json()
            .text("AWSAccountId", Account.ID)
            .text("Arn", key.arn())
            .number("CreationDate", Account.FOUNDED.getEpochSecond())
            .text("CustomerMasterKeySpec", key.spec())
            .text("Description", "")
            .flag("Enabled", key.state().equals("Enabled"))
            .text("KeyId", key.id())
            .text("KeyManager", ofAws ? "AWS" : "CUSTOMER")
            .text("KeySpec", key.spec())
            .text("KeyState", key.state())
            .text("KeyUsage", key.usage())
            .flag("MultiRegion", false)
            .text("Origin", "AWS_KMS");
    if (key.spec().equals("SYMMETRIC_DEFAULT")) {
      metadata.texts("EncryptionAlgorithms", List.of("SYMMETRIC_DEFAULT"));
    }
    if (key.state().equals("PendingDeletion")) {
      metadata.number("DeletionDate", account.now().plus(WAITING).getEpochSecond());
    }
    return new Json().object("KeyMetadata", metadata).object();
  }
}
