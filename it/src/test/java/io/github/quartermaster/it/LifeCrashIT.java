package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.it.benchmark.SyntheticAmps;
import io.github.quartermaster.it.benchmark.SyntheticWar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The process is killed at any moment while it takes modules out of WARs, mends them or puts
 * backups back. One of the WARs is exploded, or none is.
 */
class LifeCrashIT {
  private static final int KILLS = 10;
  private static final String MODULE = "benchmark-module-02";
  private static final String BACKUP_TIME = "20261101T000000Z";
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";

  private static Path fresh;
  private static Path applied;
  private static Path broken;

  private final Path before = Place.work("life-crash-before");
  private final Path after = Place.work("life-crash-after");
  private final Path folder = Place.work("life-crash");

  @BeforeAll
  static void make() throws Exception {
    Path material = Place.work("life-crash-material");
    fresh = material.resolve("fresh.war");
    new SyntheticWar(3, 8, 300).write(fresh);
    Path amps = material.resolve("amps");
    new SyntheticAmps(3, 2).write(amps);
    applied = Files.copy(fresh, material.resolve("applied.war"));
    assertThat(new AmpsProcess.Call("apply", amps.toString(), List.of(applied)).run())
        .endsWith(AmpsProcess.CHANGED);
    broken = breakIt(applied, material.resolve("broken"));
  }

  /** A WAR with a state that Alfresco cannot read, and with originals that nobody needs. */
  private static Path breakIt(Path war, Path exploded) throws IOException {
    Archives.unzip(war, exploded);
    Path state = exploded.resolve(MODULES + MODULE + "/module.properties");
    Files.writeString(state, Files.readString(state).replace("INSTALLED", "WELL"));
    Path originals = Files.createDirectories(exploded.resolve(MODULES + "backup"));
    for (int i = 0; i < 3; i++) {
      Files.writeString(originals.resolve(i + ".bin"), "of a module that is gone");
    }
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(exploded)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(exploded.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return Archives.zip(war.resolveSibling("broken.war"), entries);
  }

  @ParameterizedTest
  @CsvSource({
    "uninstall, alfresco.war second.war",
    "uninstall, alfresco second.war",
    "repair, alfresco.war second.war",
    "repair, alfresco second.war",
    "rollback, alfresco.war second.war",
    "rollback, alfresco second.war"
  })
  void no_war_is_broken_or_missing_whenever_the_process_is_killed_and_the_next_run_completes(
      String goal, String names) throws Exception {
    for (String name : names.split(" ")) {
      lay(goal, name);
    }
    Place.copy(before, after);
    List<String> undisturbed = call(goal, after).run();
    assertThat(undisturbed).endsWith(AmpsProcess.CHANGED);

    long seed = System.nanoTime();
    Random random = new Random(seed);
    SuddenDeath death = new SuddenDeath(undisturbed, random);
    List<String> kills = new ArrayList<>();
    bringBack();
    for (int i = 0; i < KILLS; i++) {
      kills.add(death.strike(call(goal, folder)));
      String when = goal + ", seed " + seed + ", killed " + kills;
      assertNoneIsBroken(when);
      // else the run that finishes is killed as well
      if (i == KILLS - 1 || random.nextBoolean()) {
        assertTheNextRunCompletes(goal, when);
        bringBack();
        kills.clear();
      }
    }
  }

  /** Puts a WAR where it is to be worked on, exploded where its name does not say otherwise. */
  private void lay(String goal, String name) throws IOException {
    Path war = Files.createDirectories(before.resolve("webapps")).resolve(name);
    Path content = goal.equals("repair") ? broken : applied;
    Path backups = war.getParent();
    if (name.endsWith(".war")) {
      Files.copy(content, war);
    } else {
      Archives.unzip(content, war);
      backups = before; // not among what a container deploys
    }
    if (goal.equals("rollback")) {
      Files.copy(fresh, backups.resolve(name + "." + BACKUP_TIME + ".bak"));
    }
  }

  private AmpsProcess.Call call(String goal, Path place) {
    String what =
        switch (goal) {
          case "uninstall" -> MODULE;
          case "rollback" -> BACKUP_TIME;
          default -> "";
        };
    return new AmpsProcess.Call(goal, what, wars(place));
  }

  private static List<Path> wars(Path place) {
    return list(place.resolve("webapps")).stream()
        .filter(file -> !file.getFileName().toString().matches("[.].*|.*[.](bak|lock)"))
        .toList();
  }

  private void bringBack() {
    Place.work(folder.getFileName().toString());
    Place.copy(before, folder);
  }

  private void assertNoneIsBroken(String when) {
    assertThat(wars(folder)).as(when).hasSameSizeAs(wars(before));
    for (Path war : wars(folder)) {
      Map<String, Long> old = content(sibling(before, war));
      Map<String, Long> updated = content(sibling(after, war));
      Map<String, Long> now = content(war);
      if (Files.isDirectory(war)) {
        now.forEach(
            (file, crc) ->
                assertThat(crc)
                    .as("%s in %s; %s", file, war, when)
                    .isIn(old.get(file), updated.get(file)));
        assertThat(now.keySet()).as(when).containsAll(common(old, updated));
      } else {
        assertThat(now.equals(old) || now.equals(updated))
            .as("%s is the old or the new one, whole; %s", war, when)
            .isTrue();
      }
    }
  }

  private void assertTheNextRunCompletes(String goal, String when) throws Exception {
    assertThat(call(goal, folder).run())
        .as(when)
        .last()
        .isIn(AmpsProcess.CHANGED, AmpsProcess.UNCHANGED);
    for (Path war : wars(folder)) {
      assertThat(content(war)).as("%s; %s", war, when).isEqualTo(content(sibling(after, war)));
      if (!Files.isDirectory(war)) {
        assertThat(war).as(when).hasSameBinaryContentAs(sibling(after, war));
      }
      for (Path backup : backups(war)) {
        assertThat(content(backup))
            .as("%s; %s", backup, when)
            .isIn(content(sibling(before, war)), content(fresh));
      }
    }
    assertThat(hidden(folder)).as("what the next run leaves; " + when).isEmpty();
  }

  private static Path sibling(Path place, Path war) {
    return place.resolve("webapps").resolve(war.getFileName());
  }

  private static List<String> common(Map<String, Long> one, Map<String, Long> other) {
    return one.keySet().stream().filter(other::containsKey).toList();
  }

  private List<Path> backups(Path war) {
    return Stream.concat(list(folder).stream(), list(folder.resolve("webapps")).stream())
        .filter(file -> file.getFileName().toString().matches(war.getFileName() + "[.].*[.]bak"))
        .toList();
  }

  private static List<Path> hidden(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }

  private static List<Path> list(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The checksum of each file by its path, but of those that wait to be put in place. */
  private static SortedMap<String, Long> content(Path war) {
    SortedMap<String, Long> content = new TreeMap<>();
    try {
      if (Files.isDirectory(war)) {
        try (Stream<Path> files = Files.walk(war)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            content.put(war.relativize(file).toString(), crc(Files.readAllBytes(file)));
          }
        }
        content.keySet().removeIf(file -> file.startsWith("WEB-INF/.quartermaster/"));
      } else {
        try (ZipFile zip = new ZipFile(war.toFile())) {
          for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory()) {
              content.put(entry.getName(), crc(zip.getInputStream(entry).readAllBytes()));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
