package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Frees the disk of the host that {@link FakeCore} makes up.
 *
 * @param work what it does
 */
record FakeClean(Runnable work) implements ActionFactory {
  static final Healing REMEDIES =
      new Healing(
          Mode.DRY_RUN,
          List.of(
              new Remedy(
                  "free the disk",
                  new ComponentId("disk:/var"),
                  Score.CRITICAL,
                  List.of(new RemedyStep("clean", Settings.NONE, Duration.ZERO, Duration.ZERO)),
                  Duration.ofMinutes(5),
                  List.of(),
                  true)),
          List.of(Healing.DEFAULT_LIMIT),
          List.of(),
          2,
          Duration.ofMinutes(10),
          Duration.ofHours(6),
          Set.of(),
          List.of(),
          null);

  @Override
  public String type() {
    return "clean";
  }

  @Override
  public String description() {
    return "Frees the disk";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public boolean isReversible() {
    return false;
  }

  @Override
  public Action create(Settings settings) {
    return new Action() {
      @Override
      public ActionPreview preview(ActionContext context) {
        return ActionPreview.of("would remove 12 files");
      }

      @Override
      public ActionOutcome run(ActionContext context) {
        work.run();
        return new ActionOutcome.Done("removed 12 files");
      }
    };
  }
}
