package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page that a goal leaves, looked at in a real browser. */
class ReportPageIT {
  private static final String BROWSER = "chromium";
  private static final int LIGHT = 1;
  private static final int DARK = 0;

  /** What WCAG 2 asks of text for its best grade. */
  private static final double READABLE = 7;

  @Test
  void page_of_a_refusal_is_readable_in_light_and_in_dark() throws IOException {
    Skipped.unless(
        Command.exists(BROWSER, "--version"), "report page", "there is no " + BROWSER + " here");
    Path project =
        Place.copy(Place.examples().resolve("refuses-incompatible"), Place.work("report-page"));
    Maven.current().run(project, "package").fails();

    assertReadable(
        project.resolve("target/quartermaster/amp-apply.html"),
        "amp:apply: refused, nothing was changed",
        "VERSION_INCOMPATIBLE");
  }

  @Test
  void page_of_a_backup_is_readable_in_light_and_in_dark() throws IOException {
    Skipped.unless(
        Command.exists(BROWSER, "--version"), "report page", "there is no " + BROWSER + " here");
    Path project =
        Place.copy(Place.examples().resolve("backup-volumes"), Place.work("backup-page"));
    try (EmulatedAws aws = EmulatedAws.withVolumes("vol-0a1b2c3d4e5f60001")) {
      Maven.current().run(project, Goals.ofEbs("backup"), aws.options()).fails();
    }

    assertReadable(
        project.resolve("target/quartermaster/ebs-backup.html"),
        "ebs:backup: 2 of 3 volumes failed",
        "VOLUME_NOT_FOUND");
  }

  @Test
  void page_of_a_check_is_readable_in_light_and_in_dark_and_draws_the_graph() throws IOException {
    Skipped.unless(
        Command.exists(BROWSER, "--version"), "report page", "there is no " + BROWSER + " here");
    Path folder = Place.work("check-page");
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          shop: {type: tcp, host: 127.0.0.1, port: 1, requires: [database]}
          database: {type: tcp, host: 127.0.0.1, port: 2}
        """);
    Maven.current().run(folder, Goals.ofSentinel("check")).fails();

    assertReadable(
        folder.resolve("target/quartermaster/sentinel-check.html"), "database", "explains", "<svg");
  }

  @Test
  void pages_of_a_wars_further_life_are_readable_in_light_and_in_dark() throws IOException {
    Skipped.unless(
        Command.exists(BROWSER, "--version"), "report page", "there is no " + BROWSER + " here");
    Path reports = Place.work("life-pages").resolve("reports");
    Place.copy(
        Example.named("living-with-a-war")
            .verifiedBy(Maven.current())
            .folder()
            .resolve("target/quartermaster"),
        reports);

    assertReadable(
        reports.resolve("amp-verify.html"), "amp:verify: not as it was installed", "FILE_CHANGED");
    assertReadable(reports.resolve("amp-repair.html"), "amp:repair: mended", "ORIGINAL_ORPHANED");
    assertReadable(reports.resolve("amp-uninstall.html"), "amp:uninstall: done");
    assertReadable(reports.resolve("amp-rollback.html"), "amp:rollback: done", "Put back");
  }

  private static void assertReadable(Path page, String... texts) throws IOException {
    assertThat(browse(page, "--dump-dom")).contains(texts);
    BufferedImage light = screenshot(page, LIGHT);
    BufferedImage dark = screenshot(page, DARK);

    assertThat(luminance(light, 0, 0)).isGreaterThan(0.8);
    assertThat(luminance(dark, 0, 0)).isLessThan(0.1);
    assertThat(contrast(light)).isGreaterThan(READABLE);
    assertThat(contrast(dark)).isGreaterThan(READABLE);
  }

  private static BufferedImage screenshot(Path page, int colorScheme) throws IOException {
    Path picture = page.resolveSibling("page-" + colorScheme + ".png");
    browse(
        page,
        "--blink-settings=preferredColorScheme=" + colorScheme,
        "--hide-scrollbars",
        "--window-size=1000,600",
        "--screenshot=" + picture);
    return ImageIO.read(picture.toFile());
  }

  private static String browse(Path page, String... options) {
    List<String> command = new ArrayList<>();
    command.add(BROWSER);
    // root may not use the sandbox, and the page is ours
    command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu"));
    command.add("--user-data-dir=" + Place.target().resolve("browser"));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Command.Outcome outcome = Command.of(command).run(Duration.ofMinutes(2));
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output();
  }

  /** The greatest contrast of any pixel with the background, which is what text must have. */
  private static double contrast(BufferedImage picture) {
    double background = luminance(picture, 0, 0);
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .mapToDouble(i -> luminance(picture, i % picture.getWidth(), i / picture.getWidth()))
        .map(other -> (Math.max(other, background) + 0.05) / (Math.min(other, background) + 0.05))
        .max()
        .orElseThrow();
  }

  /** The relative luminance of WCAG 2, from 0 for black to 1 for white. */
  private static double luminance(BufferedImage picture, int x, int y) {
    Color color = new Color(picture.getRGB(x, y));
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
