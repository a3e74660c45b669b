package io.github.quartermaster.amp.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat.ModuleDetails;
import io.github.quartermaster.amp.internal.plan.lint.Linter;
import io.github.quartermaster.amp.internal.xml.XmlDefinitions;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.VersionRange;
import io.github.quartermaster.amp.model.XmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever a text holds, it is refused with the declared exception, or understood such that it can
 * be written and read again. Run longer with {@code -Dfuzz.tries=100000}.
 */
class FormatsFuzzTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Property
  void module_properties(@ForAll("properties") byte[] content) {
    Optional<ModuleDetails> read = understood(ModulePropertiesFormat::parse, content);

    read.ifPresent(
        details -> {
          AmpModule module = details.module();
          ModuleDetails again =
              ModulePropertiesFormat.parse(ModulePropertiesFormat.format(module, NOON));
          assertThat(ModuleId.isValid(module.id().value())).isTrue();
          assertThat(again.installDate()).contains(NOON);
          assertThat(again.module().label()).isEqualTo(module.label());
          assertThat(again.module().aliases()).isEqualTo(module.aliases());
          assertThat(again.module().editions()).isEqualTo(module.editions());
          assertThat(again.module().dependencies()).isEqualTo(module.dependencies());
          assertThat(again.module().repositoryVersions()).isEqualTo(module.repositoryVersions());
          assertThat(again.module().shareVersions()).isEqualTo(module.shareVersions());
          Map<String, String> keys = new TreeMap<>(again.module().properties());
          Map<String, String> before = new TreeMap<>(module.properties());
          List.of("module.installDate", "module.installState").forEach(keys::remove);
          List.of("module.installDate", "module.installState").forEach(before::remove);
          assertThat(keys).containsAllEntriesOf(before);
        });
  }

  @Property
  void file_mapping(@ForAll("mappings") byte[] content) {
    Optional<FileMapping> read = understood(FileMapping::parse, content);

    read.ifPresent(
        mapping ->
            assertThat(targets(mapping))
                .allSatisfy(
                    target -> {
                      assertThat(target).doesNotStartWith("/").doesNotContain("//", "\\");
                      assertThat(target.split("/")).doesNotContain("..", ".");
                    }));
  }

  private static Collection<String> targets(FileMapping mapping) {
    return List.of("a", "config/a", "web/b/c", "lib/x.jar", "web/jsp/y").stream()
        .flatMap(path -> mapping.targetsOf(path).values().stream())
        .toList();
  }

  @Property
  void modifications(@ForAll("records") byte[] content) {
    Optional<Modifications> read = understood(ModificationsFormat::parse, content);

    read.ifPresent(
        record -> {
          Modifications again = ModificationsFormat.parse(ModificationsFormat.format(record));
          assertThat(again).isEqualTo(record);
          assertThat(record.files().keySet())
              .allSatisfy(path -> assertThat(path.split("/")).doesNotContain("..", ""));
        });
  }

  @Property
  void version_ranges(@ForAll("ranges") String text, @ForAll("versions") String version) {
    Optional<VersionRange> range = understood(VersionRange::new, text);

    range.ifPresent(
        read -> {
          assertThatCode(() -> read.contains(new ModuleVersion(version)))
              .doesNotThrowAnyException();
          if (text.strip().equals("*")) {
            assertThat(read.contains(new ModuleVersion(version))).isTrue();
          }
        });
  }

  @Property
  void release_versions(@ForAll("versions") String one, @ForAll("versions") String other) {
    Optional<ReleaseVersion> first = understood(ReleaseVersion::new, one);
    Optional<ReleaseVersion> second = understood(ReleaseVersion::new, other);

    if (first.isPresent() && second.isPresent()) {
      assertThat(Integer.signum(first.get().compareTo(second.get())))
          .isEqualTo(-Integer.signum(second.get().compareTo(first.get())));
      assertThat(first.get().firstThreeParts().firstThreeParts())
          .isEqualTo(first.get().firstThreeParts());
    }
  }

  @Property
  void xml(@ForAll("xmls") byte[] content) {
    XmlText read = XmlDefinitions.parse("x.xml", "WEB-INF/classes/x.xml", content);

    assertThat(read.flaw().isPresent()).isEqualTo(read.line() > 0);
    assertThat(read.definitions()).allMatch(definition -> definition.line() > 0);
  }

  /** Whatever is in an AMP, those who make it are told, and an installer's refusal among it. */
  @Property
  void linting(
      @ForAll("properties") byte[] module,
      @ForAll("mappings") byte[] mapping,
      @ForAll("xmls") byte[] xml)
      throws IOException {
    Path amp = Files.createTempDirectory("fuzz").resolve("any.amp");
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(amp))) {
        put(zip, "module.properties", module);
        put(zip, "file-mapping.properties", mapping);
        put(zip, "config/alfresco/module/a/x-context.xml", xml);
        put(zip, "lib/a-1.0.jar", xml);
      }
      LintedAmp read = new LintReader(Map.of(), ArchiveLimits.DEFAULTS).readAmp(amp);
      List<Finding> findings = Linter.lint(List.of(read), List.of());

      assertThat(findings).allSatisfy(finding -> assertThat(finding.fix()).isNotBlank());
      assertThat(read.amp().isPresent() || findings.stream().anyMatch(Finding::isError))
          .as("what no installer reads has an error")
          .isTrue();
    } finally {
      Files.deleteIfExists(amp);
      Files.delete(amp.getParent());
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  @Property
  void library_names(@ForAll("versions") String name) {
    LibraryFile.of("WEB-INF/lib/" + name + ".jar")
        .ifPresent(
            library -> {
              String whole =
                  library.name()
                      + library.version().map(version -> "-" + version).orElse("")
                      + library.classifier().map(classifier -> "-" + classifier).orElse("");
              assertThat(whole).isEqualTo(name);
            });
  }

  private static <T, R> Optional<R> understood(Function<T, R> parser, T text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<byte[]> properties() {
    return mixed(
        "module.id=thing\nmodule.version=1.0\nmodule.title=t\nmodule.description=d\n",
        "module.id=",
        "module.version=",
        "module.title=",
        "module.description=",
        "module.aliases=",
        "module.editions=",
        "module.depends.other=",
        "module.depends.",
        "module.repo.version.min=",
        "module.share.version.max=",
        "module.installDate=",
        "module.installState=INSTALLED\n",
        "1.0",
        "7.4.0.1",
        "-",
        ",",
        "*",
        " ",
        "\n",
        "\r\n",
        "=",
        ":",
        "\\",
        "\\u0041",
        "\\u00",
        "#",
        "!",
        "a",
        "..",
        "/",
        "backup",
        "2026-11-22T10:15:30Z",
        "\u00e4",
        "\u00c3\u00a4",
        "Community, ",
        "9999999999");
  }

  @Provide
  Arbitrary<byte[]> mappings() {
    return mixed(
        "include.default=",
        "true",
        "false",
        "yes",
        "/web=/\n",
        "/config",
        "/",
        "=",
        ":",
        "..",
        ".",
        "//",
        "\\",
        "\\\\",
        "\\u0000",
        " ",
        "\n",
        "\t",
        "#",
        "a",
        "\u00e4",
        "/web/b/c=/../x\n");
  }

  @Provide
  Arbitrary<byte[]> records() {
    return mixed(
        "add|",
        "update|",
        "mkdir|",
        "other|",
        "/a/b",
        "/",
        "..",
        "|",
        "\n",
        "\r",
        "\r\n",
        " ",
        "/WEB-INF/classes/alfresco/module/backup/x.bin",
        "sha",
        ":",
        "1",
        "-1",
        "\u00e4",
        "\u00c3\u00a4",
        "add|/x|crc32:00000001:5|layer:2\n",
        "size:99999999999999999999");
  }

  @Provide
  Arbitrary<byte[]> xmls() {
    return mixed(
        "<?xml version='1.0'?>",
        "<?xml version='1.1' encoding='UTF-16'?>",
        "<!DOCTYPE beans [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>",
        "<!DOCTYPE beans SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE x PUBLIC 'a' 'http://localhost:1'>",
        "<beans>",
        "</beans>",
        "<bean id='a'",
        " name='b,c'",
        ">",
        "/>",
        "</bean>",
        "&a;",
        "&c;",
        "<model name='m:m' xmlns='http://www.alfresco.org/model/dictionary/1.0'>",
        "</model>",
        "<namespaces><namespace uri='u' prefix='p'/></namespaces>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<",
        "&",
        "\u0000",
        "\u00ff\u00fe",
        "\u00ef\u00bb\u00bf",
        "x",
        "\n");
  }

  @Provide
  Arbitrary<String> ranges() {
    return joined(
        "1.0", "2", "-", "*", ",", " ", ".", "SNAPSHOT", "RC1", "[", ")", "a", "00", "\t");
  }

  @Provide
  Arbitrary<String> versions() {
    return joined(
            "1",
            "0",
            "99999999999",
            ".",
            "-",
            "SNAPSHOT",
            "RC1",
            "Final",
            "v",
            "a",
            "+",
            "\u0661",
            "-1")
        .map(text -> "1" + text);
  }

  private static Arbitrary<byte[]> mixed(String... parts) {
    Arbitrary<byte[]> structured =
        joined(parts).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    return Arbitraries.frequencyOf(
        Tuple.of(9, structured),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)));
  }

  private static Arbitrary<String> joined(String... parts) {
    return Arbitraries.of(parts).list().ofMaxSize(20).map(list -> String.join("", list));
  }
}
