package io.github.quartermaster.sentinel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A probable cause, with what speaks for it.
 *
 * @param component which one
 * @param aliases further names of the same thing
 * @param share its part of the blame, from 0 to 1; those of all causes sum to 1
 * @param explains the part of all trouble that is it or depends on it through sick components, from
 *     0 to 1
 * @param unexplained the part of its own severity that nothing it depends on accounts for, 0 to 1
 * @param paths from symptoms down to it, the best first: each begins with a symptom and ends with
 *     this component
 * @param explainedBy the sick component below it that accounts for most of its trouble, or null
 * @param status its state
 * @param score its score, or null where its state is unknown
 * @param message what was found out about it
 * @param evidence what a person would look at next
 * @param verified false where its state is unknown, and it is named only because what depends on it
 *     is sick
 */
public record Cause(
    ComponentId component,
    List<ComponentId> aliases,
    double share,
    double explains,
    double unexplained,
    List<List<ComponentId>> paths,
    @Nullable ComponentId explainedBy,
    Status status,
    @Nullable Score score,
    String message,
    List<Evidence> evidence,
    boolean verified) {
  /** Copies the lists. */
  public Cause {
    aliases = List.copyOf(aliases);
    paths = paths.stream().map(List::copyOf).toList();
    evidence = List.copyOf(evidence);
  }
}
