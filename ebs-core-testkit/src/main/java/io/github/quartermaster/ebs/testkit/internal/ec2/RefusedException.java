package io.github.quartermaster.ebs.testkit.internal.ec2;

/** EC2 refuses a request. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String text;

  RefusedException(String code, String text) {
    super(code + ": " + text);
    this.code = code;
    this.text = text;
  }

  /** What is said with the code. */
  public String text() {
    return text;
  }

  /** The error code, such as {@code InvalidVolume.NotFound}. */
  public String code() {
    return code;
  }

  static RefusedException invalidValue(String message) {
    return new RefusedException("InvalidParameterValue", message);
  }
}
