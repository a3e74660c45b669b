package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the code to what docs/versions.md tells users. */
class VersionsPageTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static List<String> page = List.of();

  @BeforeAll
  static void read_page() throws IOException {
    page = Files.readAllLines(Path.of("..", "docs", "versions.md"));
  }

  @Test
  void versions_are_ordered_as_the_page_says_and_as_in_maven() {
    List<List<String>> rows = rows("## Which module version is newer");

    assertThat(rows).hasSizeGreaterThan(20).allSatisfy(this::assertOrder);
    assertThat(rows)
        .allSatisfy(row -> assertThat(maven(row)).as("%s in Maven", row).isEqualTo(ours(row)));
  }

  @Test
  void versions_that_maven_puts_in_a_circle_are_ordered_as_the_page_says() {
    List<List<String>> rows = rows("### Where Maven contradicts itself");

    assertThat(rows).hasSizeGreaterThan(5).allSatisfy(this::assertOrder);
    assertThat(rows)
        .allSatisfy(row -> assertThat(maven(row)).as("%s in Maven", row).isEqualTo(-ours(row)));
  }

  @Test
  void ranges_contain_what_the_page_says() {
    List<List<String>> rows = rows("## Which version of another module is needed");

    assertThat(rows).hasSizeGreaterThan(10);
    for (List<String> row : rows) {
      VersionRange range = new VersionRange(code(row.get(0)));
      assertThat(versions(row.get(1)))
          .allSatisfy(version -> assertThat(range.contains(version)).as("%s", row).isTrue());
      assertThat(versions(row.get(2)))
          .allSatisfy(version -> assertThat(range.contains(version)).as("%s", row).isFalse());
    }
  }

  @Test
  void releases_fit_the_bounds_as_the_page_says() {
    List<List<String>> rows = rows("## On which Alfresco a module runs");

    assertThat(rows).hasSizeGreaterThan(2);
    for (List<String> row : rows) {
      ReleaseRange range =
          new ReleaseRange(
              new ReleaseVersion(code(row.get(0))).firstThreeParts(),
              new ReleaseVersion(code(row.get(1))).firstThreeParts());
      assertThat(codes(row.get(2)).map(ReleaseVersion::new))
          .isNotEmpty()
          .allSatisfy(release -> assertThat(range.contains(release)).as("%s", row).isTrue());
      assertThat(codes(row.get(3)).map(ReleaseVersion::new))
          .isNotEmpty()
          .allSatisfy(release -> assertThat(range.contains(release)).as("%s", row).isFalse());
    }
  }

  @Test
  void found_version_is_an_upgrade_or_not_as_the_page_says() {
    List<List<String>> rows = rows("## Where Alfresco's own tool differs");

    assertThat(rows).hasSizeGreaterThan(8);
    for (List<String> row : rows) {
      int order = version(row.get(1)).compareTo(version(row.get(0)));
      assertThat(row.get(2))
          .as("%s", row)
          .isEqualTo(order > 0 ? "upgrade" : order < 0 ? "downgrade" : "same");
    }
  }

  private void assertOrder(List<String> row) {
    assertThat(row.get(1)).as("%s", row).isEqualTo(ours(row) < 0 ? "older than" : "same as");
    assertThat(ours(row)).as("%s", row).isNotPositive();
  }

  private static int ours(List<String> row) {
    return Integer.signum(version(row.get(0)).compareTo(version(row.get(2))));
  }

  private static int maven(List<String> row) {
    ComparableVersion right = new ComparableVersion(code(row.get(2)));
    return Integer.signum(new ComparableVersion(code(row.get(0))).compareTo(right));
  }

  /** The cells of the table below a heading, without the table's head. */
  private static List<List<String>> rows(String heading) {
    assertThat(page).contains(heading);
    List<List<String>> rows = new ArrayList<>();
    page.stream()
        .skip(page.indexOf(heading) + 1L)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .forEach(line -> rows.add(cells(line)));
    return rows;
  }

  private static List<String> cells(String line) {
    String[] cells = line.substring(1).split("\\|", -1);
    return Stream.of(cells).limit(cells.length - 1L).map(String::trim).toList();
  }

  private static Stream<String> codes(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1));
  }

  private static String code(String cell) {
    return codes(cell).findFirst().orElseThrow(() -> new AssertionError("no version in " + cell));
  }

  private static ModuleVersion version(String cell) {
    return new ModuleVersion(code(cell));
  }

  private static List<ModuleVersion> versions(String cell) {
    return codes(cell).map(ModuleVersion::new).toList();
  }
}
