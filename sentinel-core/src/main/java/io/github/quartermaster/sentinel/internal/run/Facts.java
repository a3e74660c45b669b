package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Score;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What actions may hand to programs as variables of the environment. */
final class Facts {
  private Facts() {}

  /**
   * All of them, always.
   *
   * @param own what Sentinel's own checks say of the target, or null where none looked
   */
  static Map<String, String> of(Decision decision, @Nullable ComponentHealth own, String host) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("SENTINEL_HOST", host);
    facts.put("SENTINEL_COMPONENT", decision.target().value());
    facts.put("SENTINEL_REMEDY", decision.remedy());
    facts.put("SENTINEL_ACTION", decision.action());
    facts.put("SENTINEL_REASON", decision.reason());
    facts.put("SENTINEL_SUMMARY", summary(decision, own, host));
    Score score = own == null ? null : own.score();
    facts.put("SENTINEL_STATUS", own == null ? "UNKNOWN" : own.status().name());
    facts.put("SENTINEL_SCORE", score == null ? "" : score.toString());
    facts.put("SENTINEL_MESSAGE", own == null ? "" : own.message());
    return facts;
  }

  private static String summary(Decision decision, @Nullable ComponentHealth own, String host) {
    String state =
        own == null
            ? ""
            : own.status() + (own.message().isEmpty() ? "" : ", " + own.message()) + "; ";
    return "Sentinel on " + host + ": " + decision.target() + ": " + state + decision.reason();
  }
}
