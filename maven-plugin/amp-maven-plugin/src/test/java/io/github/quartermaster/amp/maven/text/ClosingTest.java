package io.github.quartermaster.amp.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private static final Path ALFRESCO = Samples.ALFRESCO.path();
  private static final Path SHARE = Samples.SHARE.path();

  @Test
  void apply_counts_amps_wars_time_and_backups() {
    ApplyResult result =
        new ApplyResult(
            Samples.plan(),
            List.of(
                new WarResult(ALFRESCO, ALFRESCO, true, 1, 2, Path.of("wars/alfresco.war.1.bak")),
                new WarResult(SHARE, SHARE, true, 1, 2, Path.of("wars/share.war.1.bak"))),
            List.of(),
            Duration.ofMillis(912));

    assertThat(Closing.of(result, Path::toString))
        .isEqualTo(
            "2 AMPs applied to wars/alfresco.war and wars/share.war in 0.9 s, backup"
                + " wars/alfresco.war.1.bak and wars/share.war.1.bak");
  }

  @Test
  void result_in_another_folder_is_named() {
    ApplyResult result =
        new ApplyResult(
            Samples.plan(),
            List.of(
                new WarResult(ALFRESCO, Path.of("out/alfresco.war"), true, 1, 2, null),
                new WarResult(SHARE, SHARE, false, 1, 1, null)),
            List.of(),
            Duration.ofMillis(912));

    assertThat(Closing.of(result, Path::toString))
        .isEqualTo("1 AMP applied to wars/alfresco.war in 0.9 s, result out/alfresco.war");
  }

  /** The output directory gets the WAR all the same; what is there is not "applied". */
  @Test
  void copy_to_another_folder_without_a_change_is_not_called_an_apply() {
    ApplyResult result =
        new ApplyResult(
            Samples.idlePlan(),
            List.of(new WarResult(ALFRESCO, Path.of("out/alfresco.war"), true, 1, 1, null)),
            List.of(),
            Duration.ofMillis(912));

    assertThat(Closing.of(result, Path::toString))
        .doesNotContain("0 AMPs applied")
        .contains("out/alfresco.war");
  }

  @Test
  void nothing_to_do_says_why() {
    ApplyResult idle =
        new ApplyResult(
            Samples.idlePlan(),
            List.of(new WarResult(ALFRESCO, ALFRESCO, false, 1, 1, null)),
            List.of(),
            Duration.ZERO);

    assertThat(Closing.of(idle, Path::toString))
        .isEqualTo("Nothing to do: 1 AMP, all installed at the same or a newer version");
    assertThat(Closing.of(Samples.idlePlan(), Path::toString))
        .isEqualTo("Nothing to do: 1 AMP, all installed at the same or a newer version");
  }

  @Test
  void plan_says_what_would_be() {
    assertThat(Closing.of(Samples.plan(), Path::toString))
        .isEqualTo("2 AMPs would be applied to wars/alfresco.war and wars/share.war");
  }

  @Test
  void no_amps_at_all_is_said() {
    ApplyPlan plan =
        new ApplyPlan(
            List.of(new WarPlan(Samples.SHARE, List.of(), WarEdit.NONE, List.of())), List.of());

    assertThat(Closing.of(plan, Path::toString))
        .isEqualTo("Nothing to do: no AMP was found for wars/share.war");
  }
}
