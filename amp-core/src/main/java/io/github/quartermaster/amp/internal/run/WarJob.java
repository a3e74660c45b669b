package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One WAR to be written.
 *
 * @param target where it is written; in place, the WAR itself
 * @param backups where backups of it lie, or null where it is not changed in place
 * @param former the backup that is put back, or null; of a packed WAR it is taken as it is
 */
record WarJob(
    WarPlan plan, WarTarget target, @Nullable BackupPlace backups, @Nullable Path former) {

  /** One whose WAR is changed, not put back. */
  WarJob(WarPlan plan, WarTarget target, @Nullable BackupPlace backups) {
    this(plan, target, backups, null);
  }

  /** The WAR as it was read. */
  WarInventory war() {
    return plan.war();
  }

  /** Where it was read from. */
  Path source() {
    return plan.war().path();
  }

  /** Where its result will be, as a user would say it. */
  Path result() {
    return isInPlace() ? source() : target.path();
  }

  WarEdit edit() {
    return plan.edit();
  }

  boolean isInPlace() {
    return backups != null;
  }
}
