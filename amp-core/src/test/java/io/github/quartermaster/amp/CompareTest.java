package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.quartermaster.amp.internal.read.AmpBuilder;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Library;
import io.github.quartermaster.amp.model.Library.Coordinates;
import io.github.quartermaster.amp.model.WarComparison;
import io.github.quartermaster.amp.model.WarComparison.Change;
import io.github.quartermaster.amp.model.WarComparison.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a WAR, and how it differs from another. */
class CompareTest {
  @TempDir Path folder;
  private AmpBuilder before;
  private AmpBuilder after;

  @BeforeEach
  void two_wars() {
    before =
        repositoryWar("7", "4", "0")
            .entry("WEB-INF/lib/a-1.0.jar", "a")
            .entry("WEB-INF/lib/b-1.9.jar", "b")
            .entry("WEB-INF/lib/c-1.0.jar", "c")
            .entry("WEB-INF/lib/same.jar", "same")
            .entry("css/a.css", "a")
            .entry("css/b.css", "b");
    after =
        repositoryWar("7", "4", "0")
            .entry("WEB-INF/lib/a-1.0.jar", "a, built anew")
            .entry("WEB-INF/lib/b-1.10.jar", "b")
            .entry("WEB-INF/lib/d-1.0.jar", "d")
            .entry("WEB-INF/lib/same.jar", "same")
            .entry("css/a.css", "another")
            .entry("css/c.css", "c");
  }

  @Test
  void wars_are_compared_by_module_library_and_file() {
    Path one = before.zip(folder.resolve("one/alfresco.war"));
    Path two = after.zip(folder.resolve("two/alfresco.war"));
    apply(one, amp("m", "1.9").entry("config/alfresco/extension/m.txt", "1"));
    apply(two, amp("m", "1.10").entry("config/alfresco/extension/m.txt", "2"));
    apply(two, amp("n", "1").entry("config/alfresco/extension/n.txt", "n"));

    WarComparison found = compare(one, two);

    assertThat(found.isSame()).isFalse();
    assertThat(found.modules())
        .containsExactly(
            new Change(Kind.NEWER, "m", "1.9", "1.10"), new Change(Kind.ADDED, "n", null, "1"));
    assertThat(found.libraries())
        .containsExactly(
            new Change(Kind.CHANGED, "a", "a-1.0.jar", "a-1.0.jar"),
            new Change(Kind.NEWER, "b", "b-1.9.jar", "b-1.10.jar"),
            new Change(Kind.REMOVED, "c", "c-1.0.jar", null),
            new Change(Kind.ADDED, "d", null, "d-1.0.jar"));
    assertThat(found.files())
        .extracting(Change::kind, Change::name)
        .containsExactly(
            tuple(Kind.CHANGED, "WEB-INF/classes/alfresco/extension/m.txt"),
            tuple(Kind.ADDED, "WEB-INF/classes/alfresco/extension/n.txt"),
            tuple(Kind.CHANGED, "css/a.css"),
            tuple(Kind.REMOVED, "css/b.css"),
            tuple(Kind.ADDED, "css/c.css"));
    assertThat(compare(two, one).modules())
        .containsExactly(
            new Change(Kind.OLDER, "m", "1.10", "1.9"), new Change(Kind.REMOVED, "n", "1", null));
  }

  @Test
  void exploded_war_is_the_same_as_the_packed_one() {
    Path packed = before.zip(folder.resolve("alfresco.war"));
    Path exploded = before.folder(folder.resolve("alfresco"));

    assertThat(compare(packed, exploded).isSame()).isTrue();
    assertThat(compare(exploded, before.folder(folder.resolve("alfresco-2"))).isSame()).isTrue();
    assertThat(compare(packed, after.folder(folder.resolve("alfresco-3"))).libraries()).hasSize(4);
  }

  @Test
  void libraries_tell_what_they_are() throws IOException {
    Path jar =
        new AmpBuilder()
            .entry(
                "META-INF/maven/org.x/x-core/pom.properties",
                "groupId=org.x\nartifactId=x-core\nversion=1.2\n")
            .entry(
                "META-INF/maven/org.y/y/pom.properties", "groupId=org.y\nartifactId=y\nversion=3\n")
            .zip(folder.resolve("x.jar"));
    Path war = before.folder(folder.resolve("alfresco"));
    Files.copy(jar, war.resolve("WEB-INF/lib/x-core-1.2.jar"));

    List<Library> libraries =
        new Amps()
            .inventory(new ListRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS))
            .wars()
            .get(0)
            .libraries();

    assertThat(libraries)
        .extracting(Library::name, library -> library.version().orElse("-"))
        .containsExactly(
            tuple("a", "1.0"),
            tuple("b", "1.9"),
            tuple("c", "1.0"),
            tuple("same", "-"),
            tuple("x-core", "1.2"));
    assertThat(libraries.get(4).coordinates()).contains(new Coordinates("org.x", "x-core", "1.2"));
    assertThat(libraries.get(0).sha256())
        .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
  }

  private WarComparison compare(Path one, Path two) {
    return new Amps().compare(new CompareRequest(one, two, Map.of(), ArchiveLimits.DEFAULTS));
  }

  private void apply(Path war, AmpBuilder amp) {
    Path file = amp.zip(folder.resolve("some-repo.amp"));
    AmpSources sources = new AmpSources(List.of(), List.of(file), Map.of(), false);
    ApplyResult result = new Amps().apply(ApplyRequest.builder(sources, List.of(war)).build());
    assertThat(result.changed()).isTrue();
  }
}
