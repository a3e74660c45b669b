package io.github.quartermaster.ebs.testkit.internal.ec2;

/** STS, as far as it says who is calling. Thread-safe. */
public final class StsService {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  private StsService() {}

  /**
   * Does what a request asks.
   *
   * @return the answer's body
   * @throws RefusedException if STS refuses
   */
  public static String answer(String action, String requestId) {
    if (!action.equals("GetCallerIdentity")) {
      throw new RefusedException(
          "InvalidAction", "Could not find operation " + action + " for version 2011-06-15");
    }
    return new XmlElement("GetCallerIdentityResponse")
        .with(
            new XmlElement("GetCallerIdentityResult")
                .with("Arn", "arn:aws:iam::" + Account.ID + ":user/emulated")
                .with("UserId", "AIDAEMULATEDEMULATED0")
                .with("Account", Account.ID))
        .with(new XmlElement("ResponseMetadata").with("RequestId", requestId))
        .document(NAMESPACE);
  }

  /** An error as STS tells it. */
  public static String error(String code, String message, String requestId) {
    return new XmlElement("ErrorResponse")
        .with(
            new XmlElement("Error")
                .with("Type", "Sender")
                .with("Code", code)
                .with("Message", message))
        .with("RequestId", requestId)
        .document(NAMESPACE);
  }
}
