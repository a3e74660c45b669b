package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarHealth;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.List;

/** What was looked at in each WAR, in few lines; what was found are problems, told as such. */
public final class HealthText {
  private final PathNames paths;

  /** Writes with these names of files. */
  public HealthText(PathNames paths) {
    this.paths = paths;
  }

  /** The lines. */
  public List<String> lines(List<WarHealth> wars) {
    List<String> lines = new ArrayList<>();
    for (WarHealth war : wars) {
      lines.add(WarHeadline.of(war.war(), paths));
      lines.add("  " + looked(war));
    }
    return lines;
  }

  private static String looked(WarHealth war) {
    int libraries = war.evidence().libraryModules().size();
    return Wording.count(war.war().modules().size(), "module")
        + (libraries == 0 ? "" : " and " + libraries + " in libraries")
        + ", "
        + Wording.count(war.checkedFiles(), "file")
        + " compared"
        + (war.uncheckedFiles() == 0
            ? ""
            : ", " + war.uncheckedFiles() + " without a checksum to compare with");
  }

  /** The last line, where the build does not fail. */
  public static String closing(List<WarHealth> wars, PathNames paths) {
    List<WarFinding> findings = wars.stream().flatMap(war -> war.findings().stream()).toList();
    String where = Wording.row(wars.stream().map(war -> paths.shown(war.war().path())).toList());
    if (findings.isEmpty()) {
      return "All as it was installed in " + where;
    }
    long repairable = findings.stream().filter(WarFinding::repairable).count();
    return Wording.count(findings.size(), "finding")
        + " in "
        + where
        + (repairable == 0 ? "" : ", " + repairable + " of which amp:repair mends");
  }
}
