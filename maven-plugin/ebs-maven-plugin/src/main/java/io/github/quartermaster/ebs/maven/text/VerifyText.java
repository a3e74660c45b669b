package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.VerifyResult;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ReadingCost;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.model.VerifiedBackup;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was verified, and what is wrong with it, as a table. */
public final class VerifyText {
  private static final List<String> HEADERS =
      List.of("VOLUME", "RUN", "REGION", "SNAPSHOT", "KIND", "SIZE", "STATE", "BLOCKS", "RESULT");
  private static final String NOTHING = "-";

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public VerifyText(int width) {
    this.width = width;
  }

  /** What is about to be read, and for how much; empty where nothing is. */
  public static List<String> ahead(VerificationPlan plan) {
    if (plan.rules().level() == VerificationLevel.STATE) {
      return List.of();
    }
    ReadingCost cost = plan.cost();
    String what =
        "Reading blocks of "
            + Wording.count(
                plan.checks().stream().mapToInt(check -> check.readable().size()).sum(), "snapshot")
            + ": up to "
            + Wording.count(cost.lists(), "list");
    String sampled =
        cost.blocks() == 0
            ? ""
            : " and " + Wording.count(cost.blocks(), "block") + ", seed " + plan.rules().seed();
    return List.of(
        what + sampled + ", expected to cost up to " + amount(cost) + " " + cost.currency());
  }

  /** Such amounts are small: to a tenth of a cent, and never less than they are. */
  private static String amount(ReadingCost cost) {
    BigDecimal rounded = cost.amount().setScale(3, RoundingMode.UP);
    return rounded.toPlainString();
  }

  /** The lines. */
  public List<String> lines(VerifyResult result) {
    List<List<String>> rows = new ArrayList<>();
    result.backups().forEach(backup -> rows.addAll(rows(backup)));
    return rows.isEmpty() ? List.of() : new TextTable(HEADERS, rows, Set.of("SIZE")).lines(width);
  }

  private static List<List<String>> rows(VerifiedBackup backup) {
    List<List<String>> rows = new ArrayList<>();
    List<Snapshot> snapshots = backup.check().snapshots();
    for (Snapshot snapshot : snapshots) {
      rows.add(row(backup, snapshot));
    }
    String others =
        codes(
            backup.problems().stream()
                .filter(
                    problem ->
                        snapshots.stream()
                            .noneMatch(each -> problem.subject().equals(each.id().value())))
                .toList());
    if (!others.isEmpty()) {
      String run = backup.check().run();
      rows.add(
          List.of(
              backup.check().volume().value(),
              run.isEmpty() ? NOTHING : run,
              NOTHING,
              NOTHING,
              NOTHING,
              "",
              NOTHING,
              NOTHING,
              others));
    }
    return rows;
  }

  private static List<String> row(VerifiedBackup backup, Snapshot snapshot) {
    String codes =
        codes(
            backup.problems().stream()
                .filter(problem -> problem.subject().equals(snapshot.id().value()))
                .toList());
    return List.of(
        snapshot.sourceVolume().value(),
        backup.check().run(),
        snapshot.region().name(),
        snapshot.id().value(),
        snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent() ? "copy" : "snapshot",
        snapshot.sizeGib() + " GiB",
        PlannedWords.state(snapshot),
        backup.readings().stream()
            .filter(reading -> reading.snapshot().equals(snapshot))
            .filter(reading -> reading.unreadable().isEmpty())
            .findFirst()
            .map(VerifyText::blocks)
            .orElse(NOTHING),
        codes.isEmpty() ? "good" : codes);
  }

  private static String blocks(BlockReading reading) {
    String all = String.valueOf(reading.blocks());
    String read = reading.sampled() == 0 ? "" : ", " + reading.sampled() + " read";
    return all + read + (reading.beginning().isEmpty() ? "" : ", " + reading.beginning());
  }

  private static String codes(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.code().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
