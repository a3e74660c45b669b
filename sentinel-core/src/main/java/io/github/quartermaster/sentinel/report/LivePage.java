package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.WatchReport;
import io.github.quartermaster.sentinel.model.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a watch knows, as a page that looks again by itself: the check as in {@link HtmlReport},
 * what is done about it, the last day, and what happened. It loads nothing but itself.
 */
public final class LivePage {
  private static final int FIRST_ENTRIES = 20;
  private static final String SCRIPT = resource("live-page.js");

  /**
   * The header {@code Content-Security-Policy} of the page: it runs its one script and no other.
   */
  public static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
          + digest(SCRIPT)
          + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private LivePage() {}

  /** The page, to be sent in UTF-8 with the {@link #POLICY}. */
  public static String of(WatchReport report) {
    Map<String, Object> page = HtmlReport.values(report.check());
    List<Map<String, Object>> entries = report.entries().stream().map(LivePage::entry).toList();
    int first = Math.min(FIRST_ENTRIES, entries.size());
    page.put("live", true);
    page.put("since", Figures.time(report.since()));
    page.put("hasDecisions", !report.decisions().isEmpty());
    page.put("decisions", report.decisions().stream().map(LivePage::decision).toList());
    page.put("day", DayPicture.of(report.minutes(), report.check().snapshot().at()));
    page.put("hasEntries", !entries.isEmpty());
    page.put("entries", entries.subList(0, first));
    page.put("hasFurtherEntries", entries.size() > first);
    page.put("furtherEntries", entries.size() - first);
    page.put("olderEntries", entries.subList(first, entries.size()));
    page.put("script", SCRIPT);
    return HtmlReport.page(page);
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> page = new HashMap<>();
    page.put("style", decision.acts() ? "ok" : "warning");
    page.put("what", decision.acts() ? "Does" : "Does nothing");
    page.put("target", decision.target().value());
    page.put("action", decision.action());
    page.put("reason", decision.reason());
    page.put("rail", decision.guardRail().map(rail -> word(rail.name())).orElse(""));
    page.put("preview", decision.preview());
    page.put("next", decision.nextAllowedAt().map(Figures::time).orElse(""));
    return page;
  }

  private static Map<String, Object> entry(WatchReport.Entry entry) {
    Mark mark = Mark.of(entry.status());
    return Map.of(
        "style", mark.style(),
        "status", mark.word(),
        "at", Figures.time(entry.at()),
        "text", entry.text());
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String resource(String name) {
    try (InputStream in = LivePage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String script) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha.digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
