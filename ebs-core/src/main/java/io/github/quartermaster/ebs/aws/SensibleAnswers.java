package io.github.quartermaster.ebs.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Looks at each answer before the SDK does, which takes any text with status 200 for a good answer
 * in which nothing is said: a proxy's page of HTML would be "no snapshots". What follows the
 * beginning is left to the SDK, which fails where the XML or JSON is not whole.
 */
final class SensibleAnswers implements ExecutionInterceptor {
  private static final int BEGINNING = 512;
  private static final String RETRY_AFTER = "Retry-After";

  private final BiPredicate<String, String> form;

  private SensibleAnswers(BiPredicate<String, String> form) {
    this.form = form;
  }

  /** Of a service that answers in XML, whose root is named after the answer. */
  static SensibleAnswers ofXml() {
    return new SensibleAnswers(SensibleAnswers::begins);
  }

  /** Of a service that answers in JSON, with an object of no name. */
  static SensibleAnswers ofJson() {
    return new SensibleAnswers((beginning, name) -> isObject(beginning));
  }

  /** Likewise; what only changes something may answer with nothing. */
  static SensibleAnswers ofJsonOrNothing() {
    return new SensibleAnswers(
        (beginning, name) ->
            isObject(beginning)
                || (beginning.isBlank() && name.equals("UpdateLifecyclePolicyResponse")));
  }

  /**
   * Likewise, but for blocks, which may hold anything; their checksum tells whether it is sound.
   */
  static SensibleAnswers ofBlocks() {
    return new SensibleAnswers(
        (beginning, name) -> name.equals("GetSnapshotBlockResponse") || isObject(beginning));
  }

  private static boolean isObject(String beginning) {
    return beginning.stripLeading().startsWith("{");
  }

  /** A negative time, and the SDK throws an exception of its own instead of the answer's. */
  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse response = context.httpResponse();
    return response
        .firstMatchingHeader(RETRY_AFTER)
        .filter(value -> !value.matches("[0-9]{1,9}"))
        .<SdkHttpResponse>map(odd -> response.toBuilder().removeHeader(RETRY_AFTER).build())
        .orElse(response);
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Optional<InputStream> body = context.responseBody().map(BoundedBody::new);
    if (!context.httpResponse().isSuccessful()) {
      return body;
    }
    String request = context.request().getClass().getSimpleName();
    String expected = request.replaceFirst("Request$", "Response");
    return Optional.of(
        checked(body.orElseGet(() -> new BoundedBody(InputStream.nullInputStream())), expected));
  }

  private InputStream checked(InputStream body, String expected) {
    BufferedInputStream readAhead = new BufferedInputStream(body);
    try {
      readAhead.mark(BEGINNING);
      String beginning = new String(readAhead.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
      readAhead.reset();
      if (form.test(beginning, expected)) {
        return readAhead;
      }
      readAhead.close();
      throw new SenselessAnswerException(
          beginning.isBlank()
              ? "the answer was empty, though its status was good"
              : "the answer was no " + expected + ", though its status was good");
    } catch (IOException failure) {
      throw new SenselessAnswerException("the answer broke off: " + failure.getMessage(), failure);
    }
  }

  /** With a byte order mark or without, with an XML declaration or without. */
  private static boolean begins(String beginning, String root) {
    return Pattern.compile(
            "(?:\\x{EF}\\x{BB}\\x{BF})?\\s*(?:<\\?xml[^>]*>\\s*)?<" + root + "[\\s>]")
        .matcher(beginning)
        .lookingAt();
  }
}
