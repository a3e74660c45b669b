package io.github.quartermaster.sentinel.model;

/**
 * An edge of the graph: a component needs another one.
 *
 * @param dependant the component that suffers
 * @param prerequisite the component that it needs
 * @param weight 1 where it cannot do without, less where it can for a while; above 0, at most 1
 * @param origin who says so
 */
public record Dependency(
    ComponentId dependant, ComponentId prerequisite, double weight, Origin origin) {
  /** Who said that there is a dependency. */
  public enum Origin {
    /** The configuration, by name. */
    DECLARED,
    /** The configuration, by a tag. */
    TAG,
    /** The provider that measures the component. */
    PROVIDER,
    /** What Sentinel knows of the kinds of components. */
    BUILT_IN
  }

  /**
   * Checks weight and ends.
   *
   * @throws IllegalArgumentException if the weight is outside of its range, or a component would
   *     need itself
   */
  public Dependency {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a weight is above 0 and at most 1, not " + weight);
    }
    if (dependant.equals(prerequisite)) {
      throw new IllegalArgumentException(dependant + " cannot need itself");
    }
  }
}
