package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Status;
import java.util.List;

/** A check as other monitors are told of it. */
public final class Bulletins {
  private static final int MOST_CAUSES = 10;
  private static final int NAMED = 4;

  private Bulletins() {}

  /** The verdict in the words of a plugin, and each probable cause that stands for itself. */
  public static Bulletin of(CheckResult result) {
    return new Bulletin(
        result.snapshot().host(),
        result.snapshot().at(),
        verdict(result.gateResult()),
        NagiosReport.of(result).text(),
        RootCauses.of(result.diagnosis().causes(), MOST_CAUSES).stream()
            .map(cause -> root(cause, result))
            .toList());
  }

  private static Status verdict(GateResult gate) {
    return switch (gate) {
      case PASSED -> Status.OK;
      case WARNED -> Status.WARNING;
      case FAILED -> Status.CRITICAL;
      case FAILED_ON_UNKNOWN -> Status.UNKNOWN;
    };
  }

  private static Bulletin.RootCause root(Cause cause, CheckResult result) {
    List<ComponentId> explained = Explained.by(cause, result);
    return new Bulletin.RootCause(
        cause.component(),
        RootCauses.severity(cause, result),
        summary(cause, explained),
        explained,
        result.diagnosis().confidence());
  }

  private static String summary(Cause cause, List<ComponentId> explained) {
    String state =
        cause.verified() ? " is " + cause.status() : " is the probable cause, unverified";
    String row = Figures.row(explained.stream().map(ComponentId::value).toList(), NAMED);
    return cause.component()
        + state
        + (cause.message().isBlank() ? "" : ", " + cause.message())
        + (explained.isEmpty() ? "" : "; it accounts for " + row);
  }
}
