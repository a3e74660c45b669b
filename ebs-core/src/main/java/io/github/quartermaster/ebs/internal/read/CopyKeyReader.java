package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Region;
import java.util.Map;
import java.util.TreeMap;

/** Asks each region what it knows of the key that copies into it are to be encrypted with. */
public final class CopyKeyReader {
  private final BlockStorage storage;
  private final Patience patience;

  /** Asks a cloud, with this much patience. */
  public CopyKeyReader(BlockStorage storage, Patience patience) {
    this.storage = storage;
    this.patience = patience;
  }

  /**
   * Asks where the plan has copies to make.
   *
   * @param key as the user names it
   * @return {@link Answer.Done} or {@link Answer.Refused}, by region
   */
  public Map<Region, Answer<EncryptionKey>> ask(BackupPlan plan, String key) {
    Map<Region, Answer<EncryptionKey>> answers = new TreeMap<>();
    plan.volumes().stream()
        .filter(PlannedVolume::isPossible)
        .flatMap(volume -> volume.copies().stream())
        .filter(copy -> copy.existing().isEmpty())
        .map(PlannedCopy::region)
        .distinct()
        .forEach(
            region ->
                answers.put(
                    region,
                    patience.ask(
                        "check the key " + key + " for copies to " + region,
                        () -> storage.key(region, key))));
    return answers;
  }
}
