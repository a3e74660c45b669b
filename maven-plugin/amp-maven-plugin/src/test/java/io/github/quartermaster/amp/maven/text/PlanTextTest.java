package io.github.quartermaster.amp.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.maven.TextTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  @Test
  void plan_tells_what_happens_to_each_module_and_why() {
    assertThat(
            String.join(
                "\n", new PlanText(Path::toString, TextTable.UNLIMITED).lines(Samples.plan())))
        .isEqualTo(
            """
            wars/alfresco.war: repository, Alfresco repository Community 23.4.0, 240.3 MB
              MODULE                   INSTALLED  AVAILABLE  ACTION   WHY
              alfresco-s3              1.0        1.2.0      upgrade  newer than the installed 1.0
              bob                      123        123        skip     the same version is installed
              alfresco-share-services  23.4.0     -          keep     no AMP of it was found
            wars/share.war: share, Alfresco share Community 23.4.0, 240.3 MB
              MODULE           INSTALLED  AVAILABLE  ACTION   WHY
              org.frank.super  -          1.2.3.4-5  install  not installed""");
  }

  @Test
  void narrow_terminal_wraps_the_reasons() {
    assertThat(new PlanText(Path::toString, 80).lines(Samples.plan()))
        .contains(
            "  alfresco-s3              1.0        1.2.0      upgrade  newer than the",
            "                                                          installed 1.0");
  }

  @Test
  void war_without_modules_and_amps_is_said_to_have_none() {
    ApplyPlan plan =
        new ApplyPlan(
            List.of(new WarPlan(Samples.SHARE, List.of(), WarEdit.NONE, List.of())), List.of());

    assertThat(new PlanText(Path::toString, TextTable.UNLIMITED).lines(plan))
        .containsExactly(
            "wars/share.war: share, Alfresco share Community 23.4.0, 240.3 MB",
            "  no AMPs for it, no modules in it");
  }
}
