package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What could be told. */
final class TestBulletins {
  static final Instant AT = Instant.parse("2026-11-25T10:00:00.000005Z");
  static final String TEXT =
      "SENTINEL CRITICAL - disk:/var is critical|score=3802;316;3162;0;10000 'a b'=1\n"
          + "1. disk:/var, share 56 %\n   largest folder: C:\\logs\n";

  private TestBulletins() {}

  static Bulletin critical() {
    return of(Status.CRITICAL, AT, "disk:/var");
  }

  static Bulletin of(Status verdict, Instant at, String... causes) {
    return new Bulletin(
        "web1",
        at,
        verdict,
        TEXT,
        Arrays.stream(causes).map(cause -> cause(cause, Status.CRITICAL)).toList());
  }

  static Bulletin.RootCause cause(String component, Status severity) {
    return new Bulletin.RootCause(
        new ComponentId(component),
        severity,
        component + " is full",
        List.of(new ComponentId("database"), new ComponentId("shop")),
        Confidence.MEDIUM);
  }

  static Deadline ample() {
    return Deadline.in(Duration.ofSeconds(30));
  }
}
