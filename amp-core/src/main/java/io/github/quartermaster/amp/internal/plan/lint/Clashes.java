package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedWar;
import io.github.quartermaster.amp.model.XmlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What several AMPs of one tier, and the WARs that they go to, cannot all have. Each AMP is told of
 * what came before it: of the WARs, and of the AMPs named earlier.
 */
final class Clashes {
  private final Map<String, Owner> paths = new HashMap<>();
  private final Map<String, Owner> libraries = new HashMap<>();
  private final DefinitionClashes definitions = new DefinitionClashes();

  /**
   * Who has something already.
   *
   * @param amp null where a WAR has it
   */
  private record Owner(
      String label, String place, String target, @Nullable Path amp, @Nullable MappedFile file) {}

  /** Takes in what the extensions of a WAR define. */
  void add(LintedWar war) {
    definitions.add(war);
  }

  /**
   * Judges an AMP by what came before it, and takes it in.
   *
   * @param replaced the files of WARs that the AMP will replace, being the module's own
   */
  void add(AmpFile amp, List<XmlText> xml, Set<String> replaced, Findings findings) {
    amp.files().forEach((path, file) -> addFile(amp, path, file, findings));
    amp.files().keySet().stream()
        .flatMap(path -> LibraryFile.of(path).stream())
        .forEach(library -> addLibrary(amp, library, findings));
    definitions.add(amp, xml, replaced, findings);
  }

  private void addFile(AmpFile amp, String path, MappedFile file, Findings findings) {
    Owner first =
        paths.putIfAbsent(path, new Owner(amp.module().label(), path, path, amp.location(), file));
    if (first != null
        && first.file != null
        && !first.file.fingerprint().matches(file.fingerprint())) {
      findings.add(
          LintRule.PATH_CLASH,
          file.source(),
          0,
          path,
          "module " + first.label + " brings another " + path,
          "Give it a name of its own, or allow it by an overwrite pattern when both are applied");
    }
  }

  private void addLibrary(AmpFile amp, LibraryFile library, Findings findings) {
    Owner first =
        libraries.putIfAbsent(
            library.identity(),
            new Owner(
                amp.module().label(), library.fileName(), library.path(), amp.location(), null));
    if (first != null
        && !amp.location().equals(first.amp)
        && !first.target.equals(library.path())) {
      MappedFile file = amp.files().get(library.path());
      findings.add(
          LintRule.LIBRARY_CLASH,
          file == null ? "" : file.source(),
          0,
          library.path(),
          "module " + first.label + " brings " + first.place + ", this one " + library.fileName(),
          "Agree on one version");
    }
  }

  /** Where the AMPs say to be the same. */
  static List<AmpFile> sameModule(AmpFile amp, List<AmpFile> earlier) {
    List<AmpFile> same = new ArrayList<>();
    for (AmpFile other : earlier) {
      if (other.key().equals(amp.key())
          && other.module().version().compareTo(amp.module().version()) == 0
          && !other.hasSameContentAs(amp)) {
        same.add(other);
      }
    }
    return same;
  }
}
