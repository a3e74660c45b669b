package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A WAR as Alfresco's own Module Management Tool sees it. What that tool and Alfresco itself would
 * stumble over fails the test; shares no code with ours.
 */
final class AlfrescoToolView implements AutoCloseable {
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";
  private static final String BACKUPS = "/" + MODULES + "backup/";
  private static final Pattern BACKUP = Pattern.compile(Pattern.quote(BACKUPS) + ".{36}\\.bin");
  private static final Pattern ID = Pattern.compile("[\\w.-]+");
  private static final Pattern RELEASE = Pattern.compile("\\d+(\\.\\d+)*");
  private static final Pattern INSTALL_DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?(Z|[+-]\\d\\d:\\d\\d)");

  private final ZipFile war;

  AlfrescoToolView(Path file) {
    try {
      war = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of {@code modifications.install}: what was done to which file, and its original. */
  private record Change(String kind, String file, String backup) {
    static Change parse(String line) {
      String[] columns = line.split("\\|");
      // the tool reads the second column unseen
      assertThat(columns).as("columns of '%s'", line).hasSizeGreaterThanOrEqualTo(2);
      assertThat(columns[1]).as("path in '%s'", line).startsWith("/").doesNotContain("//", "..");
      boolean update = columns[0].equals("update");
      if (update) {
        assertThat(columns).as("columns of '%s'", line).hasSizeGreaterThanOrEqualTo(3);
        assertThat(columns[2]).as("backup in '%s'", line).matches(BACKUP);
      }
      return new Change(columns[0], columns[1], update ? columns[2] : "");
    }
  }

  /** What {@code list} shows, as {@code id version}, sorted. */
  List<String> list() {
    return modules().stream()
        .map(id -> id + " " + state(id).getProperty("module.version"))
        .toList();
  }

  private List<String> modules() {
    return war.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.matches(Pattern.quote(MODULES) + "[^/]+/module\\.properties"))
        .map(name -> name.substring(MODULES.length(), name.lastIndexOf('/')))
        .sorted()
        .toList();
  }

  /** The state of a module; fails where the tool or a starting Alfresco would. */
  private Properties state(String id) {
    Properties state = new Properties();
    try (InputStream bytes = open("/" + MODULES + id + "/module.properties")) {
      state.load(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(state.getProperty("module.id")).matches(ID).isEqualTo(id);
    for (String key : List.of("module.version", "module.title", "module.description")) {
      assertThat(state.getProperty(key)).as("%s of %s", key, id).isNotBlank();
    }
    assertThat(state.getProperty("module.installState")).isEqualTo("INSTALLED");
    assertThat(state.getProperty("module.installDate")).matches(INSTALL_DATE);
    assertThat(state.getProperty("module.repo.version.min", "0")).matches(RELEASE);
    assertThat(state.getProperty("module.repo.version.max", "999")).matches(RELEASE);
    return state;
  }

  private List<Change> changes(String id) {
    try (InputStream bytes = open("/" + MODULES + id + "/modifications.install")) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      List<Change> changes = text.lines().map(Change::parse).toList();
      List<String> kinds = changes.stream().map(Change::kind).toList();
      assertThat(kinds).as("kinds of changes of %s", id).isSubsetOf("add", "update", "mkdir");
      assertThat(kinds)
          .as("order of changes of %s", id)
          .isSortedAccordingTo(AlfrescoToolView::order);
      assertChildrenFirst(changes.stream().filter(c -> c.kind.equals("mkdir")).toList());
      return changes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int order(String one, String other) {
    List<String> order = List.of("add", "update", "mkdir");
    return Integer.compare(order.indexOf(one), order.indexOf(other));
  }

  /** The tool deletes one folder after the other, and only empty ones. */
  private static void assertChildrenFirst(List<Change> folders) {
    Set<String> gone = new HashSet<>();
    for (Change folder : folders) {
      for (String earlier : gone) {
        assertThat(folder.file).as("listed after " + earlier).doesNotStartWith(earlier + "/");
      }
      gone.add(folder.file);
    }
  }

  /**
   * The files, with the checksum of each, that would be left after the tool's {@code uninstall} of
   * every module; folders are left out.
   */
  Map<String, Long> afterUninstallOfEverything() {
    Map<String, Long> files = files();
    List<Change> updates = new ArrayList<>();
    for (String id : modules()) {
      for (Change change : changes(id)) {
        switch (change.kind) {
          case "add" ->
              assertThat(files.remove(change.file))
                  .as("added by %s: %s", id, change.file)
                  .isNotNull();
          case "update" -> updates.add(change);
          default -> assertThat(change.kind).isEqualTo("mkdir");
        }
      }
      files.remove("/" + MODULES + id + "/modifications.install");
      files.remove("/" + MODULES + id + "/module.properties");
    }
    for (Change update : updates) {
      Long original = files.remove(update.backup);
      assertThat(original).as("original of %s", update.file).isNotNull();
      files.put(update.file, original);
    }
    return files;
  }

  /** All files, with the checksum of each; folders are left out. */
  Map<String, Long> files() {
    Map<String, Long> files = new TreeMap<>();
    for (ZipEntry entry : Collections.list(war.entries())) {
      if (!entry.isDirectory()) {
        assertThat(files.put("/" + entry.getName(), entry.getCrc())).as(entry.getName()).isNull();
      }
    }
    return files;
  }

  private InputStream open(String path) throws IOException {
    ZipEntry entry = war.getEntry(path.substring(1));
    assertThat(entry).as(path).isNotNull();
    return war.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    war.close();
  }
}
