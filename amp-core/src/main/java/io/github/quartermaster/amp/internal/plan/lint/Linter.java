package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.internal.plan.LatestPicker;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.LintedWar;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.XmlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges AMPs: each for itself, with the WARs that they go to, and with one another. */
public final class Linter {
  private static final List<String> DESCRIPTORS =
      List.of(ModulePropertiesRules.FILE, FileMappingRules.FILE);
  private static final int CHANGES = 3;
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparing(Finding::line)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject);

  private final List<LintedWar> wars;
  private final Map<Tier, Clashes> clashes = new EnumMap<>(Tier.class);
  private final List<AmpFile> earlier = new ArrayList<>();

  private Linter(List<LintedWar> wars) {
    this.wars = wars;
    for (Tier tier : Tier.values()) {
      Clashes ofTier = new Clashes();
      wars.stream().filter(war -> war.war().tier() == tier).forEach(ofTier::add);
      clashes.put(tier, ofTier);
    }
  }

  /**
   * All that is wrong: AMP by AMP in their order, and in each by file and line.
   *
   * @param wars what the AMPs are compared with; may be empty
   */
  public static List<Finding> lint(List<LintedAmp> amps, List<LintedWar> wars) {
    List<AmpFile> understood = amps.stream().flatMap(amp -> amp.amp().stream()).toList();
    // an older version of a module goes when the newer one comes, so that they cannot clash
    Set<Path> newest = new HashSet<>();
    LatestPicker.pick(understood).newest().values().forEach(amp -> newest.add(amp.location()));
    Linter linter = new Linter(wars);
    List<Finding> findings = new ArrayList<>();
    for (LintedAmp amp : amps) {
      findings.addAll(linter.lint(amp, newest));
    }
    return findings;
  }

  private List<Finding> lint(LintedAmp amp, Set<Path> newest) {
    Findings findings = new Findings(amp);
    checkDescriptors(amp, findings);
    amp.moduleProperties().ifPresent(text -> new ModulePropertiesRules(text, findings).check());
    amp.fileMapping().ifPresent(text -> new FileMappingRules(amp, text, findings).check());
    amp.amp().ifPresent(file -> check(amp, file, newest, findings));
    amp.problem().ifPresent(problem -> refused(problem, findings));
    return findings.all().stream().sorted(BY_PLACE).toList();
  }

  private void check(LintedAmp linted, AmpFile amp, Set<Path> newest, Findings findings) {
    new ContentRules(linted, amp, findings).check();
    new TierRules(amp, linted.tiers(), findings).check();
    List<LintedWar> ofTier = wars.stream().filter(war -> war.war().tier() == amp.tier()).toList();
    Set<String> replaced = new HashSet<>();
    for (LintedWar war : ofTier) {
      new WarRules(amp, war.war(), findings).check();
      replaced.addAll(WarRules.ofModule(amp, war.war()));
    }
    if (ofTier.isEmpty() && !wars.isEmpty()) {
      findings.add(
          LintRule.WAR_OF_OTHER_TIER,
          amp.tier().toString(),
          "the AMP is for " + amp.tier() + ", and no such WAR is named",
          "Name one");
    }
    for (AmpFile same : Clashes.sameModule(amp, earlier)) {
      findings.add(
          LintRule.MODULE_REPEATED,
          amp.module().id().value(),
          same.location() + " is " + amp.module().label() + " too, with other content",
          "Remove one of them, or give it another version");
    }
    if (newest.contains(amp.location())) {
      List<XmlText> xml = new ArrayList<>(linted.xml());
      xml.addAll(linted.xmlInLibraries());
      clashes.getOrDefault(amp.tier(), new Clashes()).add(amp, xml, replaced, findings);
    }
    earlier.add(amp);
  }

  private static void checkDescriptors(LintedAmp amp, Findings findings) {
    for (String file : amp.files().keySet()) {
      if (file.indexOf('/') >= 0 || DESCRIPTORS.contains(file)) {
        continue;
      }
      Similar.to(file, DESCRIPTORS, CHANGES)
          .ifPresent(
              descriptor ->
                  findings.add(
                      LintRule.DESCRIPTOR_MISNAMED,
                      file,
                      0,
                      file,
                      "nobody reads " + file,
                      "Rename it to " + descriptor + " if that is meant"));
    }
    if (amp.moduleProperties().isEmpty() && !amp.files().isEmpty()) {
      String packedWithFolder =
          amp.files().keySet().stream()
              .filter(file -> file.matches("[^/]+/" + ModulePropertiesRules.FILE))
              .findFirst()
              .map(file -> "; there is " + file + ", which is too deep")
              .orElse("");
      findings.add(
          LintRule.MODULE_PROPERTIES_MISSING,
          "",
          "there is no module.properties in the root of the AMP" + packedWithFolder,
          packedWithFolder.isEmpty() ? "Add it" : "Pack what is in the folder, not the folder");
    }
  }

  /** What nothing else has told better. */
  private static void refused(Problem problem, Findings findings) {
    if (problem.code() == ProblemCode.RESERVED_PATH) {
      findings.add(LintRule.RESERVED_PATH, "", problem.message(), problem.remedy());
    } else if (!findings.hasError()) {
      String advice = problem.remedy().replaceFirst("\\.$", "");
      findings.add(LintRule.AMP_UNREADABLE, "", problem.message(), advice);
    }
  }
}
