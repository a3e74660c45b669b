package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.OutputSpec;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells all other monitors, at once and each no longer than its time-out. One that fails or hangs
 * is a problem, and hinders no other. For one thread at a time.
 */
public final class Outputs {
  private final List<OutputCall> calls;

  private Outputs(List<OutputCall> calls) {
    this.calls = List.copyOf(calls);
  }

  /**
   * Tells nobody yet.
   *
   * @param specs who is to be told; of types that there are
   * @param factories all types
   */
  public static Outputs of(List<OutputSpec> specs, List<ResultOutputFactory> factories) {
    Map<String, ResultOutputFactory> types =
        factories.stream()
            .collect(Collectors.toMap(ResultOutputFactory::type, Function.identity()));
    return new Outputs(
        specs.stream()
            .map(
                spec ->
                    new OutputCall(
                        spec,
                        Optional.ofNullable(types.get(spec.type()))
                            .orElseThrow(
                                () ->
                                    new IllegalArgumentException(
                                        "there is no type of output " + spec.type()))
                            .create(spec.settings())))
            .toList());
  }

  /**
   * Tells them, and comes back when each is told or given up.
   *
   * @return who could not be told, and why
   */
  public List<Problem> tell(Bulletin bulletin) {
    calls.forEach(call -> call.begin(bulletin));
    return calls.stream().flatMap(call -> call.end().stream()).toList();
  }

  /** Whether nobody is to be told. */
  public boolean isEmpty() {
    return calls.isEmpty();
  }
}
