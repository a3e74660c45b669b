package io.github.quartermaster.sentinel.model;

/**
 * What a component needs in order to be healthy, before it is known which components that are.
 *
 * @param target the name of a component or of a check, or with {@code tag:} in front a tag, which
 *     means every component that provides it
 * @param weight 1 where it cannot do without, less where it can for a while; above 0, at most 1
 * @param origin who says so
 */
public record Requirement(String target, double weight, Dependency.Origin origin) {
  /** What stands before a tag. */
  public static final String TAG_PREFIX = "tag:";

  /**
   * Checks weight and target.
   *
   * @throws IllegalArgumentException if the weight is outside of its range or the target blank
   */
  public Requirement {
    if (!(weight > 0 && weight <= 1) || target.isBlank()) {
      throw new IllegalArgumentException(
          "a requirement names a target and has a weight above 0, at most 1, not " + weight);
    }
  }

  /** A component that this one cannot do without, as its provider knows. */
  public static Requirement on(ComponentId component) {
    return new Requirement(component.value(), 1, Dependency.Origin.PROVIDER);
  }

  /** Whether the target is a tag. */
  public boolean isTag() {
    return target.startsWith(TAG_PREFIX);
  }

  /** The target without the mark of a tag. */
  public String name() {
    return isTag() ? target.substring(TAG_PREFIX.length()) : target;
  }
}
