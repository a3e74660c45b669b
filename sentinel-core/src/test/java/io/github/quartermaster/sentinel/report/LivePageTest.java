package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.WatchReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LivePageTest {
  private static final Pattern SCRIPTS = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  @Test
  void shows_scores_causes_decisions_and_the_day() {
    String page = LivePage.of(Reports.of(Results.fullDisk()));

    assertThat(page)
        .contains("<svg class=\"graph\"")
        .contains("Probable causes")
        .contains("What is done about it", "Does nothing", "disk.clean", "[limit]")
        .contains("2 of 2 attempts in the last hour", "not before 2026-11-25 11:00:00 UTC")
        .contains("<svg class=\"day\"", "09:58:00 UTC, CRITICAL, score 3802, disk:/var")
        .contains("What happened", "disk.clean for disk:/var: FIXED");
  }

  @Test
  void runs_one_script_which_is_the_one_that_its_policy_lets_run() throws Exception {
    Matcher scripts = SCRIPTS.matcher(LivePage.of(Reports.of(Results.fullDisk())));

    assertThat(scripts.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(LivePage.POLICY)
        .startsWith("default-src 'none'")
        .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
        .doesNotContain("'unsafe-eval'", "*", "http");
    assertThat(scripts.find()).isFalse();
  }

  @Test
  void loads_nothing_from_anywhere() {
    assertThat(LivePage.of(Reports.of(Results.fullDisk())))
        .doesNotContain("src=\"", "@import", "url(http", "<link", "<img")
        .doesNotContainPattern("https?://(?!www\\.w3\\.org)");
  }

  static List<CheckResult> results() {
    return Results.all();
  }

  @ParameterizedTest
  @MethodSource("results")
  void words_of_strangers_are_words(CheckResult result) {
    WatchReport report = Reports.hostile(result);

    String page = LivePage.of(report);

    assertThat(SCRIPTS.matcher(page).results()).hasSize(1);
    assertThat(page).doesNotContain("alert('1')").doesNotContain("\u202e");
  }

  @Test
  void the_page_of_a_single_check_has_no_script_and_does_not_refresh() {
    assertThat(HtmlReport.of(Results.fullDisk()))
        .doesNotContain("<script", "http-equiv=\"refresh\"", "What is done about it")
        .contains("Content-Security-Policy\" content=\"default-src 'none'");
  }
}
