package io.github.quartermaster.sentinel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A type of action that a test makes up. */
public final class FakeAction implements ActionFactory {
  private final String type;
  private final boolean reversible;
  private final boolean onlyTells;
  private final List<ActionContext> runs = new ArrayList<>();
  private ActionPreview preview = ActionPreview.of("would do it");
  private Callable<ActionOutcome> work = () -> new ActionOutcome.Done("did it");

  private FakeAction(String type, boolean reversible, boolean onlyTells) {
    this.type = type;
    this.reversible = reversible;
    this.onlyTells = onlyTells;
  }

  /** One whose effect is gone anyway. */
  public static FakeAction restart() {
    return new FakeAction("restart", true, false);
  }

  /** One that cannot be undone. */
  public static FakeAction clean() {
    return new FakeAction("clean", false, false);
  }

  /** One that only tells. */
  public static FakeAction page() {
    return new FakeAction("page", true, true);
  }

  /** What it does. */
  public FakeAction doing(Callable<ActionOutcome> newWork) {
    work = newWork;
    return this;
  }

  /** What it says that it would do. */
  public FakeAction previewing(ActionPreview newPreview) {
    preview = newPreview;
    return this;
  }

  /** What it was told each time that it ran. */
  public List<ActionContext> runs() {
    return runs;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public String description() {
    return "Something for tests";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public boolean isReversible() {
    return reversible;
  }

  @Override
  public boolean onlyTells() {
    return onlyTells;
  }

  @Override
  public Action create(Settings settings) {
    return new Action() {
      @Override
      public ActionPreview preview(ActionContext context) {
        return preview;
      }

      @Override
      public ActionOutcome run(ActionContext context) throws Exception {
        runs.add(context);
        return work.call();
      }
    };
  }
}
