package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.NO_CHECKS;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code sentinel.yaml}. All mistakes are found at once, each with file, line, column and the
 * keys that lead to it; what stands for a secret, or was put in from elsewhere, is in no message.
 *
 * <p>Checks that were dropped into the folder of plugins are part of every configuration; what of
 * the catalog cannot be used is a mistake too, since a gate that silently checks less than it was
 * told to is worse than none.
 */
public final class ConfigReader {
  private static final String BUILT_IN = "built-in.yaml";
  private static final int MOST_CHECKS = 1000;

  private final ProviderCatalog catalog;
  private final Map<String, String> environment;
  private final Map<String, OutputType> outputs;
  private final boolean others;

  /**
   * Reads for these types.
   *
   * @param environment what {@code ${env:NAME}} stands for
   */
  public ConfigReader(ProviderCatalog catalog, Map<String, String> environment) {
    this(catalog, environment, List.of(), false);
  }

  /**
   * The same with types of outputs.
   *
   * @param outputs those that there are
   */
  public ConfigReader(
      ProviderCatalog catalog, Map<String, String> environment, List<ResultOutputFactory> outputs) {
    this(catalog, environment, outputs, false);
  }

  /**
   * The same beside checks that are in no file.
   *
   * @param others whether there are any, so that remedies may name components of theirs
   */
  public ConfigReader(
      ProviderCatalog catalog,
      Map<String, String> environment,
      List<ResultOutputFactory> outputs,
      boolean others) {
    this.catalog = catalog;
    this.environment = Map.copyOf(environment);
    this.outputs = OutputType.byName(outputs);
    this.others = others;
  }

  /**
   * Reads a file and what it includes.
   *
   * @throws SentinelException if anything is wrong with it; says all that is
   */
  public SentinelConfig read(Path file) {
    Findings findings = new Findings();
    Substitution substitution = new Substitution(environment, findings);
    Optional<YamlMapping> content = new ConfigFiles(substitution, findings).read(file);
    return understand(content, substitution, findings, file);
  }

  /**
   * The folder of plugins that a file names, which has to be known before the rest of the file can
   * be understood; nothing where it names none, or is too wrong to say. {@link #read(Path)} tells
   * what is wrong with it.
   */
  public static Optional<Path> pluginsOf(Path file, Map<String, String> environment) {
    Findings findings = new Findings();
    Substitution substitution = new Substitution(environment, findings);
    return new ConfigFiles(substitution, findings)
        .read(file)
        .flatMap(all -> WatchSection.read(all, substitution, findings).plugins());
  }

  /** The file and all that it includes, as far as they can be read. */
  public static Set<Path> filesOf(Path file, Map<String, String> environment) {
    Findings findings = new Findings();
    ConfigFiles files = new ConfigFiles(new Substitution(environment, findings), findings);
    files.read(file);
    return files.files();
  }

  /**
   * What is checked where there is no file: processor, memory, file systems and network of this
   * host.
   *
   * @throws SentinelException if the catalog lacks one of these types
   */
  public SentinelConfig builtIn() {
    try (InputStream in = ConfigReader.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + BUILT_IN);
      }
      return read(Path.of(BUILT_IN), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the jar cannot be read", e);
    }
  }

  /**
   * The checks that were dropped into the folder of plugins, and no others; maybe none.
   *
   * @throws SentinelException if one of them, or anything else of the catalog, cannot be used
   */
  public SentinelConfig dropped() {
    Findings findings = new Findings();
    YamlMapping all = DroppedLayer.of(catalog.dropped());
    return usable(config(all, new Substitution(environment, findings), findings), findings);
  }

  /**
   * The same for a file that is already read.
   *
   * @param name what messages call it; relative paths begin where it would be
   */
  public SentinelConfig read(Path name, byte[] bytes) {
    Findings findings = new Findings();
    Substitution substitution = new Substitution(environment, findings);
    Optional<YamlMapping> content = new ConfigFiles(substitution, findings).read(name, bytes);
    return understand(content, substitution, findings, name);
  }

  private SentinelConfig understand(
      Optional<YamlMapping> content, Substitution substitution, Findings findings, Path file) {
    YamlMapping all =
        Merging.merge(
            DroppedLayer.of(catalog.dropped()),
            content.orElseGet(() -> new YamlMapping(List.of(), new YamlPosition(file, 1, 1))));
    SentinelConfig config = config(all, substitution, findings);
    if (content.isPresent() && config.checks().isEmpty() && findings.isEmpty()) {
      findings.add(
          NO_CHECKS,
          new YamlPosition(file, 1, 1),
          "",
          "no check is left to be made",
          "Write one under checks:, such as cpu: {type: cpu}");
    }
    return usable(config, findings);
  }

  private SentinelConfig usable(SentinelConfig config, Findings findings) {
    List<Problem> problems = new ArrayList<>(findings.problems());
    catalog.problems().stream().filter(Problem::isError).forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new SentinelException(problems);
    }
    return config;
  }

  private SentinelConfig config(YamlMapping all, Substitution substitution, Findings findings) {
    List<CheckBinder.Bound> bound = checks(all, substitution, findings);
    ComponentNames components = ComponentNames.of(bound, catalog, others);
    References references = new References(bound, findings);
    return new SentinelConfig(
        bound.stream().filter(CheckBinder.Bound::enabled).map(references::resolved).toList(),
        new HealingSection(new StepTypes(catalog.actions()), components, environment, findings)
            .read(all),
        new SourcesSection(components, environment, findings).read(all),
        OutputsSection.read(all, outputs, environment, findings),
        WatchSection.read(all, substitution, findings));
  }

  private List<CheckBinder.Bound> checks(
      YamlMapping all, Substitution substitution, Findings findings) {
    Defaults defaults =
        all.entry(ConfigFiles.DEFAULTS)
            .map(entry -> Defaults.read(entry.value(), substitution, findings))
            .orElse(Defaults.NONE);
    Optional<YamlNode> checks = all.entry(ConfigFiles.CHECKS).map(YamlMapping.Entry::value);
    if (checks.isPresent() && !(checks.get() instanceof YamlMapping)) {
      findings.add(
          CONFIG_INVALID,
          checks.get().position(),
          ConfigFiles.CHECKS,
          "expected checks by their names, found " + ValueReader.kind(checks.get()),
          "Write one on each line, such as cpu: {type: cpu}");
      return List.of();
    }
    int count = checks.map(node -> ((YamlMapping) node).entries().size()).orElse(0);
    if (count > MOST_CHECKS) {
      findings.add(
          CONFIG_INVALID,
          checks.orElseThrow().position(),
          ConfigFiles.CHECKS,
          "expected at most " + MOST_CHECKS + " checks, found " + count,
          "Check that it is the right file");
      return List.of();
    }
    CheckBinder binder = new CheckBinder(catalog, environment, defaults);
    return checks.stream()
        .flatMap(mapping -> ((YamlMapping) mapping).entries().stream())
        .flatMap(entry -> binder.bind(entry, findings).stream())
        .toList();
  }
}
