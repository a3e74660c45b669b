package io.github.quartermaster.ebs.testkit.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with a request. Which requests it meets is said where it is added to
 * the emulator.
 */
public sealed interface Fault {

  /**
   * An error in the form of the service.
   *
   * @param status of HTTP
   * @param headers further ones of the answer; not to be changed
   * @param done whether the action was done all the same
   */
  record ErrorAnswer(
      int status, String code, String message, Map<String, String> headers, boolean done)
      implements Fault {

    /** Copies the headers. */
    public ErrorAnswer {
      headers = Map.copyOf(headers);
    }

    /** With a header, such as {@code Retry-After}. */
    public ErrorAnswer withHeader(String name, String value) {
      return new ErrorAnswer(status, code, message, with(headers, name, value), done);
    }

    /** The same, but the action was done. */
    public ErrorAnswer afterAction() {
      return new ErrorAnswer(status, code, message, headers, true);
    }
  }

  /**
   * An answer that is not the service's.
   *
   * @param status of HTTP
   * @param contentType its media type
   * @param body may be empty
   * @param headers further ones; not to be changed
   * @param done whether the action was done all the same
   */
  record RawAnswer(
      int status, String contentType, String body, Map<String, String> headers, boolean done)
      implements Fault {

    /** Copies the headers. */
    public RawAnswer {
      headers = Map.copyOf(headers);
    }

    /** With a header, such as {@code Retry-After}. */
    public RawAnswer withHeader(String name, String value) {
      return new RawAnswer(status, contentType, body, with(headers, name, value), done);
    }

    /** The same, but the action was done. */
    public RawAnswer afterAction() {
      return new RawAnswer(status, contentType, body, headers, true);
    }
  }

  /**
   * The connection ends before the answer.
   *
   * @param reset whether by a TCP reset, rather than in an orderly way
   * @param done whether the action was done all the same
   */
  record NoAnswer(boolean reset, boolean done) implements Fault {

    /** The same, but the action was done. */
    public NoAnswer afterAction() {
      return new NoAnswer(reset, true);
    }
  }

  /**
   * The action is done, the connection ends in the middle of the answer's body.
   *
   * @param reset whether by a TCP reset, rather than in an orderly way
   */
  record HalfAnswer(boolean reset) implements Fault {}

  /**
   * Nothing happens for some time, then all is well.
   *
   * @param time of the machine, not virtual
   * @param done whether the time passes after the action, rather than before it
   */
  record Delay(Duration time, boolean done) implements Fault {

    /** The same, but the time passes after the action. */
    public Delay afterAction() {
      return new Delay(time, true);
    }
  }

  /** The action is done, its answer's body is changed. */
  record Rewrite(UnaryOperator<String> change) implements Fault {}

  /** A describe answers with an empty page and a token for the page that it should have been. */
  record EmptyPage() implements Fault {}

  /** A describe answers with a page and a token that is always the same. */
  record StuckToken() implements Fault {}

  /** An error of the service, with the status that it has there. */
  static ErrorAnswer error(String code) {
    return error(ErrorStatus.of(code), code, "The emulator was told to answer with " + code + ".");
  }

  /** An error of the service. */
  static ErrorAnswer error(int status, String code, String message) {
    return new ErrorAnswer(status, code, message, Map.of(), false);
  }

  /** {@code RequestLimitExceeded}. */
  static ErrorAnswer throttled() {
    return error(503, "RequestLimitExceeded", "Request limit exceeded.");
  }

  /**
   * {@code AuthFailure}, as a server answers whose clock differs from the client's.
   *
   * @param offset how far the server's is ahead of the machine's
   */
  static ErrorAnswer clockSkew(Duration offset) {
    return error(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
        .withHeader("Date", HttpDate.in(offset));
  }

  /** A page of HTML, as a proxy answers. */
  static RawAnswer html(int status) {
    String page = "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1>";
    return new RawAnswer(status, "text/html", page + "<br></body></html>", Map.of(), false);
  }

  /** Nothing but a status. */
  static RawAnswer empty(int status) {
    return new RawAnswer(status, "text/xml;charset=UTF-8", "", Map.of(), false);
  }

  /** XML that ends too early, though the answer is complete. */
  static RawAnswer malformedXml(int status) {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>Bro";
    return new RawAnswer(status, "text/xml;charset=UTF-8", xml, Map.of(), false);
  }

  /** A TCP reset before the answer, the action not done. */
  static NoAnswer reset() {
    return new NoAnswer(true, false);
  }

  /** An orderly end of the connection before the answer, the action not done. */
  static NoAnswer close() {
    return new NoAnswer(false, false);
  }

  /** A TCP reset before the answer, the action done: the client cannot know. */
  static NoAnswer answerLost() {
    return new NoAnswer(true, true);
  }

  /** A TCP reset in the middle of the answer, the action done. */
  static HalfAnswer resetInBody() {
    return new HalfAnswer(true);
  }

  /** An orderly end of the connection in the middle of the answer, the action done. */
  static HalfAnswer cutInBody() {
    return new HalfAnswer(false);
  }

  /** A delay of the machine's time, before the action. */
  static Delay delay(Duration time) {
    return new Delay(time, false);
  }

  /** No answer until the client gives up; the action not done. */
  static Delay silence() {
    return new Delay(Duration.ofDays(1), false);
  }

  /** The action is done, its answer's body is changed, such as to a state nobody knows. */
  static Rewrite rewrite(UnaryOperator<String> change) {
    return new Rewrite(change);
  }

  /** A describe answers with an empty page in the middle of the others. */
  static EmptyPage emptyPage() {
    return new EmptyPage();
  }

  /** A describe answers with a page and a token that never changes. */
  static StuckToken stuckToken() {
    return new StuckToken();
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return more;
  }
}
