package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat.ModuleDetails;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.FileStamp;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.amp.model.WarProduct;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A WAR for tests that lives in memory: a map of paths to contents, which plans are made for and
 * carried out on as their definition says, without any archive.
 */
final class TestWar {
  private final Map<String, String> contentsOfAmps = new HashMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedSet<String> directories = new TreeSet<>();
  private String version = "23.2.1";
  private String edition = "Community";
  private Tier tier = Tier.REPOSITORY;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  TestWar with(String path, String content) {
    files.put(path, content);
    addParents(path);
    return this;
  }

  TestWar version(String value) {
    version = value;
    return this;
  }

  TestWar edition(String value) {
    edition = value;
    return this;
  }

  TestWar inTier(Tier value) {
    tier = value;
    return this;
  }

  SortedMap<String, String> files() {
    return files;
  }

  SortedSet<String> directories() {
    return directories;
  }

  /** The files that are neither state nor kept originals. */
  SortedMap<String, String> payload() {
    SortedMap<String, String> payload = new TreeMap<>(files);
    payload.keySet().removeIf(path -> path.startsWith(WarLayout.MODULES + "/"));
    return payload;
  }

  List<String> originals() {
    return files.keySet().stream()
        .filter(path -> path.startsWith(WarLayout.ORIGINALS + "/"))
        .toList();
  }

  String record(String module) {
    return files.get(WarLayout.MODULES + "/" + module + "/" + WarLayout.MODIFICATIONS);
  }

  /** Remembers what an AMP's files hold, so that a plan can be carried out. */
  AmpFile amp(Wanted wanted, String... pathsAndContents) {
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      wanted.file(pathsAndContents[i], pathsAndContents[i + 1]);
      contentsOfAmps.put(
          wanted.build().location() + "!amp/" + pathsAndContents[i], pathsAndContents[i + 1]);
    }
    return wanted.build();
  }

  WarPlan plan(ApplyRules rules, AmpFile... amps) {
    return planAll(rules, amps).wars().get(0);
  }

  ApplyPlan planAll(ApplyRules rules, AmpFile... amps) {
    now = now.plusSeconds(3600);
    return new ApplyPlanner(rules, now).plan(List.of(amps), List.of(inventory()));
  }

  WarPlan apply(AmpFile... amps) {
    return apply(ApplyRules.DEFAULT, amps);
  }

  WarPlan apply(ApplyRules rules, AmpFile... amps) {
    ApplyPlan all = planAll(rules, amps);
    if (all.isRefused()) {
      throw new AssertionError("refused: " + all.allProblems());
    }
    carryOut(all.wars().get(0).edit());
    return all.wars().get(0);
  }

  WarPlan planUninstall(String... modules) {
    return planUninstall(false, modules);
  }

  WarPlan planUninstall(boolean ignoreDependants, String... modules) {
    List<ModuleId> ids = Stream.of(modules).map(ModuleId::new).toList();
    return new UninstallPlanner(ids, ignoreDependants).plan(List.of(inventory())).wars().get(0);
  }

  WarPlan uninstall(String... modules) {
    WarPlan plan = planUninstall(modules);
    if (plan.problems().stream().anyMatch(Problem::isError)) {
      throw new AssertionError("refused: " + plan.problems());
    }
    carryOut(plan.edit());
    return plan;
  }

  WarInventory inventory() {
    SortedMap<String, Fingerprint> fingerprints = new TreeMap<>();
    files.forEach((path, content) -> fingerprints.put(path, Wanted.fingerprint(content)));
    List<InstalledModule> modules = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(WarLayout.MODULES + "/")
              && path.endsWith("/" + WarLayout.MODULE_PROPERTIES)) {
            ModuleDetails details = ModulePropertiesFormat.parse(bytes(content));
            String recorded = files.get(WarLayout.modifications(details.module().id()));
            modules.add(
                new InstalledModule(
                    details.module(),
                    WarLayout.parent(path),
                    details.state(),
                    details.installDate().orElse(null),
                    recorded == null ? null : ModificationsFormat.parse(bytes(recorded))));
          }
        });
    return new WarInventory(
        Path.of("alfresco.war"),
        false,
        new FileStamp("", 0, 0),
        tier,
        new WarProduct("Alfresco", new ReleaseVersion(version), edition),
        fingerprints,
        new TreeSet<>(directories),
        modules,
        List.of());
  }

  private void carryOut(WarEdit edit) {
    Map<String, String> before = Map.copyOf(files);
    edit.removed().forEach(files::remove);
    edit.directoriesRemoved().forEach(directories::remove);
    directories.addAll(edit.directoriesAdded());
    edit.written().forEach((path, source) -> files.put(path, content(source, before)));
    for (String path : files.keySet()) {
      if (!directories.contains(WarLayout.parent(path)) && path.contains("/")) {
        throw new AssertionError("no folder for " + path);
      }
    }
  }

  private String content(Source source, Map<String, String> before) {
    if (source instanceof Source.FromAmp amp) {
      return required(contentsOfAmps.get(amp.amp() + "!" + amp.entry()), source);
    } else if (source instanceof Source.FromWar war) {
      return required(before.get(war.path()), source);
    } else if (source instanceof Source.StateOf state) {
      return new String(
          ModulePropertiesFormat.format(state.module(), state.installDate()),
          StandardCharsets.ISO_8859_1);
    }
    return new String(
        ModificationsFormat.format(((Source.RecordOf) source).modifications()),
        StandardCharsets.ISO_8859_1);
  }

  private static String required(String content, Source source) {
    if (content == null) {
      throw new AssertionError("nothing at " + source);
    }
    return content;
  }

  private void addParents(String path) {
    for (String p = WarLayout.parent(path); !p.isEmpty(); p = WarLayout.parent(p)) {
      directories.add(p);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
