package io.github.quartermaster.ebs.testkit.internal.serve;

import io.github.quartermaster.ebs.testkit.internal.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a request is signed for; the signature itself is not looked at.
 *
 * @param service such as {@code ec2}
 */
record SignedScope(String region, String service) {
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=[^/,]+/[0-9]{8}/([a-z0-9-]{1,40})/([a-z0-9]{1,20})"
              + "/aws4_request,.*");

  /** What its {@code Authorization} says, if that is a signature of version 4. */
  static Optional<SignedScope> of(HttpRequest request) {
    return request
        .header("authorization")
        .map(HEADER::matcher)
        .filter(Matcher::matches)
        .map(match -> new SignedScope(match.group(1), match.group(2)));
  }
}
