package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNKNOWN_KEY;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.model.LogLevel;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a configuration says about the daemon. */
final class WatchSection {
  static final String DAEMON = "daemon";

  /** The keys of the file that belong to it. */
  static final Set<String> KEYS = Set.of(DAEMON);

  private static final Parameter LISTEN =
      Parameter.optional(
              "listen",
              Parameter.Type.TEXT,
              "the loopback address and port where it tells how things are, or off")
          .defaultsTo("127.0.0.1:7878");
  private static final Parameter TOKEN_FILE =
      Parameter.optional(
          "token-file",
          Parameter.Type.PATH,
          "the file with the token that requests must show; without it, token in the state folder,"
              + " which the daemon makes");
  private static final Parameter PLUGINS =
      Parameter.optional(
          "plugins",
          Parameter.Type.PATH,
          "the folder of plugins, for every command that reads this file and names no other");
  private static final Parameter STATE =
      Parameter.optional(
              "state",
              Parameter.Type.PATH,
              "the folder for attempts, the audit log, the lock, and the newest results")
          .defaultsTo("/var/lib/sentinel");
  private static final Parameter LOG =
      Parameter.optional(
          "log",
          Parameter.Type.PATH,
          "the log; five files of 10 MiB are kept; without it the standard error stream");
  private static final Parameter LOG_LEVEL =
      Parameter.choice(
              "log-level",
              Arrays.stream(LogLevel.values()).map(WatchSection::word).toList(),
              "how much is written there")
          .defaultsTo("info");

  /** What can be set. */
  static final List<Parameter> PARAMETERS =
      List.of(LISTEN, TOKEN_FILE, PLUGINS, STATE, LOG, LOG_LEVEL);

  private final YamlMapping mapping;
  private final ValueReader values;
  private final Findings findings;

  private WatchSection(YamlMapping mapping, ValueReader values, Findings findings) {
    this.mapping = mapping;
    this.values = values;
    this.findings = findings;
  }

  static WatchSettings read(YamlMapping all, Substitution substitution, Findings findings) {
    Optional<YamlNode> node = all.entry(DAEMON).map(YamlMapping.Entry::value);
    if (node.isEmpty()) {
      return WatchSettings.DEFAULT;
    }
    if (!(node.get() instanceof YamlMapping mapping)) {
      findings.add(
          CONFIG_INVALID,
          node.get().position(),
          DAEMON,
          "expected names and values, found " + ValueReader.kind(node.get()),
          "Write {state: /var/lib/sentinel}, or leave it out");
      return WatchSettings.DEFAULT;
    }
    return new WatchSection(mapping, new ValueReader(substitution, findings), findings).read();
  }

  private WatchSettings read() {
    refuseUnknownKeys();
    WatchSettings otherwise = WatchSettings.DEFAULT;
    ListenAddress listen =
        listen().orElseGet(() -> new ListenAddress(otherwise.host(), otherwise.port()));
    return new WatchSettings(
        listen.host(),
        listen.port(),
        path(TOKEN_FILE).orElse(null),
        path(PLUGINS).orElse(null),
        path(STATE).orElse(otherwise.state()),
        path(LOG).orElse(null),
        value(LOG_LEVEL)
            .map(word -> LogLevel.valueOf(word.toString().toUpperCase(Locale.ROOT)))
            .orElse(otherwise.logLevel()));
  }

  private Optional<ListenAddress> listen() {
    Optional<String> text = value(LISTEN).map(Object::toString);
    Optional<ListenAddress> listen = text.flatMap(ListenAddress::parse);
    if (text.isPresent() && listen.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          mapping.entry(LISTEN.name()).orElseThrow().value().position(),
          DAEMON + "." + LISTEN.name(),
          "expected an address on loopback with its port such as 127.0.0.1:7878, or off, found"
              + " another",
          "The daemon speaks no TLS; let others in by a reverse proxy or an SSH tunnel");
    }
    return listen;
  }

  private void refuseUnknownKeys() {
    List<String> keys = PARAMETERS.stream().map(Parameter::name).toList();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!keys.contains(entry.name())) {
        findings.add(
            CONFIG_UNKNOWN_KEY,
            entry.key().position(),
            DAEMON + "." + entry.name(),
            "the daemon has no such key",
            Suggestion.among(entry.name(), keys, "What there can be"));
      }
    }
  }

  private Optional<Path> path(Parameter parameter) {
    return value(parameter).map(Path.class::cast);
  }

  private Optional<Object> value(Parameter parameter) {
    return mapping
        .entry(parameter.name())
        .flatMap(entry -> values.read(parameter, entry.value(), DAEMON + "." + parameter.name()));
  }

  private static String word(LogLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
