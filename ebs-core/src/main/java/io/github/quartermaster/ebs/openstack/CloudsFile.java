package io.github.quartermaster.ebs.openstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The entries of {@code clouds.yaml}, with those of {@code secure.yaml} laid over them. Every value
 * is a text, as written: {@code 0815} and {@code yes} are passwords like others.
 *
 * @param file the file that was found
 * @param clouds the settings of each cloud by its name, those below {@code auth} among them
 */
record CloudsFile(Path file, Map<String, Map<String, String>> clouds) {
  private static final int MOST_BYTES = 1 << 20;
  private static final String MERGE = "<<";

  /**
   * Finds and reads the files.
   *
   * @return nothing where there is no {@code clouds.yaml}
   * @throws io.github.quartermaster.ebs.model.EbsException if one cannot be read or understood
   */
  static Optional<CloudsFile> find(Surroundings surroundings) {
    return place(surroundings, Surroundings.CLOUDS_FILE, "clouds")
        .map(
            file -> {
              Map<String, Map<String, String>> clouds = read(file);
              place(surroundings, "OS_CLIENT_SECURE_FILE", "secure")
                  .map(CloudsFile::read)
                  .ifPresent(
                      secure ->
                          secure.forEach(
                              (name, values) ->
                                  clouds
                                      .computeIfAbsent(name, key -> new HashMap<>())
                                      .putAll(values)));
              return new CloudsFile(file, clouds);
            });
  }

  private static Optional<Path> place(Surroundings surroundings, String variable, String name) {
    Optional<Path> named = surroundings.variable(variable).map(Path::of);
    return named.isPresent()
        ? named
        : surroundings.folders().stream()
            .flatMap(folder -> Stream.of(name + ".yaml", name + ".yml").map(folder::resolve))
            .filter(Files::isRegularFile)
            .findFirst();
  }

  private static Map<String, Map<String, String>> read(Path file) {
    Map<String, Map<String, String>> clouds = new TreeMap<>();
    if (tree(file) instanceof Map<?, ?> root && root.get("clouds") instanceof Map<?, ?> entries) {
      entries.forEach(
          (name, entry) -> {
            if (entry instanceof Map<?, ?> settings) {
              Map<String, String> flat = new HashMap<>();
              addTexts(settings, flat);
              Object own = settings.get("auth");
              Object auth =
                  own == null && settings.get(MERGE) instanceof Map<?, ?> merged
                      ? merged.get("auth")
                      : own;
              if (auth instanceof Map<?, ?> login) {
                addTexts(login, flat);
              }
              clouds.put(String.valueOf(name), flat);
            }
          });
      return clouds;
    }
    throw SettingsException.of(
        file.toString(),
        file + " has no clouds",
        "Write them below the name clouds, each by its name");
  }

  private static void addTexts(Map<?, ?> from, Map<String, String> to) {
    if (from.get(MERGE) instanceof Map<?, ?> merged && merged != from) {
      addPlain(merged, to);
    }
    addPlain(from, to);
  }

  private static void addPlain(Map<?, ?> from, Map<String, String> to) {
    from.forEach(
        (name, value) -> {
          if (value instanceof String text && !text.isBlank()) {
            to.put(String.valueOf(name), text);
          }
        });
  }

  private static Object tree(Path file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setCodePointLimit(MOST_BYTES)
            .setLabel(file.toString())
            .build();
    try {
      Object tree = new Load(settings).loadFromString(text(file));
      return tree == null ? Map.of() : tree;
    } catch (MarkedYamlEngineException e) {
      // its own words show the line, and there may be a password in it
      String where =
          e.getProblemMark().map(Mark::getLine).map(line -> " in line " + (line + 1)).orElse("");
      throw malformed(file, "it is no YAML" + where);
    } catch (YamlEngineException | CharacterCodingException e) {
      throw malformed(file, "it is no YAML in UTF-8");
    } catch (IOException e) {
      throw SettingsException.of(
          file.toString(),
          file + " cannot be read (" + e.getClass().getSimpleName() + ")",
          "Make it readable, or name another file in the variable of the environment",
          e);
    }
  }

  private static RuntimeException malformed(Path file, String why) {
    return SettingsException.of(
        file.toString(), file + ": " + why, "Check the indentation and the quotes");
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw malformed(file, "it is larger than 1 MiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /** Without the values, some of which are secrets. */
  @Override
  public String toString() {
    return "CloudsFile[" + file + ", " + clouds.keySet() + "]";
  }
}
