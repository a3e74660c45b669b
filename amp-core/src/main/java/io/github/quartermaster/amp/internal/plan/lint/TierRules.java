package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedAmp.TierEvidence;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.Tier;

/** Whether all that tells the tier tells the same. */
final class TierRules {
  private final AmpFile amp;
  private final TierEvidence evidence;
  private final Findings findings;

  TierRules(AmpFile amp, TierEvidence evidence, Findings findings) {
    this.amp = amp;
    this.evidence = evidence;
    this.findings = findings;
  }

  void check() {
    String share = evidence.share().orElse(null);
    String repository = evidence.repository().orElse(null);
    if (share != null && repository != null) {
      findings.add(
          LintRule.TIER_MIXED,
          "tier",
          "only Share reads " + share + ", only the repository reads " + repository,
          "Make an AMP for the repository and one for Share");
    } else if (share != null && amp.tier() == Tier.REPOSITORY) {
      contradicted(share, "Share");
    } else if (repository != null && amp.tier() == Tier.SHARE) {
      contradicted(repository, "the repository");
    } else if (amp.findings().stream().anyMatch(f -> f.code() == ProblemCode.TIER_ASSUMED)) {
      findings.add(
          LintRule.TIER_UNKNOWN,
          "tier",
          "nothing in the AMP tells whether it is for the repository or for Share",
          "Put 'share' or 'repo' into its file name; module.share.version.min tells too");
    }
  }

  private void contradicted(String path, String whose) {
    findings.add(
        LintRule.TIER_CONTRADICTED,
        amp.files().get(path) == null ? "" : amp.files().get(path).source(),
        0,
        path,
        "only "
            + whose
            + " reads "
            + path
            + ", but the AMP is for "
            + amp.tier()
            + (amp.module().shareVersions().isPresent() ? " by its module.share.version keys" : ""),
        "Correct what is wrong: the content, or the keys");
  }
}
