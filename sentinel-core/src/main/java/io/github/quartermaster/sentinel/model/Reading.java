package io.github.quartermaster.sentinel.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider found out about one component. Immutable; the methods that add something give a
 * new reading.
 *
 * <pre>{@code
 * Reading.of("queue:orders").metric("depth", depth(), "", 1000, 5000)
 * }</pre>
 *
 * @param component what it is about
 * @param verdict how its score comes about
 * @param message one line for people, such as {@code 97 % used (70/95)}; may be empty; made safe to
 *     print
 * @param metrics what was measured
 * @param evidence what a person would look at next
 * @param layer the layer that failed, or null where nothing failed or it has none
 */
public record Reading(
    ComponentId component,
    Verdict verdict,
    String message,
    List<Metric> metrics,
    List<Evidence> evidence,
    @Nullable Layer layer) {
  private static final int LONGEST = 500;

  /** Copies the lists and makes the message safe to print. */
  public Reading {
    message = SafeText.of(message);
    if (message.length() > LONGEST) {
      message = message.substring(0, LONGEST - 3) + "...";
    }
    metrics = List.copyOf(metrics);
    evidence = List.copyOf(evidence);
  }

  /** A reading that its metrics will judge; without any it says that the component is healthy. */
  public static Reading of(String component) {
    return of(new ComponentId(component));
  }

  /** A reading that its metrics will judge; without any it says that the component is healthy. */
  public static Reading of(ComponentId component) {
    return new Reading(component, new Verdict.Measured(), "", List.of(), List.of(), null);
  }

  /** The component does not do its work at all. */
  public static Reading down(ComponentId component, String message) {
    return of(component).verdict(new Verdict.Given(Score.DOWN)).message(message);
  }

  /** It could not be found out, and should have been. */
  public static Reading unknown(ComponentId component, String message) {
    return of(component).verdict(new Verdict.Unknown()).message(message);
  }

  /** It cannot be found out on this machine, which is no trouble. */
  public static Reading notChecked(ComponentId component, String message) {
    return of(component).verdict(new Verdict.NotChecked()).message(message);
  }

  /** The same with another verdict. */
  public Reading verdict(Verdict newVerdict) {
    return new Reading(component, newVerdict, message, metrics, evidence, layer);
  }

  /** The same with another message. */
  public Reading message(String newMessage) {
    return new Reading(component, verdict, newMessage, metrics, evidence, layer);
  }

  /** The same with one metric more. */
  public Reading metric(Metric metric) {
    List<Metric> more = new ArrayList<>(metrics);
    more.add(metric);
    return new Reading(component, verdict, message, more, evidence, layer);
  }

  /** The same with one metric more, of which values above the thresholds are bad. */
  public Reading metric(String label, double value, String unit, double warning, double critical) {
    return metric(
        Metric.of(label, value, unit).thresholds(Range.atMost(warning), Range.atMost(critical)));
  }

  /** The same with one piece of evidence more. */
  public Reading evidence(String label, String text) {
    List<Evidence> more = new ArrayList<>(evidence);
    more.add(new Evidence(label, text));
    return new Reading(component, verdict, message, metrics, more, layer);
  }

  /** The same, failing at a layer. */
  public Reading failingAt(Layer newLayer) {
    return new Reading(component, verdict, message, metrics, evidence, newLayer);
  }
}
