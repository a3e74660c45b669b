package io.github.quartermaster.ebs.aws;

import static java.util.Map.entry;

import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What EC2's error codes mean for whoever must not do a thing twice, from "Error codes for the
 * Amazon EC2 API"; codes of signing and throttling also from "Common errors" of the same reference
 * and of KMS', whose codes end in {@code Exception}, as do those of the EBS direct APIs and of DLM.
 * What is not here is told by its form or by HTTP's status.
 */
final class Ec2Errors {
  /** Of a dry run: it would have been done. */
  static final String WOULD_SUCCEED = "DryRunOperation";

  private static final Map<String, Wait.Reason> WAIT =
      Map.ofEntries(
          entry("RequestLimitExceeded", Wait.Reason.THROTTLED),
          entry("EC2ThrottledException", Wait.Reason.THROTTLED),
          entry("PriorRequestNotComplete", Wait.Reason.THROTTLED),
          entry("RequestThrottled", Wait.Reason.THROTTLED),
          entry("RequestThrottledException", Wait.Reason.THROTTLED),
          entry("SlowDown", Wait.Reason.THROTTLED),
          entry("Throttling", Wait.Reason.THROTTLED),
          entry("ThrottlingException", Wait.Reason.THROTTLED),
          entry("ThrottledException", Wait.Reason.THROTTLED),
          entry("TooManyRequestsException", Wait.Reason.THROTTLED),
          entry("ConcurrentLimitExceededException", Wait.Reason.BUSY),
          entry("ConcurrentSnapshotLimitExceeded", Wait.Reason.BUSY),
          entry("ConcurrentTagAccess", Wait.Reason.BUSY),
          entry("PendingSnapshotLimitExceeded", Wait.Reason.BUSY),
          // of copies: twenty are on their way to that region
          entry("ResourceLimitExceeded", Wait.Reason.BUSY),
          entry("SnapshotCreationPerVolumeRateExceeded", Wait.Reason.TOO_SOON),
          entry("IncorrectState", Wait.Reason.NOT_READY),
          entry("InvalidState", Wait.Reason.NOT_READY));

  private static final Map<String, Refused.Reason> REFUSED =
      Map.ofEntries(
          entry("AuthFailure", Refused.Reason.CREDENTIALS),
          entry("ExpiredToken", Refused.Reason.CREDENTIALS),
          entry("ExpiredTokenException", Refused.Reason.CREDENTIALS),
          entry("IncompleteSignature", Refused.Reason.CREDENTIALS),
          entry("IncompleteSignatureException", Refused.Reason.CREDENTIALS),
          entry("InvalidSignatureException", Refused.Reason.CREDENTIALS),
          entry("InvalidAccessKeyId", Refused.Reason.CREDENTIALS),
          entry("InvalidClientTokenId", Refused.Reason.CREDENTIALS),
          entry("MissingAuthenticationToken", Refused.Reason.CREDENTIALS),
          entry("MissingAuthenticationTokenException", Refused.Reason.CREDENTIALS),
          entry("RequestExpired", Refused.Reason.CREDENTIALS),
          entry("RequestInTheFuture", Refused.Reason.CREDENTIALS),
          entry("RequestTimeTooSkewed", Refused.Reason.CREDENTIALS),
          entry("SignatureDoesNotMatch", Refused.Reason.CREDENTIALS),
          entry("UnrecognizedClientException", Refused.Reason.CREDENTIALS),
          entry("AccessDenied", Refused.Reason.PERMISSION),
          entry("AccessDeniedException", Refused.Reason.PERMISSION),
          entry("Blocked", Refused.Reason.PERMISSION),
          entry("CustomerKeyHasBeenRevoked", Refused.Reason.PERMISSION),
          entry("PendingVerification", Refused.Reason.PERMISSION),
          entry("UnauthorizedOperation", Refused.Reason.PERMISSION),
          entry("NotFoundException", Refused.Reason.NOT_FOUND),
          entry("ResourceNotFoundException", Refused.Reason.NOT_FOUND),
          entry("LimitExceededException", Refused.Reason.QUOTA),
          entry("ServiceQuotaExceededException", Refused.Reason.QUOTA),
          entry("SnapshotLimitExceeded", Refused.Reason.QUOTA),
          entry("InsufficientVolumeCapacity", Refused.Reason.QUOTA),
          entry("InvalidSnapshot.InUse", Refused.Reason.IN_USE),
          // a snapshot that is locked
          entry("OperationNotPermitted", Refused.Reason.IN_USE),
          entry("VolumeInUse", Refused.Reason.IN_USE),
          entry("OptInRequired", Refused.Reason.UNSUPPORTED),
          entry("SnapshotCopyUnsupported.InterRegion", Refused.Reason.UNSUPPORTED),
          entry("Unsupported", Refused.Reason.UNSUPPORTED),
          entry("UnsupportedOperation", Refused.Reason.UNSUPPORTED),
          entry("FilterLimitExceeded", Refused.Reason.INVALID),
          entry("TagLimitExceeded", Refused.Reason.INVALID),
          entry(WOULD_SUCCEED, Refused.Reason.INVALID));

  private static final Set<String> AMBIGUOUS =
      Set.of(
          "InternalError",
          "InternalFailure",
          "DependencyTimeoutException",
          "InternalServerException",
          "InternalServiceError",
          "KMSInternalException",
          "RequestTimeout",
          "RequestTimeoutException",
          "ServerInternal",
          "ServiceUnavailable",
          "ServiceUnavailableException",
          "Unavailable");

  /** Those that better credentials, or a clock set right, would cure. */
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

  private Ec2Errors() {}

  /** What waiting would cure. */
  static Optional<Wait.Reason> waitFor(String code) {
    return Optional.ofNullable(WAIT.get(code));
  }

  /** Whether the code is a no, whatever the status says: DLM tells its limits with status 429. */
  static boolean isRefusal(String code) {
    return REFUSED.containsKey(code);
  }

  /** Whether the code leaves open what was done. */
  static boolean isAmbiguous(String code) {
    return AMBIGUOUS.contains(code);
  }

  static boolean isExpired(String code) {
    return EXPIRED.contains(code);
  }

  /** What kind of no a code is, where it is one; any that is not known is a wrong request. */
  static Refused.Reason refusal(String code) {
    Refused.Reason known = REFUSED.get(code);
    if (known != null) {
      return known;
    }
    if (code.endsWith(".NotFound")) {
      return Refused.Reason.NOT_FOUND;
    }
    if (code.endsWith("LimitExceeded")) {
      return Refused.Reason.QUOTA;
    }
    return code.startsWith("KMS") ? Refused.Reason.PERMISSION : Refused.Reason.INVALID;
  }
}
