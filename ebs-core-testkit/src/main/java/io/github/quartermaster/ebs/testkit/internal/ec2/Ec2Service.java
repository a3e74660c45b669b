package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** EC2 as its clients see it: actions by name, and what stands before each. Thread-safe. */
public final class Ec2Service implements Service {
  static final String XML = "text/xml;charset=UTF-8";

  private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
  private static final Map<String, Action> ACTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("CopySnapshot", CopyingSnapshots::copy),
              Map.entry("CreateSnapshot", CreatingSnapshots::createOne),
              Map.entry("CreateSnapshots", CreatingSnapshots::createSet),
              Map.entry("CreateTags", Tagging::create),
              Map.entry("CreateVolume", CreatingVolumes::create),
              Map.entry("DeleteSnapshot", DeletingSnapshots::delete),
              Map.entry("DeleteTags", Tagging::delete),
              Map.entry("DeleteVolume", CreatingVolumes::delete),
              Map.entry("DescribeImages", Images::describe),
              Map.entry("DescribeInstances", Instances::describe),
              Map.entry("DescribeLockedSnapshots", Locking::describe),
              Map.entry("DescribeRegions", Regions::describe),
              Map.entry("DescribeSnapshots", DescribingSnapshots::describe),
              Map.entry("DescribeVolumes", Volumes::describe),
              Map.entry("GetEbsDefaultKmsKeyId", Regions::defaultKey),
              Map.entry("GetEbsEncryptionByDefault", Regions::encryptionByDefault),
              Map.entry("LockSnapshot", Locking::lock),
              Map.entry("UnlockSnapshot", Locking::unlock)));

  private final Account account;
  private final RequestRates rates = new RequestRates();

  /** EC2 for one account. */
  public Ec2Service(Account account) {
    this.account = account;
  }

  @Override
  public String contentType() {
    return XML;
  }

  @Override
  public String answer(Query query) {
    String actionName = query.action();
    String regionName = query.region();
    @Nullable Action action = ACTIONS.get(actionName);
    if (action == null) {
      throw new RefusedException(
          "InvalidAction", "The action " + actionName + " is not valid for this web service.");
    }
    synchronized (account) {
      Region region =
          account
              .region(regionName)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "SignatureDoesNotMatch",
                          "Credential should be scoped to a valid region, not " + regionName));
      if (!region.isUsable()) {
        throw new RefusedException(
            "OptInRequired", "You are not subscribed to the region " + regionName + ".");
      }
      Call call =
          new Call(
              account, region, actionName, query.parameters(), query.requestId(), query.paging());
      rates.take(call);
      checkPermission(call);
      return action.answer(call).document(NAMESPACE);
    }
  }

  @Override
  public String error(String code, String message, String requestId) {
    return new XmlElement("Response")
        .with(
            new XmlElement("Errors")
                .with(new XmlElement("Error").with("Code", code).with("Message", message)))
        .with("RequestID", requestId)
        .document("");
  }

  private static void checkPermission(Call call) {
    if (call.account().denied.contains(call.action())) {
      throw new RefusedException(
          "UnauthorizedOperation",
          "You are not authorized to perform this operation. User: "
              + Account.USER
              + " is not authorized to perform: ec2:"
              + call.action()
              + " on resource: arn:aws:ec2:"
              + call.region().name
              + ":"
              + Account.ID
              + ":* because no identity-based policy allows the ec2:"
              + call.action()
              + " action. Encoded authorization failure message: "
              + "emulated-".repeat(80));
    }
    if (call.parameters().flag("DryRun")) {
      throw new RefusedException(
          "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
    }
  }
}
