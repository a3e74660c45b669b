package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is a function. Which component it measures is known from what it says, so it is
 * called when asked for the components, and what it said then is its reading.
 */
public final class JavaProbe implements HealthProvider {
  /** The type of a check that was registered by Java code. */
  public static final String TYPE = "java";

  private final String check;
  private final Call call;
  private @Nullable Reading reading;

  /** A function that measures for a check. */
  public JavaProbe(String check, Call call) {
    this.check = check;
    this.call = call;
  }

  @Override
  public List<Component> components(ProbeContext context) throws Exception {
    Reading fresh = call.reading(context);
    reading = fresh;
    return List.of(Component.of(fresh.component(), check, TYPE, Blame.INHERITABLE));
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws Exception {
    Reading fresh = reading == null ? call.reading(context) : reading;
    reading = null;
    return List.of(fresh);
  }

  /** What measures. */
  @FunctionalInterface
  public interface Call {
    /**
     * A fresh reading.
     *
     * @throws Exception if it cannot be found out
     */
    Reading reading(ProbeContext context) throws Exception;
  }
}
