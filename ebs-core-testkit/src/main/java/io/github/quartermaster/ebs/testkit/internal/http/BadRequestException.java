package io.github.quartermaster.ebs.testkit.internal.http;

/** What came in is no request that this server reads; the message is for the sender. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  BadRequestException(String message) {
    super(message);
  }
}
