package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleRelations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the modules of a WAR stand to each other, in a plan as they would.
 *
 * @param needs who needs whom
 * @param overwrites who lies over whose files
 */
public record RelationsEntry(List<NeedEntry> needs, List<OverwriteEntry> overwrites) {
  private static final int MOST_PATHS = 100;

  /** Copies the lists. */
  public RelationsEntry {
    needs = List.copyOf(needs);
    overwrites = List.copyOf(overwrites);
  }

  static RelationsEntry of(ModuleRelations relations) {
    return new RelationsEntry(
        relations.needs().stream().map(NeedEntry::of).toList(),
        relations.overwrites().stream().map(OverwriteEntry::of).toList());
  }

  boolean isEmpty() {
    return needs.isEmpty() && overwrites.isEmpty();
  }

  /**
   * One module needs another.
   *
   * @param versions the range of versions as the module writes it
   * @param met whether one of them is there
   */
  public record NeedEntry(String module, String needs, String versions, boolean met) {
    static NeedEntry of(ModuleRelations.Need need) {
      return new NeedEntry(
          need.module().value(), need.needed().value(), need.versions().text(), need.met());
    }
  }

  /**
   * One module's files hide others.
   *
   * @param over the module whose files are hidden, or null for the WAR's own
   * @param files how many
   * @param paths the first hundred of them
   */
  public record OverwriteEntry(
      String module, @Nullable String over, int files, List<String> paths) {
    /** Copies the list. */
    public OverwriteEntry {
      paths = List.copyOf(paths);
    }

    static OverwriteEntry of(ModuleRelations.Overwrite overwrite) {
      return new OverwriteEntry(
          overwrite.module().value(),
          overwrite.over().map(ModuleId::value).orElse(null),
          overwrite.paths().size(),
          overwrite.paths().stream().limit(MOST_PATHS).toList());
    }
  }
}
