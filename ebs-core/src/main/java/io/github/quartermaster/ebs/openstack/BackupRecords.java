package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Region;
import java.util.Optional;

/** Which records of a chain of backups another region lacks. */
final class BackupRecords {
  /** Far longer than any that we make. */
  private static final int LONGEST_CHAIN = 100;

  private final CinderCalls calls;

  BackupRecords(CinderCalls calls) {
    this.calls = calls;
  }

  /**
   * The record that is to be given first: what a backup builds on comes before it. Nothing where
   * the other region has all.
   */
  Answer<Optional<BackupRecord>> firstMissing(Region from, Region to, String id) {
    Optional<BackupRecord> missing = Optional.empty();
    Optional<String> next = Optional.of(id);
    for (int length = 0; next.isPresent(); length++) {
      if (length == LONGEST_CHAIN) {
        return new Refused<>(Refused.Reason.INVALID, "its chain of backups has no end");
      }
      String asked = next.get();
      Answer<Boolean> there = isThere(to, asked);
      if (!(there instanceof Done<Boolean> known)) {
        return Answers.other(there);
      }
      if (known.value()) {
        break;
      }
      Answer<BackupRecord> told =
          calls.get(from, "/backups/" + asked + "/export_record", it -> BackupRecord.of(asked, it));
      if (!(told instanceof Done<BackupRecord> record)) {
        return Answers.other(told);
      }
      missing = Optional.of(record.value());
      next = record.value().parent();
    }
    return new Done<>(missing);
  }

  private Answer<Boolean> isThere(Region region, String id) {
    Answer<Boolean> found =
        calls.get(region, "/backups/" + id, told -> told.at("backup").isObject());
    return Answers.isNotFound(found) ? new Done<>(false) : found;
  }
}
