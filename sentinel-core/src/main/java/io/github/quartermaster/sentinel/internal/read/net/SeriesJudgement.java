package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What series say about a component.
 *
 * @param unit of their values, or empty
 * @param warning the values that are no reason for a warning, or null
 * @param critical the values that are not critical, or null
 * @param emptyIsFine whether no series at all is a good sign, as with a query for what is wrong
 */
record SeriesJudgement(
    String unit, @Nullable Range warning, @Nullable Range critical, boolean emptyIsFine) {
  private static final int MOST_METRICS = 50;
  private static final MathContext SHOWN = new MathContext(6);

  /** A reading of all of them; the worst counts. */
  Reading judge(ComponentId component, List<Series> series) {
    if (series.isEmpty()) {
      return emptyIsFine
          ? Reading.of(component).message("no series, as it should be")
          : Reading.unknown(component, "no data: the query gives no series");
    }
    List<Series> known =
        series.stream()
            .filter(one -> !Double.isNaN(one.value()))
            .sorted(Comparator.comparing(this::badness).reversed())
            .toList();
    if (known.isEmpty() || (known.size() < series.size() && badness(known.get(0)) == 0)) {
      String nameless =
          series.stream()
              .filter(one -> Double.isNaN(one.value()))
              .findFirst()
              .map(Series::shown)
              .orElse("");
      return Reading.unknown(component, "no number: " + nameless + " is NaN");
    }
    return measured(component, known, series.size() - known.size());
  }

  private Reading measured(ComponentId component, List<Series> known, int without) {
    long beyond = known.stream().filter(one -> badness(one) > 0).count();
    Series first = known.get(0);
    Reading reading = Reading.of(component).message(message(known.size(), beyond, first));
    Set<String> labels = new HashSet<>();
    for (Series one : known) {
      String label = known.size() == 1 ? "value" : one.shown();
      if (labels.size() < MOST_METRICS && labels.add(label)) {
        reading = reading.metric(Metric.of(label, one.value(), unit).thresholds(warning, critical));
      }
    }
    if (known.size() == 1 && !first.labels().isEmpty()) {
      reading = reading.evidence("series", first.shown());
    }
    int left = known.size() - labels.size();
    if (left > 0) {
      reading = reading.evidence("series", left + " further ones left out");
    }
    return without == 0 ? reading : reading.evidence("series", without + " without a number");
  }

  private String message(int all, long beyond, Series worst) {
    String value = shown(worst.value());
    if (all == 1) {
      return value;
    }
    return beyond == 0
        ? all + " series, all within their limits"
        : beyond + " of " + all + " series beyond their limits: " + worst.shown() + " = " + value;
  }

  private int badness(Series series) {
    if (critical != null && critical.alertsOn(series.value())) {
      return 2;
    }
    return warning != null && warning.alertsOn(series.value()) ? 1 : 0;
  }

  private String shown(double value) {
    if (Math.abs(value) == Double.MAX_VALUE) {
      return (value < 0 ? "minus " : "") + "infinite";
    }
    String number = new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
