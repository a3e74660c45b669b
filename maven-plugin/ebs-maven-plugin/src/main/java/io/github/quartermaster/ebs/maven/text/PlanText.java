package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.maven.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan as text: a table of its volumes, what happens to each and why, and what it costs. */
public final class PlanText {
  private static final List<String> HEADERS =
      List.of("VOLUME", "DESCRIPTION", "SIZE", "SNAPSHOT", "COPIES", "WHY");

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public PlanText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(BackupPlan plan) {
    List<String> lines = new ArrayList<>();
    if (!plan.volumes().isEmpty()) {
      List<List<String>> rows = plan.volumes().stream().map(volume -> row(plan, volume)).toList();
      lines.addAll(new TextTable(HEADERS, rows, Set.of("SIZE")).lines(width));
      lines.add(
          "Run "
              + plan.run()
              + (plan.cost().currency().isEmpty()
                  ? ""
                  : ", expected to cost " + Money.of(plan.cost())));
    }
    return lines;
  }

  private static List<String> row(BackupPlan plan, PlannedVolume volume) {
    return List.of(
        volume.spec().id().value(),
        volume.spec().description().isEmpty() ? "-" : volume.spec().description(),
        volume.volume().map(Volume::sizeGib).map(size -> size + " GiB").orElse("-"),
        PlannedWords.action(volume),
        copies(volume),
        PlannedWords.reason(plan, volume));
  }

  private static String copies(PlannedVolume volume) {
    String copies = volume.copies().stream().map(PlanText::copy).collect(Collectors.joining(", "));
    return copies.isEmpty() || !volume.isPossible() ? "-" : copies;
  }

  private static String copy(PlannedCopy copy) {
    return PlannedWords.action(copy)
        + (copy.existing().isEmpty() && copy.full() ? " in full in " : " in ")
        + copy.region();
  }
}
