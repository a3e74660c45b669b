package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.report.VerifyReport.BackupEntry;
import io.github.quartermaster.ebs.maven.report.VerifyReport.BlocksEntry;
import io.github.quartermaster.ebs.maven.report.VerifyReport.VerifiedEntry;
import io.github.quartermaster.maven.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page of a verification shows. */
final class VerifiedPage {
  private VerifiedPage() {}

  static List<ProblemEntry> problems(VerifyReport report) {
    List<ProblemEntry> all = new ArrayList<>(report.problems());
    for (BackupEntry backup : report.backups()) {
      all.addAll(backup.problems());
      backup.snapshots().forEach(snapshot -> all.addAll(snapshot.problems()));
    }
    return all;
  }

  static List<Map<String, Object>> rows(VerifyReport report) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (BackupEntry backup : report.backups()) {
      backup.snapshots().forEach(snapshot -> rows.add(row(backup, snapshot)));
    }
    return rows;
  }

  private static Map<String, Object> row(BackupEntry backup, VerifiedEntry snapshot) {
    BlocksEntry blocks = snapshot.blocks();
    String codes =
        snapshot.problems().stream()
            .map(ProblemEntry::code)
            .distinct()
            .collect(Collectors.joining(", "));
    return Map.of(
        "title", backup.title(),
        "run", backup.run(),
        "region", snapshot.region(),
        "snapshot", snapshot.snapshotId(),
        "kind", snapshot.kind(),
        "startedAt", HtmlPage.time(snapshot.startedAt()),
        "state", snapshot.state(),
        "blocks", blocks == null ? "-" : text(blocks),
        "result", codes.isEmpty() ? "good" : codes,
        "class", codes.isEmpty() ? "completed" : "failed");
  }

  private static String text(BlocksEntry blocks) {
    return blocks.count()
        + (blocks.sampled() == 0 ? "" : ", " + blocks.sampled() + " read")
        + (blocks.beginning().isEmpty() ? "" : ", " + blocks.beginning());
  }
}
