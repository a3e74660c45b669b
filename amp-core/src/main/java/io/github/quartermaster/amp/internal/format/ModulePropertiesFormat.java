package io.github.quartermaster.amp.internal.format;

import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleState;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.ReleaseRange;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.VersionRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code module.properties}, read as Alfresco's {@code ModuleDetailsImpl} reads it and written so
 * that it starts with it.
 *
 * <p>Unlike the Module Management Tool, writing keeps the keys that have no meaning here, above all
 * {@code module.share.version.*}, without which Share no longer checks its own version.
 */
public final class ModulePropertiesFormat {
  private static final String ID = "module.id";
  private static final String VERSION = "module.version";
  private static final String TITLE = "module.title";
  private static final String DESCRIPTION = "module.description";
  private static final String ALIASES = "module.aliases";
  private static final String EDITIONS = "module.editions";
  private static final String REPO_MIN = "module.repo.version.min";
  private static final String REPO_MAX = "module.repo.version.max";
  private static final String SHARE_MIN = "module.share.version.min";
  private static final String SHARE_MAX = "module.share.version.max";
  private static final String DEPENDS = "module.depends.";
  private static final String INSTALL_DATE = "module.installDate";
  private static final String INSTALL_STATE = "module.installState";

  private static final int LONGEST_SHOWN = 80;

  private ModulePropertiesFormat() {}

  /**
   * A module's state file, understood.
   *
   * @param state {@link ModuleState#UNKNOWN} where none is written
   * @param installed null where no date is written; read it by {@link #installDate()}
   */
  public record ModuleDetails(AmpModule module, ModuleState state, @Nullable Instant installed) {
    /** When the module was installed, if that is written. */
    public Optional<Instant> installDate() {
      return Optional.ofNullable(installed);
    }
  }

  /**
   * Reads the file: ISO-8859-1 with {@code \}{@code uXXXX}, values trimmed, blank ones as if
   * absent.
   *
   * @throws IllegalArgumentException naming the key and the reason, where Alfresco would refuse it
   */
  public static ModuleDetails parse(byte[] content) {
    return details(load(content));
  }

  /**
   * The state as Alfresco could read it, if all that hinders it are a state or date of installation
   * that it does not know, or a missing title or description: none of these decides anything.
   *
   * @return empty where more is wrong
   */
  public static Optional<ModuleDetails> mend(byte[] content) {
    try {
      SortedMap<String, String> keys = load(content);
      dropUnlessReadable(keys, INSTALL_STATE, ModulePropertiesFormat::state);
      dropUnlessReadable(keys, INSTALL_DATE, InstallDates::parse);
      if (keys.containsKey(ID)) {
        keys.putIfAbsent(TITLE, keys.get(ID));
        keys.putIfAbsent(DESCRIPTION, keys.get(TITLE));
      }
      return Optional.of(details(keys));
    } catch (IllegalArgumentException moreIsWrong) {
      return Optional.empty();
    }
  }

  private static void dropUnlessReadable(
      SortedMap<String, String> keys, String key, Function<String, ?> parser) {
    try {
      parseKey(keys, key, parser);
    } catch (IllegalArgumentException unreadable) {
      keys.remove(key);
    }
  }

  private static ModuleDetails details(SortedMap<String, String> keys) {
    AmpModule module =
        new AmpModule(
            parse(ID, required(keys, ID), ModuleId::new),
            parse(VERSION, required(keys, VERSION), ModuleVersion::new),
            required(keys, TITLE),
            required(keys, DESCRIPTION),
            aliases(keys),
            editions(keys),
            range(keys, REPO_MIN, REPO_MAX),
            keys.containsKey(SHARE_MIN) || keys.containsKey(SHARE_MAX)
                ? range(keys, SHARE_MIN, SHARE_MAX)
                : null,
            dependencies(keys),
            keys);
    ModuleState state =
        parseKey(keys, INSTALL_STATE, ModulePropertiesFormat::state).orElse(ModuleState.UNKNOWN);
    return new ModuleDetails(
        module, state, parseKey(keys, INSTALL_DATE, InstallDates::parse).orElse(null));
  }

  /** Writes the state of a module that is installed; the same input gives the same bytes. */
  public static byte[] format(AmpModule module, Instant installDate) {
    SortedMap<String, String> keys = new TreeMap<>(module.properties());
    keys.putIfAbsent(REPO_MIN, "0");
    keys.putIfAbsent(REPO_MAX, "999");
    keys.put(INSTALL_STATE, ModuleState.INSTALLED.name());
    keys.put(INSTALL_DATE, InstallDates.format(installDate));
    SortedSet<String> lines = new TreeSet<>();
    for (Map.Entry<String, String> key : keys.entrySet()) {
      lines.add(PropertiesLine.of(key.getKey(), key.getValue()) + "\n");
    }
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static SortedMap<String, String> load(byte[] content) {
    Properties raw = new Properties();
    try {
      raw.load(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, String> keys = new TreeMap<>();
    for (String key : raw.stringPropertyNames()) {
      String value = raw.getProperty(key).trim();
      if (!value.isEmpty()) {
        keys.put(key, value);
      }
    }
    return keys;
  }

  /** Alfresco takes any text for an alias; what can be no id relates to no module. */
  private static List<ModuleId> aliases(SortedMap<String, String> keys) {
    List<ModuleId> aliases = new ArrayList<>();
    for (String token : tokens(keys.get(ALIASES))) {
      if (ModuleId.isValid(token.trim())) {
        aliases.add(new ModuleId(token.trim()));
      }
    }
    return aliases;
  }

  private static List<String> editions(SortedMap<String, String> keys) {
    return tokens(keys.get(EDITIONS));
  }

  private static List<String> tokens(@Nullable String list) {
    List<String> tokens = new ArrayList<>();
    for (String token : list == null ? new String[0] : list.split(",")) {
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static ModuleState state(String text) {
    for (ModuleState state : ModuleState.values()) {
      if (state.name().equals(text)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "it must be one of " + Arrays.toString(ModuleState.values()));
  }

  private static ReleaseRange range(SortedMap<String, String> keys, String min, String max) {
    ReleaseVersion lowest = bound(keys, min, ReleaseRange.DEFAULT.min());
    ReleaseVersion highest = bound(keys, max, ReleaseRange.DEFAULT.max());
    try {
      return new ReleaseRange(lowest, highest);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(min + " and " + max + ": " + e.getMessage(), e);
    }
  }

  private static ReleaseVersion bound(
      SortedMap<String, String> keys, String key, ReleaseVersion otherwise) {
    return parseKey(keys, key, text -> new ReleaseVersion(text).firstThreeParts())
        .orElse(otherwise);
  }

  private static SortedMap<ModuleId, VersionRange> dependencies(SortedMap<String, String> keys) {
    SortedMap<ModuleId, VersionRange> dependencies = new TreeMap<>();
    for (String key : keys.keySet()) {
      if (key.startsWith(DEPENDS) && key.length() > DEPENDS.length()) {
        Map.Entry<ModuleId, VersionRange> needed =
            parse(
                key,
                required(keys, key),
                text ->
                    Map.entry(
                        new ModuleId(key.substring(DEPENDS.length())), new VersionRange(text)));
        dependencies.put(needed.getKey(), needed.getValue());
      }
    }
    return dependencies;
  }

  private static <T> Optional<T> parseKey(
      SortedMap<String, String> keys, String key, Function<String, T> parser) {
    String text = keys.get(key);
    return text == null ? Optional.empty() : Optional.of(parse(key, text, parser));
  }

  private static <T> T parse(String key, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(shown(key) + "=" + shown(text) + ": " + e.getMessage(), e);
    }
  }

  /** Little enough for a message, and nothing that a terminal would obey. */
  private static String shown(String text) {
    String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  private static String required(SortedMap<String, String> keys, String key) {
    String text = keys.get(key);
    if (text == null) {
      throw new IllegalArgumentException("the key " + key + " is missing or blank");
    }
    return text;
  }
}
