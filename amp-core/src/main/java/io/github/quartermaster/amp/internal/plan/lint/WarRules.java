package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.ReleaseRange;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an AMP and a WAR of its tier have in common, besides the module itself. */
final class WarRules {
  private final AmpFile amp;
  private final WarInventory war;
  private final Findings findings;
  private final Set<String> own;

  WarRules(AmpFile amp, WarInventory war, Findings findings) {
    this.amp = amp;
    this.war = war;
    this.findings = findings;
    this.own = ofModule(amp, war);
  }

  /** The files that the WAR has from an earlier version of the module: these will be replaced. */
  static Set<String> ofModule(AmpFile amp, WarInventory war) {
    Set<String> own = new TreeSet<>();
    for (InstalledModule installed : war.modules()) {
      if (installed.id().equals(amp.module().id())
          || amp.module().aliases().contains(installed.id())) {
        installed.modifications().ifPresent(changes -> own.addAll(changes.files().keySet()));
        String folder = installed.directory() + "/";
        own.addAll(war.files().subMap(folder, folder + Character.MAX_VALUE).keySet());
      }
    }
    return own;
  }

  void check() {
    checkSupported();
    Map<String, LibraryFile> libraries = new TreeMap<>();
    Map<Fingerprint, String> contents = new HashMap<>();
    for (Map.Entry<String, Fingerprint> file : war.files().entrySet()) {
      if (own.contains(file.getKey())) {
        continue;
      }
      LibraryFile.of(file.getKey())
          .ifPresent(
              library -> {
                libraries.put(library.identity(), library);
                contents.put(file.getValue(), library.fileName());
              });
    }
    amp.files().forEach((path, file) -> check(path, file, libraries, contents));
  }

  private void checkSupported() {
    ReleaseRange supported = amp.module().supportedVersions(war.tier());
    war.product()
        .version()
        .filter(version -> !supported.contains(version))
        .ifPresent(
            version ->
                findings.add(
                    LintRule.WAR_NOT_SUPPORTED,
                    ModulePropertiesRules.FILE,
                    0,
                    war.path().toString(),
                    "the module supports " + supported + ", " + war.path() + " is " + version,
                    "Widen its bounds if it does work there"));
  }

  private void check(
      String path,
      MappedFile file,
      Map<String, LibraryFile> libraries,
      Map<Fingerprint, String> contents) {
    Fingerprint there = own.contains(path) ? null : war.files().get(path);
    LibraryFile library = LibraryFile.of(path).orElse(null);
    if (there != null && there.matches(file.fingerprint())) {
      add(
          LintRule.IN_WAR_ALREADY,
          path,
          file,
          war.path() + " has the same " + path,
          library == null
              ? "Leave it out of the AMP"
              : "Leave it out of the AMP, by the scope provided");
    } else if (there != null) {
      boolean state = path.startsWith(WarLayout.MODULES + "/");
      add(
          LintRule.OVERWRITES_WAR,
          path,
          file,
          war.path() + " has another " + path,
          state
              ? "Move it to the folder of the module"
              : "Extend it instead, or allow this where it is meant");
    } else if (library != null) {
      LibraryFile other = libraries.get(library.identity());
      String same = contents.get(file.fingerprint());
      if (other != null) {
        add(
            LintRule.LIBRARY_IN_WAR,
            path,
            file,
            war.path() + " has " + other.fileName() + ", the AMP brings " + library.fileName(),
            "Leave it out of the AMP, by the scope provided, and build against the WAR's version");
      } else if (same != null && file.fingerprint().size() > 0) {
        add(
            LintRule.LIBRARY_IN_WAR,
            path,
            file,
            war.path() + " has the same as " + same,
            "Leave it out of the AMP");
      }
    }
  }

  private void add(LintRule rule, String path, MappedFile file, String message, String fix) {
    findings.add(rule, file.source(), 0, path, message, fix);
  }
}
