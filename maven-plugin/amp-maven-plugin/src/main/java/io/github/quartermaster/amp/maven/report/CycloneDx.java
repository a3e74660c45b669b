package io.github.quartermaster.amp.maven.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.quartermaster.amp.InventoryResult;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Library;
import io.github.quartermaster.amp.model.Library.Coordinates;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.WarContents;
import io.github.quartermaster.amp.model.WarInventory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials of WARs in the form of CycloneDX 1.6: the modules, the libraries, and which
 * module brought which library. What is absent is left out, as that form has it.
 *
 * @param version of this bill among those of the same serial number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CycloneDx(
    String bomFormat,
    String specVersion,
    String serialNumber,
    int version,
    Metadata metadata,
    List<Component> components,
    List<Dependency> dependencies) {

  /** Copies the lists. */
  public CycloneDx {
    components = List.copyOf(components);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * The bill. One WAR is what it is about; several are parts of it.
   *
   * @param time what the bill is dated
   */
  public static CycloneDx of(InventoryResult result, Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    Parts parts = new Parts();
    List<Component> wars = result.wars().stream().map(parts::add).toList();
    boolean one = wars.size() == 1;
    if (!one) {
      parts.components.addAll(0, wars);
    }
    return new CycloneDx(
        "CycloneDX",
        "1.6",
        "urn:uuid:" + serial(wars, parts.components, second),
        1,
        new Metadata(second.toString(), one ? wars.get(0) : null),
        parts.components,
        parts.dependencies);
  }

  /** The same for the same content at the same time. */
  private static UUID serial(List<Component> wars, List<Component> components, Instant time) {
    String seed = time + "\n" + wars + "\n" + components;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the bill is about.
   *
   * @param component the WAR, or null where the bill has several
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Metadata(String timestamp, @Nullable Component component) {}

  /**
   * A WAR, a module or a library.
   *
   * @param type {@code application} or {@code library}
   * @param bomRef its name in this bill
   * @param purl its name in the world, as far as it has one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Component(
      String type,
      @JsonProperty("bom-ref") String bomRef,
      @Nullable String group,
      String name,
      @Nullable String version,
      @Nullable String description,
      @Nullable List<Hash> hashes,
      @Nullable String purl,
      List<Property> properties) {
    /** Copies the list. */
    public Component {
      properties = List.copyOf(properties);
    }
  }

  /** A checksum. */
  public record Hash(String alg, String content) {}

  /** What the form has no member for. */
  public record Property(String name, String value) {
    static Property of(String name, Object value) {
      return new Property("quartermaster:amp:" + name, value.toString());
    }
  }

  /** What a component needs, or has in it. */
  public record Dependency(String ref, List<String> dependsOn) {
    /** Copies the list. */
    public Dependency {
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /** What was gathered so far. */
  private static final class Parts {
    private final List<Component> components = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final Set<String> wars = new HashSet<>();

    private Component add(WarContents contents) {
      WarInventory war = contents.war();
      String name = String.valueOf(war.path().getFileName());
      // two WARs of one name lie in different folders
      String ref = wars.add(name) ? "war:" + name : "war:" + war.path();
      List<String> parts = new ArrayList<>();
      for (InstalledModule module : war.modules()) {
        components.add(module(ref, module));
        dependencies.add(
            new Dependency(moduleRef(ref, module), needs(ref, war, module, contents.libraries())));
        parts.add(moduleRef(ref, module));
      }
      for (Library library : contents.libraries()) {
        components.add(library(ref, library));
        parts.add(libraryRef(ref, library));
      }
      dependencies.add(new Dependency(ref, parts));
      return new Component(
          "application",
          ref,
          null,
          name,
          war.product().version().map(ReleaseVersion::text).orElse(null),
          war.product().title().isEmpty() ? null : war.product().title(),
          null,
          null,
          List.of(Property.of("kind", "war"), Property.of("tier", war.tier())));
    }

    private static List<String> needs(
        String war, WarInventory inventory, InstalledModule module, List<Library> libraries) {
      List<String> needs = new ArrayList<>();
      module.module().dependencies().keySet().stream()
          .flatMap(id -> inventory.module(id).stream())
          .forEach(needed -> needs.add(moduleRef(war, needed)));
      libraries.stream()
          .filter(library -> brings(module, library))
          .forEach(library -> needs.add(libraryRef(war, library)));
      return needs;
    }

    private static boolean brings(InstalledModule installed, Library library) {
      return installed
          .modifications()
          .map(Modifications::files)
          .filter(files -> files.containsKey(library.file().path()))
          .isPresent();
    }

    private static Component module(String war, InstalledModule installed) {
      String id = installed.id().value();
      String version = installed.module().version().text();
      List<Property> properties = new ArrayList<>();
      properties.add(Property.of("kind", "module"));
      installed.installDate().ifPresent(at -> properties.add(Property.of("installDate", at)));
      return new Component(
          "library",
          moduleRef(war, installed),
          null,
          id,
          version,
          installed.module().title(),
          null,
          "pkg:generic/" + encoded(id) + "@" + encoded(version),
          properties);
    }

    private static Component library(String war, Library library) {
      return new Component(
          "library",
          libraryRef(war, library),
          library.coordinates().map(Coordinates::groupId).orElse(null),
          library.name(),
          library.version().orElse(null),
          null,
          List.of(new Hash("SHA-256", library.sha256())),
          library.coordinates().map(maven -> purl(maven, library)).orElse(null),
          List.of(Property.of("kind", "library"), Property.of("path", library.file().path())));
    }

    private static String purl(Coordinates maven, Library library) {
      return "pkg:maven/"
          + encoded(maven.groupId())
          + "/"
          + encoded(maven.artifactId())
          + "@"
          + encoded(maven.version())
          + "?"
          + library.file().classifier().map(c -> "classifier=" + encoded(c) + "&").orElse("")
          + "type=jar";
    }

    private static String moduleRef(String war, InstalledModule module) {
      return war + "#module:" + module.id();
    }

    private static String libraryRef(String war, Library library) {
      return war + "#" + library.file().path();
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }
}
