package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Status;
import java.util.List;

/**
 * How many components are in which state.
 *
 * @param ok checked and healthy
 * @param notChecked could not be looked at on this machine; in none of the other numbers but that
 *     of all
 */
record Tally(long components, long ok, long warning, long critical, long unknown, long notChecked) {
  static Tally of(List<ComponentHealth> components) {
    return new Tally(
        components.size(),
        count(components, Status.OK),
        count(components, Status.WARNING),
        count(components, Status.CRITICAL),
        count(components, Status.UNKNOWN),
        components.stream().filter(component -> !component.checked()).count());
  }

  private static long count(List<ComponentHealth> components, Status status) {
    return components.stream()
        .filter(component -> component.checked() && component.status() == status)
        .count();
  }

  /** For people: {@code 9 components: 4 critical, 5 healthy}; what is none is left out. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Figures.count(components, "component"));
    String separator = ": ";
    for (Part part :
        List.of(
            new Part(critical, "critical"),
            new Part(warning, "with a warning"),
            new Part(unknown, "unknown"),
            new Part(ok, "healthy"),
            new Part(notChecked, "not checked here"))) {
      if (part.number() > 0) {
        text.append(separator).append(part.number()).append(' ').append(part.word());
        separator = ", ";
      }
    }
    return text.toString();
  }

  private record Part(long number, String word) {}
}
