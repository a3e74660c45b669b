package io.github.quartermaster.ebs.openstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What one Cinder tells another about a backup.
 *
 * @param id of the backup, which stays the same
 * @param service the driver that wrote it, which the other must have, too
 * @param url not printed: names users and projects
 */
record BackupRecord(String id, String service, String url) {
  static BackupRecord of(String id, Json told) {
    Json record = told.at("backup-record");
    return new BackupRecord(
        id,
        record.required("backup_service", "a record without a service"),
        record.required("backup_url", "a record without an address"));
  }

  /** The backup that it builds on. */
  Optional<String> parent() {
    try {
      return JsonText.read(new String(Base64.getDecoder().decode(url), StandardCharsets.UTF_8))
          .at("parent_id")
          .text()
          .filter(id -> id.matches("[A-Za-z0-9-]{1,64}"));
    } catch (IOException | IllegalArgumentException e) {
      throw new SenselessAnswerException("the answer holds a record that cannot be read");
    }
  }

  Map<String, Object> body() {
    return Map.of("backup_service", service, "backup_url", url);
  }

  @Override
  public String toString() {
    return "BackupRecord[" + id + "]";
  }
}
