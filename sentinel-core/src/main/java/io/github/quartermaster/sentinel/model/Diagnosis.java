package io.github.quartermaster.sentinel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong and why.
 *
 * @param status the worst state of all components; UNKNOWN where nothing is sick and something
 *     could not be found out
 * @param score the highest score of all components; that of the sickest, not a sum
 * @param symptoms what people notice, the worst first
 * @param causes the probable causes, the most probable first; empty where nothing is sick
 * @param confidence how far the first cause can be trusted; LOW where there is none
 * @param lead how many times the share of the first cause is that of the second; infinite where
 *     there is no second, 1 where there is none
 * @param layer the lowest failing layer, or null where none was found to fail
 * @param notChecked components that could not be looked at here or whose state is unknown
 */
public record Diagnosis(
    Status status,
    Score score,
    List<Symptom> symptoms,
    List<Cause> causes,
    Confidence confidence,
    double lead,
    @Nullable FailingLayer layer,
    List<ComponentId> notChecked) {
  /** Copies the lists. */
  public Diagnosis {
    symptoms = List.copyOf(symptoms);
    causes = List.copyOf(causes);
    notChecked = List.copyOf(notChecked);
  }
}
