package io.github.quartermaster.ebs.openstack;

/** An answer with a good status that cannot be one to what was asked. */
final class SenselessAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SenselessAnswerException(String message) {
    super(message);
  }
}
