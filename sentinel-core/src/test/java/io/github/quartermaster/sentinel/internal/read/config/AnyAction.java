package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;
import java.util.function.Consumer;

/**
 * A type of action with the parameters that a test wants.
 *
 * @param type its name
 * @param parameters what can be set
 * @param onlyTells whether it only tells somebody
 * @param judge throws where settings contradict each other
 */
record AnyAction(
    String type, List<Parameter> parameters, boolean onlyTells, Consumer<Settings> judge)
    implements ActionFactory {
  static AnyAction of(String type, Parameter... parameters) {
    return new AnyAction(type, List.of(parameters), false, settings -> {});
  }

  static AnyAction telling(String type, Parameter... parameters) {
    return new AnyAction(type, List.of(parameters), true, settings -> {});
  }

  @Override
  public String description() {
    return "Does what a test wants";
  }

  @Override
  public boolean isReversible() {
    return !type.equals("disk.clean");
  }

  @Override
  public Action create(Settings settings) {
    judge.accept(settings);
    return new Action() {
      @Override
      public ActionPreview preview(ActionContext context) {
        return ActionPreview.of("would do it");
      }

      @Override
      public ActionOutcome run(ActionContext context) {
        return new ActionOutcome.Done("did it");
      }
    };
  }
}
