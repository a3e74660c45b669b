package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.WarComparison;
import io.github.quartermaster.amp.model.WarComparison.Change;
import io.github.quartermaster.amp.model.WarComparison.Kind;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds how one WAR differs from another: by module, by library, by file. */
public final class WarComparer {
  private static final SortedMap<String, Fingerprint> NONE = new TreeMap<>();

  private WarComparer() {}

  /** Compares them. */
  public static WarComparison compare(WarInventory before, WarInventory after) {
    return new WarComparison(
        before,
        after,
        modules(before, after),
        libraries(libraries(before), libraries(after)),
        files(before, after));
  }

  private static List<Change> modules(WarInventory before, WarInventory after) {
    SortedMap<String, String> one = versions(before);
    SortedMap<String, String> two = versions(after);
    List<Change> changes = new ArrayList<>();
    for (String id : union(one, two)) {
      String from = one.get(id);
      String to = two.get(id);
      if (from == null || to == null) {
        changes.add(new Change(from == null ? Kind.ADDED : Kind.REMOVED, id, from, to));
      } else if (!from.equals(to)) {
        changes.add(new Change(direction(from, to), id, from, to));
      }
    }
    return changes;
  }

  private static SortedMap<String, String> versions(WarInventory war) {
    SortedMap<String, String> versions = new TreeMap<>();
    for (InstalledModule module : war.modules()) {
      versions.put(module.id().value(), module.module().version().text());
    }
    return versions;
  }

  private static Kind direction(String from, String to) {
    int order = new ModuleVersion(to).compareTo(new ModuleVersion(from));
    return order == 0 ? Kind.CHANGED : order > 0 ? Kind.NEWER : Kind.OLDER;
  }

  /** The files of each library, by path; more than one where it is there in several versions. */
  private static SortedMap<String, SortedMap<String, Fingerprint>> libraries(WarInventory war) {
    SortedMap<String, SortedMap<String, Fingerprint>> libraries = new TreeMap<>();
    war.files()
        .forEach(
            (path, content) ->
                LibraryFile.of(path)
                    .ifPresent(
                        library ->
                            libraries
                                .computeIfAbsent(library.identity(), l -> new TreeMap<>())
                                .put(path, content)));
    return libraries;
  }

  private static List<Change> libraries(
      SortedMap<String, SortedMap<String, Fingerprint>> before,
      SortedMap<String, SortedMap<String, Fingerprint>> after) {
    List<Change> changes = new ArrayList<>();
    for (String identity : union(before, after)) {
      SortedMap<String, Fingerprint> one = new TreeMap<>(before.getOrDefault(identity, NONE));
      SortedMap<String, Fingerprint> two = new TreeMap<>(after.getOrDefault(identity, NONE));
      for (String path : List.copyOf(one.keySet())) {
        Fingerprint other = two.get(path);
        if (other != null) {
          if (!other.matches(one.getOrDefault(path, other))) {
            changes.add(new Change(Kind.CHANGED, identity, name(path), name(path)));
          }
          one.remove(path);
          two.remove(path);
        }
      }
      if (one.size() == 1 && two.size() == 1) {
        changes.add(replaced(identity, one.firstKey(), two.firstKey()));
      } else {
        one.keySet().forEach(p -> changes.add(new Change(Kind.REMOVED, identity, name(p), null)));
        two.keySet().forEach(p -> changes.add(new Change(Kind.ADDED, identity, null, name(p))));
      }
    }
    return changes;
  }

  private static Change replaced(String identity, String from, String to) {
    String one = LibraryFile.of(from).flatMap(LibraryFile::version).orElse("");
    String two = LibraryFile.of(to).flatMap(LibraryFile::version).orElse("");
    Kind kind = one.isEmpty() || two.isEmpty() ? Kind.CHANGED : direction(one, two);
    return new Change(kind, identity, name(from), name(to));
  }

  private static String name(String path) {
    return path.substring(LibraryFile.FOLDER.length());
  }

  private static List<Change> files(WarInventory before, WarInventory after) {
    List<Change> changes = new ArrayList<>();
    for (String path : union(before.files(), after.files())) {
      if (LibraryFile.of(path).isPresent() || isRecord(path)) {
        continue;
      }
      Fingerprint one = before.files().get(path);
      Fingerprint two = after.files().get(path);
      if (one == null) {
        changes.add(new Change(Kind.ADDED, path, null, null));
      } else if (two == null) {
        changes.add(new Change(Kind.REMOVED, path, null, null));
      } else if (!one.matches(two)) {
        changes.add(new Change(Kind.CHANGED, path, null, null));
      }
    }
    return changes;
  }

  /** What installers write of their own: it differs with the day, and modules tell the rest. */
  private static boolean isRecord(String path) {
    return WarLayout.isModuleProperties(path)
        || path.startsWith(WarLayout.ORIGINALS + "/")
        || (path.startsWith(WarLayout.MODULES + "/")
            && path.endsWith("/" + WarLayout.MODIFICATIONS));
  }

  private static SortedSet<String> union(Map<String, ?> one, Map<String, ?> two) {
    SortedSet<String> union = new TreeSet<>(one.keySet());
    union.addAll(two.keySet());
    return union;
  }
}
