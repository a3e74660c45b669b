package io.github.quartermaster.ebs.testkit.internal.ec2;

/** STS, as far as it says who is calling. Thread-safe. */
public final class StsService implements Service {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  @Override
  public String contentType() {
    return Ec2Service.XML;
  }

  @Override
  public String answer(Query query) {
    if (!query.action().equals("GetCallerIdentity")) {
      throw new RefusedException(
          "InvalidAction",
          "Could not find operation " + query.action() + " for version 2011-06-15");
    }
    return new XmlElement("GetCallerIdentityResponse")
        .with(
            new XmlElement("GetCallerIdentityResult")
                .with("Arn", Account.USER)
                .with("UserId", "AIDAEMULATEDEMULATED0")
                .with("Account", Account.ID))
        .with(new XmlElement("ResponseMetadata").with("RequestId", query.requestId()))
        .document(NAMESPACE);
  }

  @Override
  public String error(String code, String message, String requestId) {
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
