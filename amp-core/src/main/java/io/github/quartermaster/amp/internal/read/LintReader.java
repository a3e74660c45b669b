package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.AMP_UNREADABLE;
import static io.github.quartermaster.amp.model.ProblemCode.WAR_UNREADABLE;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.internal.format.PropertiesLines;
import io.github.quartermaster.amp.internal.xml.XmlDefinitions;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.LintedAmp.LibraryModule;
import io.github.quartermaster.amp.model.LintedAmp.TierEvidence;
import io.github.quartermaster.amp.model.LintedWar;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.PropertiesText;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.XmlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads AMPs, and the WARs that they are compared with, as thoroughly as their makers want. */
public final class LintReader {
  private static final String CLASS_PATH = "WEB-INF/classes/";
  private static final List<String> OF_EXTENSIONS =
      List.of("alfresco/module/", "alfresco/extension/", "alfresco/web-extension/");

  /** More than any Spring context or content model has; a larger file is left alone. */
  private static final int MAX_XML_BYTES = 4 << 20;

  /** Of all XML files of an archive together. */
  private static final long MAX_XML_TOTAL = 128L << 20;

  private final Map<String, Tier> tiers;
  private final ArchiveLimits limits;

  /**
   * Reads under these limits.
   *
   * @param tiers what the user says of tiers, by module id or file name
   */
  public LintReader(Map<String, Tier> tiers, ArchiveLimits limits) {
    this.tiers = tiers;
    this.limits = limits;
  }

  /** Whether a path is a folder that AMPs lie in, rather than an AMP. */
  public static boolean isTrawled(Path path) {
    return Files.isDirectory(path)
        && !String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".amp")
        && !Files.exists(path.resolve(AmpReader.MODULE_PROPERTIES))
        && !Files.exists(path.resolve(AmpReader.FILE_MAPPING));
  }

  /** Reads one AMP; one that no installer would take is read as far as it can be. */
  public LintedAmp readAmp(Path location) {
    try (ArchiveTree tree =
        Files.isDirectory(location)
            ? ExplodedTree.open(location, limits)
            : ZipDirectory.open(location, limits)) {
      return readAmp(location, tree);
    } catch (IOException e) {
      Problem refusal =
          new UnreadableArchive("AMP", location, AMP_UNREADABLE, "Build it anew")
              .because(e)
              .problem();
      return new LintedAmp(
          location,
          new TreeMap<>(),
          new TreeSet<>(),
          null,
          null,
          null,
          refusal,
          TierEvidence.NONE,
          List.of(),
          List.of(),
          List.of());
    }
  }

  private LintedAmp readAmp(Path location, ArchiveTree tree) throws IOException {
    SortedMap<String, Fingerprint> files = new TreeMap<>();
    SortedSet<String> directories = new TreeSet<>();
    for (ArchiveEntry entry : tree.entries()) {
      String name = entry.name();
      if (entry.isDirectory()) {
        directories.add(name.substring(0, name.length() - 1));
      } else {
        files.put(name, tree.fingerprint(entry));
      }
      for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
        directories.add(name.substring(0, slash));
      }
    }
    @Nullable AmpFile amp = null;
    @Nullable Problem refusal = null;
    TierEvidence evidence = TierEvidence.NONE;
    List<XmlText> xml = List.of();
    List<XmlText> xmlInLibraries = List.of();
    List<LibraryModule> inLibraries = List.of();
    try {
      amp = new AmpReader(tiers, limits).read(location);
      String fileName = String.valueOf(location.getFileName());
      evidence = TierDetection.evidence(amp.module(), amp.files().keySet(), fileName);
      xml = xml(tree, sources(amp));
      xmlInLibraries = XmlInLibraries.of(tree, amp);
      inLibraries = ModulesInLibraries.find(tree, amp);
    } catch (AmpException e) {
      refusal = e.problem();
    }
    return new LintedAmp(
        location,
        files,
        directories,
        properties(tree, AmpReader.MODULE_PROPERTIES),
        properties(tree, AmpReader.FILE_MAPPING),
        amp,
        refusal,
        evidence,
        xml,
        xmlInLibraries,
        inLibraries);
  }

  /**
   * Reads one WAR: its table of contents, its modules, and the XML files of its extensions, also
   * those in its libraries.
   */
  public LintedWar readWar(Path location, Set<String> compared) {
    WarInventory war = new WarReader(tiers, limits).read(location, compared);
    SortedMap<String, String> sources = new TreeMap<>();
    for (String extension : OF_EXTENSIONS) {
      String start = CLASS_PATH + extension;
      war.files().subMap(start, start + Character.MAX_VALUE).keySet().stream()
          .filter(LintReader::isXml)
          .forEach(path -> sources.put(path, path));
    }
    try (ArchiveTree tree =
        war.exploded()
            ? ExplodedTree.open(location, limits)
            : ZipDirectory.open(location, limits)) {
      List<XmlText> xml = new ArrayList<>(xml(tree, sources));
      xml.addAll(XmlInLibraries.of(tree));
      return new LintedWar(war, xml);
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", location, WAR_UNREADABLE, "Build it anew, or take it from a backup")
          .because(e);
    }
  }

  private static SortedMap<String, String> sources(AmpFile amp) {
    SortedMap<String, String> sources = new TreeMap<>();
    for (Map.Entry<String, MappedFile> file : amp.files().entrySet()) {
      if (file.getKey().startsWith(CLASS_PATH) && isXml(file.getKey())) {
        sources.putIfAbsent(file.getKey(), file.getValue().source());
      }
    }
    return sources;
  }

  private static boolean isXml(String path) {
    return path.endsWith(".xml");
  }

  /** Reads the XML files, by their paths in the WAR. */
  private static List<XmlText> xml(ArchiveTree tree, SortedMap<String, String> sources)
      throws IOException {
    List<XmlText> xml = new ArrayList<>();
    long total = 0;
    for (Map.Entry<String, String> source : sources.entrySet()) {
      ArchiveEntry entry = tree.find(source.getValue()).orElseThrow();
      total += entry.size();
      if (entry.size() > MAX_XML_BYTES || total > MAX_XML_TOTAL) {
        continue;
      }
      xml.add(
          XmlDefinitions.parse(
              source.getValue(), source.getKey(), tree.read(entry, MAX_XML_BYTES)));
    }
    return xml;
  }

  private static @Nullable PropertiesText properties(ArchiveTree tree, String name)
      throws IOException {
    Optional<ArchiveEntry> entry = tree.find(name);
    return entry.isEmpty() || entry.get().size() > AmpReader.MAX_PROPERTIES_BYTES
        ? null
        : PropertiesLines.parse(name, tree.read(entry.get(), AmpReader.MAX_PROPERTIES_BYTES));
  }
}
