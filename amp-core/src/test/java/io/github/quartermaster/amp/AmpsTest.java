package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.repositoryWar;
import static io.github.quartermaster.amp.internal.read.AmpBuilder.shareWar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.AvailableModule.Status;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who embeds the core sees. */
class AmpsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path amps;
  private Path repository;
  private Path share;
  private final List<AmpEvent> events = new ArrayList<>();
  private final Amps door = new Amps(events::add, NOON);

  @BeforeEach
  void two_wars_and_a_folder_of_amps() throws IOException {
    amps = Files.createDirectories(folder.resolve("amps"));
    repository = repositoryWar("23", "2", "1").zip(folder.resolve("alfresco.war"));
    share = shareWar("23.2.1").zip(folder.resolve("share.war"));
    amp("thing", "1.0")
        .entry("config/alfresco/extension/t.xml", "repository 1.0")
        .entry("lib/thing-1.0.jar", "jar 1.0")
        .zip(amps.resolve("old/thing-1.0.amp"));
    amp("thing", "1.1")
        .entry("config/alfresco/extension/t.xml", "repository 1.1")
        .entry("lib/thing-1.1.jar", "jar 1.1")
        .zip(amps.resolve("thing-1.1.amp"));
    amp("thing", "2.0")
        .entry("config/alfresco/site-webscripts/t.xml", "share 2.0")
        .zip(amps.resolve("thing-share-2.0.amp"));
  }

  @Test
  void each_war_gets_the_newest_amp_of_its_tier_in_one_go() throws IOException {
    ApplyResult result = door.apply(both());

    assertThat(result.problems()).isEmpty();
    assertThat(result.changed()).isTrue();
    assertThat(contents(repository))
        .containsEntry("WEB-INF/classes/alfresco/extension/t.xml", "repository 1.1")
        .containsEntry("WEB-INF/lib/thing-1.1.jar", "jar 1.1")
        .doesNotContainKey("WEB-INF/lib/thing-1.0.jar");
    assertThat(contents(share))
        .containsEntry("WEB-INF/classes/alfresco/site-webscripts/t.xml", "share 2.0");
    assertThat(result.wars()).allMatch(war -> Files.exists(war.backup().orElseThrow()));
    assertThat(result.wars().get(0).sizeAfter()).isEqualTo(Files.size(repository));
  }

  @Test
  void manifest_stays_where_streaming_readers_look_for_it() throws IOException {
    door.apply(both());

    try (InputStream in = Files.newInputStream(repository);
        JarInputStream jar = new JarInputStream(in)) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Title"))
          .isEqualTo("Alfresco");
    }
  }

  @Test
  void amps_are_told_before_a_war_that_is_missing_although_both_are_read_at_once() {
    ApplyRequest request =
        ApplyRequest.builder(
                AmpSources.directories(amps), List.of(repository, folder.resolve("no.war")))
            .build();

    assertThatThrownBy(() -> door.plan(request))
        .isInstanceOf(AmpException.class)
        .hasMessageContaining("no.war; there is no such file or folder");
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("AmpRead", "AmpRead", "AmpRead", "WarRead");
  }

  @Test
  void guess_of_a_tier_is_told_until_the_module_is_in_such_a_war() throws IOException {
    Path odd = amp("odd", "1").entry("web/css/a.css", "a").zip(folder.resolve("odd.amp"));
    AmpSources sources = new AmpSources(List.of(), List.of(odd), Map.of(), false);
    ApplyRequest request = ApplyRequest.builder(sources, List.of(repository)).build();
    LatestRequest latest = new LatestRequest(sources, List.of(repository), ArchiveLimits.DEFAULTS);

    assertThat(door.latest(latest).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.TIER_ASSUMED);
    assertThat(door.apply(request).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.TIER_ASSUMED);

    assertThat(door.latest(latest).problems()).isEmpty();
    assertThat(door.apply(request).problems()).isEmpty();
  }

  @Test
  void second_run_has_nothing_to_do_and_touches_nothing() throws IOException {
    door.apply(both());
    List<String> before = filesWithTimes();

    ApplyResult again = door.apply(both());

    assertThat(again.changed()).isFalse();
    assertThat(again.plan().changes()).isFalse();
    assertThat(again.wars()).noneMatch(war -> war.changed());
    assertThat(filesWithTimes()).isEqualTo(before);
  }

  @Test
  void upgrade_takes_the_old_version_out() throws IOException {
    door.apply(both());
    amp("thing", "1.2")
        .entry("lib/thing-1.2.jar", "jar 1.2")
        .entry("config/alfresco/module/thing/model/m.xml", "m")
        .zip(amps.resolve("thing-1.2.amp"));

    door.apply(both());

    assertThat(contents(repository))
        .containsKey("WEB-INF/lib/thing-1.2.jar")
        .doesNotContainKeys(
            "WEB-INF/lib/thing-1.1.jar", "WEB-INF/classes/alfresco/extension/t.xml");
    InstalledModule installed = list().wars().get(0).modules().get(0);
    assertThat(installed.module().label()).isEqualTo("thing 1.2");
    assertThat(installed.installDate()).contains(NOON.instant());
  }

  @Test
  void refused_plan_changes_no_war_at_all() throws IOException {
    amp("picky", "1", "module.depends.absent=1")
        .entry("config/alfresco/site-data/x.xml", "x")
        .zip(amps.resolve("picky.amp"));
    List<String> before = filesWithTimes();

    ApplyResult result = door.apply(both());

    assertThat(result.plan().isRefused()).isTrue();
    assertThat(result.wars()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.DEPENDENCY_UNMET);
    assertThat(filesWithTimes()).isEqualTo(before);
  }

  @Test
  void plan_is_what_apply_does_and_changes_nothing() throws IOException {
    List<String> before = filesWithTimes();

    ApplyPlan plan = door.plan(both());

    assertThat(filesWithTimes()).isEqualTo(before);
    assertThat(door.apply(both()).plan()).isEqualTo(plan);
  }

  @Test
  void unreadable_amp_is_reported_and_left_out_unless_the_user_minds() throws IOException {
    Files.writeString(amps.resolve("broken.amp"), "no archive");

    ApplyPlan plan = door.plan(both());
    assertThat(plan.isRefused()).isFalse();
    assertThat(plan.problems()).hasSize(1);
    assertThat(plan.problems().get(0).subject()).endsWith("broken.amp");

    AmpSources strict = new AmpSources(List.of(amps), List.of(), Map.of(), true);
    assertThat(
            door.plan(ApplyRequest.builder(strict, List.of(repository, share)).build()).isRefused())
        .isTrue();
  }

  @Test
  void result_is_the_same_byte_for_byte_at_a_fixed_time() throws IOException {
    Path one = Files.copy(repository, folder.resolve("one.war"));
    Path two = Files.copy(repository, folder.resolve("two.war"));
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    for (Path war : List.of(one, two)) {
      Amps anywhen = new Amps(AmpListener.SILENT, Clock.systemUTC());
      anywhen.apply(
          ApplyRequest.builder(AmpSources.directories(amps), List.of(war)).timestamp(time).build());
    }

    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
  }

  @Test
  void exploded_war_becomes_what_the_packed_one_does() throws IOException {
    Path exploded =
        repositoryWar("23", "2", "1").folder(folder.resolve("webapps").resolve("alfresco"));

    door.apply(both());
    ApplyResult result =
        door.apply(ApplyRequest.builder(AmpSources.directories(amps), List.of(exploded)).build());

    assertThat(result.changed()).isTrue();
    Map<String, String> packed = contents(repository);
    assertThat(contentsOfFolder(exploded)).isEqualTo(packed);
    try (Stream<Path> webapps = Files.list(folder.resolve("webapps"))) {
      assertThat(webapps).containsExactly(exploded);
    }
  }

  @Test
  void results_go_to_the_output_folder_and_the_wars_stay_as_they_are() throws IOException {
    byte[] before = Files.readAllBytes(repository);
    Path output = folder.resolve("out");

    ApplyResult result =
        door.apply(
            ApplyRequest.builder(AmpSources.directories(amps), List.of(repository))
                .outputDirectory(output)
                .build());

    assertThat(Files.readAllBytes(repository)).isEqualTo(before);
    assertThat(result.wars().get(0).result()).isEqualTo(output.resolve("alfresco.war"));
    assertThat(contents(output.resolve("alfresco.war"))).containsKey("WEB-INF/lib/thing-1.1.jar");
  }

  @Test
  void latest_shows_newest_others_and_what_is_installed() {
    door.apply(both());
    amp("thing", "1.3").entry("config/alfresco/extension/t.xml", "x").zip(amps.resolve("new.amp"));

    List<AvailableModule> modules =
        door.latest(
                new LatestRequest(
                    AmpSources.directories(amps),
                    List.of(repository, share),
                    ArchiveLimits.DEFAULTS))
            .modules();

    assertThat(modules)
        .extracting(m -> m.key().toString())
        .containsExactly("thing (repository)", "thing (share)");
    assertThat(modules.get(0).newest().orElseThrow().module().version()).hasToString("1.3");
    assertThat(modules.get(0).others())
        .extracting(amp -> amp.module().version().toString())
        .containsExactly("1.1", "1.0");
    assertThat(modules.get(0).installations().get(0).status()).isEqualTo(Status.OUTDATED);
    assertThat(modules.get(1).installations().get(0).status()).isEqualTo(Status.CURRENT);
  }

  @Test
  void events_come_in_the_order_that_is_promised() {
    door.apply(both());

    StringBuilder order = new StringBuilder();
    events.forEach(event -> order.append(event.getClass().getSimpleName()).append(' '));
    assertThat(order.toString())
        .matches(
            "(Recovered )*(AmpRead )*(WarRead )*Planned ((Progress )*WarPrepared (BackupKept )?)*"
                + "(WarReplaced )*(BackupPruned )*");
  }

  @Test
  void war_named_twice_or_no_war_is_refused() {
    AmpSources sources = AmpSources.directories(amps);

    assertThatThrownBy(() -> door.plan(ApplyRequest.builder(sources, List.of()).build()))
        .isInstanceOf(AmpException.class)
        .hasMessageStartingWith("INVALID_REQUEST");
    assertThatThrownBy(
            () ->
                door.plan(
                    ApplyRequest.builder(
                            sources, List.of(repository, folder.resolve("./alfresco.war")))
                        .build()))
        .hasMessageContaining("named twice");
  }

  @Test
  void folder_without_amps_is_worth_a_warning() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    ApplyResult result =
        door.apply(
            ApplyRequest.builder(AmpSources.directories(empty), List.of(repository)).build());

    assertThat(result.changed()).isFalse();
    assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.NO_AMPS);
  }

  private ApplyRequest both() {
    return ApplyRequest.builder(AmpSources.directories(amps), List.of(repository, share)).build();
  }

  private ListResult list() {
    return door.list(new ListRequest(List.of(repository), Map.of(), ArchiveLimits.DEFAULTS));
  }

  private List<String> filesWithTimes() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> files = new ArrayList<>();
      for (Path path : all.sorted().toList()) {
        FileTime time = Files.getLastModifiedTime(path);
        files.add(path + " " + time + " " + Files.size(path));
      }
      return files;
    }
  }

  private static Map<String, String> contents(Path war) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          contents.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return contents;
  }

  private static Map<String, String> contentsOfFolder(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return contents;
  }
}
