package io.github.quartermaster.ebs.testkit.model;

import java.util.Map;

/** The HTTP status that goes with an error code. */
final class ErrorStatus {
  private static final Map<String, Integer> OTHER_THAN_400 =
      Map.ofEntries(
          Map.entry("AuthFailure", 401),
          Map.entry("UnauthorizedOperation", 403),
          Map.entry("MissingAuthenticationToken", 403),
          Map.entry("InvalidClientTokenId", 403),
          Map.entry("SignatureDoesNotMatch", 403),
          Map.entry("AccessDenied", 403),
          Map.entry("DryRunOperation", 412),
          Map.entry("ResourceNotFoundException", 404),
          Map.entry("LimitExceededException", 429),
          Map.entry("InternalError", 500),
          Map.entry("InternalServerException", 500),
          Map.entry("InternalFailure", 500),
          Map.entry("ServerInternal", 500),
          Map.entry("RequestLimitExceeded", 503),
          Map.entry("ServiceUnavailable", 503),
          Map.entry("Unavailable", 503));

  private ErrorStatus() {}

  static int of(String code) {
    return OTHER_THAN_400.getOrDefault(code, 400);
  }
}
