package io.github.quartermaster.ebs.aws;

/** There is nothing to sign a request with, so none was sent. */
final class NoCredentialsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoCredentialsException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
