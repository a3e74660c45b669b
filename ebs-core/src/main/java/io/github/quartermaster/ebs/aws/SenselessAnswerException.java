package io.github.quartermaster.ebs.aws;

/** AWS, or whatever stands in its place, answered well but said nothing that could be used. */
final class SenselessAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SenselessAnswerException(String message) {
    super(message);
  }

  SenselessAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
