package io.github.quartermaster.amp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The Module Management Tool as far as state goes: it lists and uninstalls, and fails where that
 * tool, or Alfresco when it starts, would. Shares no code with ours.
 */
final class OtherTool {
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";
  private static final Pattern STATE = Pattern.compile(MODULES + "[^/]+/module\\.properties");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?(Z|[+-]\\d\\d:\\d\\d)");

  private OtherTool() {}

  /** All modules, as {@code id version}. */
  static List<String> list(Map<String, String> war) {
    List<String> modules = new ArrayList<>();
    for (Map.Entry<String, String> file : war.entrySet()) {
      if (STATE.matcher(file.getKey()).matches()) {
        modules.add(module(file.getKey(), file.getValue()));
      }
    }
    return modules;
  }

  private static String module(String path, String content) {
    Properties state = new Properties();
    try {
      state.load(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : List.of("id", "version", "title", "description")) {
      require(!state.getProperty("module." + key, "").isBlank(), path + " has no " + key);
    }
    String date = state.getProperty("module.installDate", "2020-01-01T00:00:00Z");
    require(DATE.matcher(date).matches(), path + " has the date " + date);
    String installed = state.getProperty("module.installState", "UNKNOWN");
    require(
        List.of("UNKNOWN", "INSTALLED", "DISABLED", "UNINSTALLED").contains(installed),
        path + " has the state " + installed);
    return state.getProperty("module.id") + " " + state.getProperty("module.version");
  }

  /** What is left in the WAR; that tool leaves folders too, which have no part here. */
  static Map<String, String> uninstall(Map<String, String> before, String id) {
    Map<String, String> war = new TreeMap<>(before);
    String record = war.remove(MODULES + id + "/modifications.install");
    require(record != null, "installation file of " + id + " does not exist");
    require(war.remove(MODULES + id + "/module.properties") != null, "no state of " + id);
    List<String[]> updates = new ArrayList<>();
    for (String line : record.lines().toList()) {
      String[] columns = line.split("\\|");
      require(columns.length >= 2, "ArrayIndexOutOfBounds at '" + line + "'");
      if (columns[0].equals("add")) {
        war.remove(columns[1].substring(1));
      } else if (columns[0].equals("update")) {
        updates.add(columns);
      }
    }
    for (String[] update : updates) {
      String original = war.remove(update[2].substring(1));
      require(original != null, "no backup " + update[2]);
      war.put(update[1].substring(1), original);
    }
    return war;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
