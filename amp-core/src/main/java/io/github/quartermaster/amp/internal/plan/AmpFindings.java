package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.ArrayList;
import java.util.List;

/** Which findings of an AMP matter, now that the WARs are known. */
public final class AmpFindings {
  private AmpFindings() {}

  /** All, but not that its tier is a guess where its module is in a WAR of that tier already. */
  public static List<Problem> thatMatter(AmpFile amp, List<WarInventory> wars) {
    List<Problem> findings = new ArrayList<>(amp.findings());
    for (WarInventory war : wars) {
      if (war.tier() == amp.tier() && war.module(amp.module().id()).isPresent()) {
        findings.removeIf(finding -> finding.code() == ProblemCode.TIER_ASSUMED);
      }
    }
    return findings;
  }
}
