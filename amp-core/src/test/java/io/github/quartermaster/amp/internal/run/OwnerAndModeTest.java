package io.github.quartermaster.amp.internal.run;

import static io.github.quartermaster.amp.internal.run.Workshop.OVERWRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerAndModeTest {
  @TempDir Path folder;

  @Test
  void new_war_has_the_mode_of_the_old() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path war = workshop.wars.get(0);
    setMode(war, "rw-rw-r--");
    workshop.runner().run(workshop.plan());
    assertThat(mode(war)).isEqualTo("rw-rw-r--");
  }

  @Test
  void new_war_has_owner_and_group_of_the_old() throws IOException {
    Workshop workshop = Workshop.create(folder, "share.war", "alfresco");
    Path page = workshop.wars.get(1).resolve(OVERWRITTEN);
    for (Path path : new Path[] {workshop.wars.get(0), workshop.wars.get(1), page}) {
      chown(path, 4321);
    }
    assertThat(workshop.runner().run(workshop.plan()).warnings()).isEmpty();
    assertThat(owner(workshop.wars.get(0))).isEqualTo("4321:4321");
    assertThat(owner(page)).isEqualTo("4321:4321");
    assertThat(owner(workshop.wars.get(1).resolve("WEB-INF/classes/alfresco/module/blog")))
        .isEqualTo("4321:4321");
    assertThat(owner(workshop.wars.get(1).resolve("WEB-INF/lib/blog.jar"))).isEqualTo("4321:4321");
  }

  @Test
  void files_of_an_exploded_war_keep_their_mode_and_new_ones_follow_its_root() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Path war = workshop.wars.get(0);
    setMode(war.resolve(OVERWRITTEN), "rw-rw----");
    setMode(war, "rwxr-x---");
    workshop.runner().run(workshop.plan());
    assertThat(mode(war.resolve(OVERWRITTEN))).isEqualTo("rw-rw----");
    assertThat(mode(war.resolve("WEB-INF/lib/blog.jar"))).isEqualTo("rw-r-----");
    assertThat(mode(war.resolve("WEB-INF/classes/alfresco/module/blog"))).isEqualTo("rwxr-x---");
  }

  @Test
  void owner_that_cannot_be_kept_is_a_warning_and_the_war_is_applied() throws IOException {
    Workshop workshop = Workshop.create(folder, "share.war", "alfresco");
    chown(workshop.wars.get(0), 4321);
    chown(workshop.wars.get(1), 4321);
    RunResult result =
        workshop.runner(FaultyDisk.counting().refusing("chgrp", "")).run(workshop.plan());
    workshop.assertAllNew();
    assertThat(result.warnings())
        .hasSize(2)
        .allSatisfy(warning -> assertThat(warning.code()).isEqualTo(ProblemCode.OWNER_NOT_KEPT))
        .extracting(Problem::message)
        .allSatisfy(message -> assertThat(message).contains("owner 4321").contains("group 4321"));
  }

  @Test
  void link_to_a_war_stays_a_link_and_what_it_leads_to_is_replaced() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path real = workshop.folder.resolve("data").resolve("alfresco-23.war");
    Path link = workshop.wars.get(0);
    Files.createDirectory(real.getParent());
    Files.move(link, real);
    Files.createSymbolicLink(link, real);
    workshop.runner().run(workshop.plan());
    assertThat(link).isSymbolicLink();
    workshop.assertAllNew();
    assertThat(Workshop.list(real.getParent()))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("alfresco-23.war", "alfresco-23.war.20261122T101530Z.bak");
  }

  @Test
  void another_name_of_the_same_file_keeps_the_old_war() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path other = Files.createLink(workshop.folder.resolve("other.war"), workshop.wars.get(0));
    workshop.runner().run(workshop.plan());
    assertThat(Workshop.content(other)).isEqualTo(Workshop.oldContent());
    workshop.assertAllNew();
  }

  @Test
  void new_war_is_open_to_its_owner_only_until_it_has_the_mode_of_the_old() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    FaultyDisk disk = FaultyDisk.counting().refusing("chmod", "");
    RunResult result = workshop.runner(disk).run(workshop.plan());
    assertThat(result.warnings()).hasSize(1);
    assertThat(mode(workshop.wars.get(0))).isEqualTo("rw-------");
  }

  private static void setMode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void chown(Path path, int id) throws IOException {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root gives away");
    Files.setAttribute(path, "unix:uid", id);
    Files.setAttribute(path, "unix:gid", id);
  }

  private static String owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid") + ":" + Files.getAttribute(path, "unix:gid");
  }
}
