package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules go from several WARs, packed and exploded, or from none of them. */
class UninstallTest {
  @TempDir Path folder;
  private final Amps door = new Amps();
  private Path packed;
  private Path exploded;
  private Map<String, String> before;

  @BeforeEach
  void two_wars_with_two_modules() {
    packed = repositoryWar("23", "2", "1").zip(folder.resolve("webapps/alfresco.war"));
    exploded = repositoryWar("23", "2", "1").folder(folder.resolve("webapps/alfresco"));
    before = WarFiles.of(packed).texts();
    amp("base", "1").entry("lib/base-1.jar", "jar").zip(folder.resolve("amps/base.amp"));
    amp("user", "1", "module.depends.base=*")
        .entry("config/alfresco/extension/x.xml", "x")
        .zip(folder.resolve("amps/user.amp"));
    apply(packed);
    apply(exploded);
  }

  private void apply(Path... wars) {
    AmpSources sources = AmpSources.directories(folder.resolve("amps"));
    assertThat(door.apply(ApplyRequest.builder(sources, List.of(wars)).build()).changed()).isTrue();
  }

  private UninstallRequest request(String... modules) {
    return new UninstallRequest(
        List.of(packed, exploded),
        Stream.of(modules).map(ModuleId::new).toList(),
        false,
        WriteSettings.DEFAULT);
  }

  @Test
  void both_wars_are_what_they_were_and_have_a_backup() {
    ApplyResult result = door.uninstall(request("base", "user"));

    assertThat(result.changed()).isTrue();
    assertThat(WarFiles.of(packed).texts()).isEqualTo(before);
    assertThat(WarFiles.of(exploded).texts()).isEqualTo(before);
    assertThat(result.wars()).allMatch(war -> Files.exists(war.backup().orElseThrow()));
    assertThat(door.uninstall(request("base", "user")).changed()).isFalse();
  }

  @Test
  void what_one_war_refuses_is_done_to_none() throws IOException {
    door.uninstall(
        new UninstallRequest(
            List.of(packed), List.of(new ModuleId("user")), false, WriteSettings.DEFAULT));
    byte[] bytes = Files.readAllBytes(packed);
    Map<String, String> files = WarFiles.of(exploded).texts();

    ApplyResult result = door.uninstall(request("base"));

    assertThat(result.plan().isRefused()).isTrue();
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MODULE_NEEDED);
    assertThat(packed).hasBinaryContent(bytes);
    assertThat(WarFiles.of(exploded).texts()).isEqualTo(files);
  }

  @Test
  void plan_is_what_uninstall_does_and_changes_nothing() throws IOException {
    byte[] bytes = Files.readAllBytes(packed);

    var plan = door.planUninstall(request("user"));

    assertThat(packed).hasBinaryContent(bytes);
    assertThat(door.uninstall(request("user")).plan()).isEqualTo(plan);
  }

  @Test
  void edited_file_of_an_exploded_war_is_told() throws IOException {
    Files.writeString(exploded.resolve("WEB-INF/lib/base-1.jar"), "patched");

    assertThat(door.planUninstall(request("base", "user")).allProblems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.FILE_CHANGED);
  }

  @Test
  void no_module_is_no_request() {
    assertThatThrownBy(() -> door.planUninstall(request()))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("INVALID_REQUEST: tried to plan an uninstall; no module is named");
  }
}
