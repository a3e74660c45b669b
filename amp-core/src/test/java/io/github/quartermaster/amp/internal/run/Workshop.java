package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.internal.file.Stamps;
import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.amp.model.WarProduct;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with small WARs and an AMP, and a plan to apply it: it removes a file with its folder,
 * brings one in a new folder, overwrites one and keeps the original, and writes the state of the
 * module.
 */
final class Workshop {
  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  static final String OVERWRITTEN = "index.jsp";
  private static final String MODULE = "WEB-INF/classes/alfresco/module/blog";
  private static final String BACKUP = "WEB-INF/classes/alfresco/module/backup";
  private static final String ORIGINAL = BACKUP + "/1.bin";
  private static final String RECORD =
      "add|/WEB-INF/lib/blog.jar\nupdate|/" + OVERWRITTEN + "|/" + ORIGINAL + "\n";
  private static final Path AMP = Path.of("amps", "blog.amp");

  final Path folder;
  final Path webapps;
  final List<Path> wars = new ArrayList<>();
  final List<AmpEvent> events = Collections.synchronizedList(new ArrayList<>());

  private Workshop(Path folder) {
    this.folder = folder;
    this.webapps = folder.resolve("webapps");
  }

  /** Makes WARs; those whose names end in {@code .war} are packed. */
  static Workshop create(Path folder, String... wars) {
    try {
      Workshop workshop = new Workshop(folder.toRealPath());
      Files.createDirectories(workshop.webapps);
      Files.createDirectories(folder.resolve("amps"));
      writeZip(folder.resolve(AMP), ampFiles());
      for (String name : wars) {
        Path war = workshop.webapps.resolve(name);
        Files.createDirectories(war.getParent());
        if (name.endsWith(".war")) {
          writeZip(war, warFiles());
        } else {
          writeTree(war, warFiles());
        }
        workshop.wars.add(war);
      }
      return workshop;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A workshop that was made before. */
  static Workshop open(Path folder, List<String> wars) {
    try {
      Workshop workshop = new Workshop(folder.toRealPath());
      wars.forEach(name -> workshop.wars.add(workshop.webapps.resolve(name)));
      return workshop;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SortedMap<String, String> warFiles() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
    files.put("WEB-INF/web.xml", "<web-app/>");
    files.put("WEB-INF/lib/base.jar", "base".repeat(1000));
    files.put("WEB-INF/old/gone.txt", "gone");
    files.put("WEB-INF/classes/alfresco/version.properties", "version.major=23\n");
    files.put("WEB-INF/classes/alfresco/module/other/readme.txt", "no module");
    files.put(OVERWRITTEN, "the original page");
    files.put("zoo.txt", "untouched");
    return files;
  }

  private static SortedMap<String, String> ampFiles() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("module.properties", "module.id=blog\n");
    files.put("lib/blog.jar", "blog".repeat(3000));
    files.put("web/index.jsp", "the new page");
    files.put("gone.txt", "gone");
    return files;
  }

  /** The plan for all WARs that do not hold the module yet. */
  ApplyPlan plan() {
    return new ApplyPlan(wars.stream().map(war -> plan(war, !isNew(war))).toList(), List.of());
  }

  private WarPlan plan(Path war, boolean changes) {
    return new WarPlan(inventory(war), List.of(), changes ? edit() : WarEdit.NONE, List.of());
  }

  /** The plan that makes all WARs as they were before. */
  ApplyPlan planBack() {
    return new ApplyPlan(
        wars.stream()
            .map(war -> new WarPlan(inventory(war), List.of(), editBack(), List.of()))
            .toList(),
        List.of());
  }

  private WarEdit editBack() {
    WarEdit edit = edit();
    TreeSet<String> removed = new TreeSet<>(edit.written().keySet());
    removed.remove(OVERWRITTEN);
    SortedMap<String, Source> written = new TreeMap<>();
    written.put(OVERWRITTEN, new Source.FromWar(ORIGINAL));
    written.put("WEB-INF/old/gone.txt", fromAmp("gone.txt"));
    return new WarEdit(removed, written, edit.directoriesAdded(), edit.directoriesRemoved());
  }

  WarEdit edit() {
    AmpModule module =
        ModulePropertiesFormat.parse(
                bytes("module.id=blog\nmodule.version=1.0\nmodule.title=t\nmodule.description=d\n"))
            .module();
    Modifications record = ModificationsFormat.parse(bytes(RECORD));
    SortedMap<String, Source> written = new TreeMap<>();
    written.put("WEB-INF/lib/blog.jar", fromAmp("lib/blog.jar"));
    written.put(OVERWRITTEN, fromAmp("web/index.jsp"));
    written.put(ORIGINAL, new Source.FromWar(OVERWRITTEN));
    written.put(MODULE + "/module.properties", new Source.StateOf(module, NOW));
    written.put(MODULE + "/modifications.install", new Source.RecordOf(record));
    return new WarEdit(
        new TreeSet<>(List.of("WEB-INF/old/gone.txt")),
        written,
        new TreeSet<>(List.of("WEB-INF/old")),
        new TreeSet<>(List.of(MODULE, BACKUP)));
  }

  private Source fromAmp(String entry) {
    byte[] content = bytes(ampFiles().get(entry));
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return new Source.FromAmp(
        folder.resolve(AMP), entry, new Fingerprint(content.length, checksum.getValue()));
  }

  WarInventory inventory(Path war) {
    try {
      SortedMap<String, Fingerprint> files = new TreeMap<>();
      content(war)
          .forEach(
              (path, content) ->
                  files.put(path, new Fingerprint(bytes(content).length, Fingerprint.UNREAD)));
      TreeSet<String> directories = new TreeSet<>();
      for (String file : files.keySet()) {
        for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
          directories.add(file.substring(0, slash));
        }
      }
      return new WarInventory(
          war,
          Files.isDirectory(war),
          Stamps.of(war),
          Tier.REPOSITORY,
          new WarProduct("", null, null),
          files,
          directories,
          List.of(),
          List.of());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  RunOptions options() {
    return options(null, null, 5);
  }

  static RunOptions options(@Nullable Path output, @Nullable Path backups, int keep) {
    return new RunOptions(output, backups, keep, NOW, ArchiveLimits.DEFAULTS);
  }

  ApplyRunner runner() {
    return runner(FaultyDisk.counting());
  }

  ApplyRunner runner(Disk disk) {
    return runner(disk, options());
  }

  ApplyRunner runner(Disk disk, RunOptions options) {
    return new ApplyRunner(disk, options, events::add, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** What each WAR holds: every file's content by its path, prepared and hidden ones too. */
  static SortedMap<String, String> content(Path war) {
    SortedMap<String, String> content = new TreeMap<>();
    try {
      if (Files.isDirectory(war)) {
        try (Stream<Path> files = Files.walk(war)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            content.put(
                war.relativize(file).toString(),
                new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
          }
        }
      } else {
        try (ZipFile zip = new ZipFile(war.toFile())) {
          for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory()) {
              content.put(
                  entry.getName(),
                  new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return content;
  }

  static SortedMap<String, String> oldContent() {
    return warFiles();
  }

  static SortedMap<String, String> newContent() {
    SortedMap<String, String> content = new TreeMap<>(warFiles());
    content.remove("WEB-INF/old/gone.txt");
    content.put("WEB-INF/lib/blog.jar", ampFiles().get("lib/blog.jar"));
    content.put(ORIGINAL, warFiles().get(OVERWRITTEN));
    content.put(OVERWRITTEN, ampFiles().get("web/index.jsp"));
    content.put(MODULE + "/module.properties", state());
    content.put(MODULE + "/modifications.install", RECORD);
    return content;
  }

  private static String state() {
    AmpModule module =
        ModulePropertiesFormat.parse(
                bytes("module.id=blog\nmodule.version=1.0\nmodule.title=t\nmodule.description=d\n"))
            .module();
    return new String(ModulePropertiesFormat.format(module, NOW), StandardCharsets.ISO_8859_1);
  }

  static boolean isNew(Path war) {
    return content(war).containsKey(MODULE + "/module.properties");
  }

  void assertAllNew() {
    wars.forEach(war -> assertThat(content(war)).as("%s", war).isEqualTo(newContent()));
    assertNoDebris();
  }

  void assertAllOld() {
    wars.forEach(war -> assertThat(content(war)).as("%s", war).isEqualTo(oldContent()));
    assertNoDebris();
  }

  /** A packed WAR is whole at every instant, whatever else is going on. */
  void assertPackedWarsWhole() {
    for (Path war : wars) {
      if (!Files.isDirectory(war)) {
        assertThat(content(war)).as("%s", war).isIn(oldContent(), newContent());
      }
    }
  }

  /** Nothing but WARs and backups lies where WARs and backups lie. */
  void assertNoDebris() {
    List<Path> expected = new ArrayList<>(wars);
    assertThat(list(webapps))
        .filteredOn(path -> !isBackup(path))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(list(folder))
        .filteredOn(path -> !isBackup(path))
        .allSatisfy(path -> assertThat(path.getFileName().toString()).doesNotStartWith("."));
    for (Path war : wars) {
      assertThat(Files.exists(war.resolve(WarTarget.STAGING))).isFalse();
    }
  }

  static boolean isBackup(Path path) {
    return path.getFileName().toString().endsWith(".bak");
  }

  /** All backups, wherever they lie. */
  List<Path> backups() {
    return Stream.concat(list(folder).stream(), list(webapps).stream())
        .filter(Workshop::isBackup)
        .sorted()
        .toList();
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void writeTree(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  static void writeZip(Path file, Map<String, String> files) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTimeLocal(java.time.LocalDateTime.of(2020, 1, 2, 3, 4));
        zip.putNextEntry(written);
        zip.write(bytes(entry.getValue()));
        zip.closeEntry();
      }
    }
  }
}
