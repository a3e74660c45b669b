package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.WatchReport;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The scores of the last day as bars, one for each five minutes, the newest on the right. */
final class DayPicture {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration BAR = Duration.ofMinutes(5);
  private static final int BARS = (int) DAY.dividedBy(BAR);
  private static final int BAR_WIDTH = 3;
  private static final int HEIGHT = 100;
  private static final int FOOT = 18;
  private static final int LABEL_WIDTH = 40;
  private static final int HOURS_BETWEEN_LINES = 3;

  private DayPicture() {}

  /** The picture of these minutes, whose last is the newest. */
  static String of(List<WatchReport.Minute> minutes, Instant now) {
    Instant begin = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES).minus(DAY);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg class=\"day\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg.append(BARS * BAR_WIDTH).append(' ').append(HEIGHT + FOOT).append("\">\n");
    svg.append("<title>Scores of the last day</title>\n");
    hours(svg, begin, now);
    limit(svg, Score.WARNING);
    limit(svg, Score.CRITICAL);
    bars(minutes, begin).forEach((place, minute) -> bar(svg, place, minute));
    return svg.append("</svg>").toString();
  }

  private static Map<Integer, WatchReport.Minute> bars(
      List<WatchReport.Minute> minutes, Instant begin) {
    Map<Integer, WatchReport.Minute> bars = new TreeMap<>();
    for (WatchReport.Minute minute : minutes) {
      int place = (int) Duration.between(begin, minute.at()).dividedBy(BAR);
      if (place >= 0 && place < BARS && !minute.at().isBefore(begin)) {
        bars.merge(place, minute, DayPicture::worse);
      }
    }
    return bars;
  }

  private static WatchReport.Minute worse(WatchReport.Minute one, WatchReport.Minute other) {
    return other.score().compareTo(one.score()) > 0 ? other : one;
  }

  private static void bar(StringBuilder svg, int place, WatchReport.Minute minute) {
    // a healthy one is a mark at the foot: somebody watched
    double height = Math.max(2, severity(minute.score()) * HEIGHT);
    svg.append("<rect class=\"").append(Mark.of(minute.status()).style());
    svg.append("\" x=\"").append(place * BAR_WIDTH);
    svg.append("\" y=\"").append(number(HEIGHT - height));
    svg.append("\" width=\"").append(BAR_WIDTH - 0.5);
    svg.append("\" height=\"").append(number(height)).append("\"><title>");
    svg.append(Markup.escaped(Figures.time(minute.at()) + ", " + minute.status()));
    svg.append(", score ").append(minute.score());
    svg.append(minute.cause().isEmpty() ? "" : ", " + Markup.escaped(minute.cause()));
    svg.append("</title></rect>\n");
  }

  private static void limit(StringBuilder svg, Score score) {
    String y = number(HEIGHT - severity(score) * HEIGHT);
    svg.append("<path class=\"limit\" d=\"M0 ").append(y).append('H');
    svg.append(BARS * BAR_WIDTH).append("\"/>\n");
  }

  private static void hours(StringBuilder svg, Instant begin, Instant now) {
    Instant hour = begin.truncatedTo(ChronoUnit.HOURS);
    for (; !hour.isAfter(now); hour = hour.plus(1, ChronoUnit.HOURS)) {
      int number = hour.atZone(ZoneOffset.UTC).getHour();
      if (number % HOURS_BETWEEN_LINES == 0 && !hour.isBefore(begin)) {
        double x = Duration.between(begin, hour).toMinutes() * BAR_WIDTH / (double) BAR.toMinutes();
        svg.append("<path class=\"grid\" d=\"M").append(number(x)).append(" 0V");
        boolean last = x > BARS * BAR_WIDTH - LABEL_WIDTH;
        svg.append(HEIGHT).append("\"/><text");
        svg.append(last ? " text-anchor=\"end\"" : "");
        svg.append(" x=\"").append(number(last ? x - 2 : x + 2)).append("\" y=\"");
        svg.append(HEIGHT + FOOT - 5).append("\">");
        svg.append(String.format(Locale.ROOT, "%02d:00", number)).append("</text>\n");
      }
    }
  }

  private static double severity(Score score) {
    return Severity.of(score).value();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
