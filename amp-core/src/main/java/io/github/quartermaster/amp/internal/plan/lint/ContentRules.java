package io.github.quartermaster.amp.internal.plan.lint;

import static io.github.quartermaster.amp.internal.plan.lint.Findings.some;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.LintedAmp.LibraryModule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an AMP brings to the WAR, and what it only seems to bring. */
final class ContentRules {
  private static final String CLASS_PATH = "WEB-INF/classes/";
  private static final Pattern JUNK =
      Pattern.compile(
          "(?:.*/)?(?:\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\._[^/]*|[^/]*~|[^/]*\\.(?:orig|rej|swp|bak)"
              + "|\\.git(?:ignore|keep|attributes)|(?:__MACOSX|\\.svn|\\.git|CVS|\\.idea)/.*)",
          Pattern.CASE_INSENSITIVE);

  private final LintedAmp linted;
  private final AmpFile amp;
  private final Findings findings;

  ContentRules(LintedAmp linted, AmpFile amp, Findings findings) {
    this.linted = linted;
    this.amp = amp;
    this.findings = findings;
  }

  void check() {
    checkCopied();
    checkCollisions();
    checkStates();
    checkNames();
    checkLibraries();
    linted.xml().forEach(this::checkXml);
  }

  private void add(LintRule rule, String path, String message, String fix) {
    MappedFile file = amp.files().get(path);
    findings.add(rule, file == null ? "" : file.source(), 0, path, message, fix);
  }

  private void checkCopied() {
    if (amp.files().isEmpty() && amp.directories().isEmpty()) {
      findings.add(
          LintRule.NOTHING_COPIED,
          "",
          "no file of the AMP lies below a mapped folder",
          "Put its files into config, lib or web, or map the folders that they lie in");
      return;
    }
    List<String> told = amp.findings().stream().limit(20).map(Problem::message).toList();
    Set<String> copied = new TreeSet<>();
    amp.files().values().forEach(file -> copied.add(file.source()));
    SortedMap<String, List<String>> left = new TreeMap<>();
    for (String file : linted.files().keySet()) {
      int slash = file.indexOf('/');
      boolean meant =
          slash < 0 || file.startsWith("META-INF/") || copied.contains(file) || isOwnState(file);
      if (!meant && told.stream().noneMatch(message -> message.contains(file))) {
        left.computeIfAbsent(file.substring(0, slash), folder -> new ArrayList<>()).add(file);
      }
    }
    left.forEach(
        (folder, files) ->
            findings.add(
                LintRule.FILES_NOT_COPIED,
                files.get(0),
                0,
                folder,
                (files.size() == 1 ? "1 file" : files.size() + " files")
                    + " below "
                    + folder
                    + (files.size() == 1 ? " goes nowhere: " : " go nowhere: ")
                    + some(files),
                folder.equals("web")
                    ? "Add /web=/ to file-mapping.properties"
                    : "Map the folder in file-mapping.properties, or leave it out of the AMP"));
  }

  /** The installer writes the module's state, so that the reader leaves it out. */
  private boolean isOwnState(String file) {
    return file.endsWith(
        "alfresco/module/" + amp.module().id() + "/" + WarLayout.MODULE_PROPERTIES);
  }

  private void checkCollisions() {
    for (Problem told : amp.findings()) {
      if (told.code() == ProblemCode.MAPPING_COLLISION) {
        findings.add(
            LintRule.MAPPING_COLLISION,
            FileMappingRules.FILE,
            0,
            "",
            told.message(),
            "Correct the mappings, or rename one of the files");
      } else if (told.code() == ProblemCode.MODULE_STATE_BROKEN) {
        findings.add(LintRule.MODULE_STATE_BROKEN, "", told.message(), "Correct or remove it");
      }
    }
  }

  private void checkStates() {
    String id = amp.module().id().value();
    amp.bundled()
        .forEach(
            (path, module) ->
                add(
                    LintRule.MODULE_BUNDLED,
                    path,
                    "the AMP brings the module " + module.label() + " along",
                    "Make an AMP of its own of that module, or remove its module.properties"));
    Fingerprint declared = linted.files().get(ModulePropertiesRules.FILE);
    linted.files().entrySet().stream()
        .filter(file -> isOwnState(file.getKey()))
        .filter(file -> declared != null && !file.getValue().matches(declared))
        .forEach(
            file ->
                findings.add(
                    LintRule.MODULE_STATE_DIFFERS,
                    file.getKey(),
                    0,
                    id,
                    file.getKey() + " says something else than module.properties in the root",
                    "Remove it"));
    linted.inLibraries().forEach(this::checkStateInLibrary);
    SortedSet<String> others = new TreeSet<>();
    boolean bootstrapped = false;
    List<String> contexts = new ArrayList<>();
    for (String path : amp.files().keySet()) {
      bootstrapped |= isLoaded(path);
      if (path.startsWith(WarLayout.MODULES + "/")) {
        String rest = path.substring(WarLayout.MODULES.length() + 1);
        checkContext(path, rest);
        int slash = rest.indexOf('/');
        if (slash > 0) {
          others.add(rest.substring(0, slash));
        }
        if (rest.endsWith("-context.xml")) {
          contexts.add(path);
        }
      } else if (path.startsWith(CLASS_PATH + "alfresco/modules/")) {
        notLoaded(path, "Alfresco looks into alfresco/module, not alfresco/modules", "Rename it");
      }
    }
    boolean repository = amp.tier() == io.github.quartermaster.amp.model.Tier.REPOSITORY;
    if (!bootstrapped && repository && !contexts.isEmpty()) {
      notLoaded(
          contexts.get(0),
          "there is no module-context.xml, so that nothing loads " + some(contexts),
          "Add "
              + WarLayout.moduleFolder(amp.module().id())
              + "/module-context.xml and import them");
    }
    others.remove(id);
    amp.bundled().keySet().forEach(path -> others.remove(folderName(path)));
    for (String other : others) {
      if (WarLayout.ORIGINALS.endsWith("/" + other)) {
        continue;
      }
      boolean former = amp.module().aliases().stream().anyMatch(a -> a.value().equals(other));
      findings.add(
          LintRule.MODULE_FOLDER_OTHER,
          "",
          0,
          other,
          "there are files in alfresco/module/"
              + other
              + (former ? ", a former id of the module, which is " : " while the module is ")
              + id,
          "Move them to alfresco/module/" + id);
    }
  }

  private static boolean isLoaded(String path) {
    return path.endsWith("/module-context.xml")
        || (path.startsWith(CLASS_PATH + "alfresco/extension/") && path.endsWith("-context.xml"));
  }

  private static String folderName(String path) {
    String folder = WarLayout.parent(path);
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private void checkContext(String path, String rest) {
    int slash = rest.indexOf('/');
    String name = rest.substring(slash + 1);
    boolean direct = slash > 0 && name.indexOf('/') < 0;
    if (slash < 0 && rest.endsWith("-context.xml")) {
      notLoaded(
          path, rest + " lies beside the modules' folders", "Move it into that of the module");
    } else if (direct
        && !name.equals("module-context.xml")
        && Similar.distance(name, "module-context.xml") <= 2) {
      notLoaded(path, "nothing loads " + name, "Rename it to module-context.xml if that is meant");
    }
  }

  private void notLoaded(String path, String message, String fix) {
    add(LintRule.CONTEXT_NOT_LOADED, path, message, fix);
  }

  private void checkStateInLibrary(LibraryModule stated) {
    String library = stated.place().substring(0, stated.place().indexOf("!/"));
    if (stated.module().isEmpty()) {
      findings.add(
          LintRule.MODULE_STATE_BROKEN,
          library,
          0,
          stated.place(),
          "tried to read " + stated.place() + "; " + stated.reason(),
          "Correct or remove it");
      return;
    }
    AmpModule own = amp.module();
    AmpModule other = stated.module().get();
    if (other.id().equals(own.id()) && !other.version().equals(own.version())) {
      findings.add(
          LintRule.LIBRARY_BRINGS_MODULE,
          library,
          0,
          stated.place(),
          stated.place() + " says " + other.version() + ", module.properties says " + own.version(),
          "Remove it from the library, or have both filtered by the same build");
    }
  }

  private void checkNames() {
    each(
        LintRule.JUNK_FILE,
        file -> JUNK.matcher(file).matches(),
        "the AMP brings what programs leave behind: ",
        "Leave these files out of the AMP");
    each(
        LintRule.NESTED_ARCHIVE,
        file -> file.toLowerCase(Locale.ROOT).matches(".*\\.(?:amp|war)"),
        "the AMP brings archives that the Module Management Tool takes apart: ",
        "Give them another ending, or apply them for themselves");
    each(
        LintRule.NAME_NON_ASCII,
        file -> file.chars().anyMatch(c -> c > '~'),
        "there are names beyond ASCII: ",
        "Rename the files, or accept it where only this plugin applies the AMP");
    SortedMap<String, String> lower = new TreeMap<>();
    for (String path : amp.files().keySet()) {
      String rival = lower.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
      if (rival != null) {
        add(
            LintRule.NAME_CASE_CLASH,
            path,
            "its name differs from " + rival + " only in case",
            "Rename it");
      }
    }
  }

  private void each(LintRule rule, Predicate<String> matching, String message, String fix) {
    List<String> paths = amp.files().keySet().stream().filter(matching).toList();
    if (!paths.isEmpty()) {
      add(rule, paths.get(0), message + some(paths), fix);
    }
  }

  private void checkLibraries() {
    SortedMap<String, List<LibraryFile>> libraries = new TreeMap<>();
    for (String path : amp.files().keySet()) {
      LibraryFile library = LibraryFile.of(path).orElse(null);
      if (library != null) {
        libraries.computeIfAbsent(library.identity(), l -> new ArrayList<>()).add(library);
        checkSnapshot(library);
      } else if (path.endsWith(".jar") && path.startsWith("WEB-INF/")) {
        add(
            LintRule.LIBRARY_NOT_LOADED,
            path,
            "no class loader looks for the library " + path,
            "Put it directly into lib");
      }
    }
    libraries.forEach(
        (identity, files) -> {
          if (files.size() > 1) {
            add(
                LintRule.LIBRARY_REPEATED,
                files.get(1).path(),
                "the AMP brings "
                    + identity
                    + " more than once: "
                    + some(files.stream().map(LibraryFile::fileName).toList()),
                "Keep one of them");
          }
        });
  }

  private void checkSnapshot(LibraryFile library) {
    String version = library.version().orElse("");
    if (version.toUpperCase(Locale.ROOT).contains("SNAPSHOT")
        && !version.equals(amp.module().version().text())) {
      add(
          LintRule.LIBRARY_SNAPSHOT,
          library.path(),
          "the library " + library.fileName() + " is a snapshot",
          "Depend on a release of it");
    }
  }

  private void checkXml(XmlText xml) {
    xml.flaw()
        .ifPresent(
            reason ->
                findings.add(
                    LintRule.XML_MALFORMED,
                    xml.file(),
                    xml.line(),
                    xml.target(),
                    "tried to read the XML; " + reason,
                    "Correct it"));
  }
}
