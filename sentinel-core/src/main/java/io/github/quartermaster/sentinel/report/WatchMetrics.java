package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.WatchReport;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/**
 * What a watch knows as metrics: those of {@link OpenMetricsReport}, and how often what happened.
 * Prometheus asks for one form or the other by its {@code Accept} header.
 */
public final class WatchMetrics {
  private final boolean open;
  private final StringBuilder text = new StringBuilder();

  private WatchMetrics(boolean open) {
    this.open = open;
  }

  /** In OpenMetrics 1.0, {@code # EOF} at its end. */
  public static String openMetrics(WatchReport report) {
    return OpenMetricsReport.families(report.check())
        + new WatchMetrics(true).written(report)
        + OpenMetricsReport.END;
  }

  /**
   * In the text format 0.0.4 of Prometheus, in which a counter's name has its ending everywhere.
   */
  public static String classic(WatchReport report) {
    return OpenMetricsReport.families(report.check()) + new WatchMetrics(false).written(report);
  }

  private String written(WatchReport report) {
    WatchReport.Tally tally = report.tally();
    counter("sentinel_rounds", "How often everything was judged.");
    sample("sentinel_rounds", "", tally.rounds());
    counter("sentinel_gathers", "How often everything related was looked at anew.");
    sample("sentinel_gathers", "", tally.gathers());
    counter("sentinel_actions", "What was done about causes, by how it ended.");
    tally.attempts().entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<WatchReport.Acted, Long> each) ->
                    each.getKey().action() + " " + each.getKey().outcome()))
        .forEach(
            each ->
                sample(
                    "sentinel_actions",
                    "{action=\""
                        + escaped(each.getKey().action())
                        + "\",outcome=\""
                        + word(each.getKey().outcome())
                        + "\"}",
                    each.getValue()));
    counter("sentinel_suppressed", "Decisions against acting, by the guard rail that said no.");
    tally.stopped().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                sample(
                    "sentinel_suppressed",
                    "{guard_rail=\"" + word(each.getKey()) + "\"}",
                    each.getValue()));
    return text.toString();
  }

  private void counter(String name, String help) {
    String family = open ? name : name + "_total";
    text.append("# TYPE ").append(family).append(" counter\n");
    text.append("# HELP ").append(family).append(' ').append(help).append('\n');
  }

  private void sample(String name, String labels, long value) {
    text.append(name).append("_total").append(labels).append(' ').append(value).append('\n');
  }

  private static String escaped(String label) {
    return Printable.line(label).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
