package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarEvidence;
import io.github.quartermaster.amp.model.WarRepair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Mends what is found in a WAR, as far as there is only one right answer and no file of anybody is
 * lost by it.
 */
public final class RepairPlanner {
  private final Instant now;

  /**
   * Plans at this time.
   *
   * @param now the install date of modules whose own cannot be read
   */
  public RepairPlanner(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What changes. */
  public WarRepair plan(WarEvidence evidence) {
    SortedMap<String, Source> written = new TreeMap<>();
    evidence
        .mendableStates()
        .forEach(
            (path, state) ->
                written.put(
                    path,
                    new Source.StateOf(
                        state.module(), Optional.ofNullable(state.installed()).orElse(now))));
    for (String path : evidence.untidyRecords()) {
      Optional.ofNullable(evidence.records().get(path))
          .ifPresent(record -> written.put(path, new Source.RecordOf(record)));
    }
    SortedSet<String> removed = new TreeSet<>();
    if (HealthCheck.canTellOrphans(evidence)) {
      removed.addAll(HealthCheck.orphanedOriginals(evidence));
    }
    SortedSet<String> folders = HealthCheck.emptyModuleFolders(evidence.war(), removed);
    return new WarRepair(
        HealthCheck.check(evidence), new WarEdit(removed, written, folders, new TreeSet<>()));
  }
}
