package io.github.quartermaster.ebs.internal.read;

import static io.github.quartermaster.ebs.model.ProblemCode.DUPLICATE_VOLUME;
import static io.github.quartermaster.ebs.model.ProblemCode.VOLUMES_FILE_MALFORMED;

import io.github.quartermaster.ebs.internal.csv.CsvRow;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.QuotedText;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the rows of one volumes file into what the user wants, and says what makes no sense. */
final class VolumeLines {
  private static final int LONGEST_DESCRIPTION = 4096;

  /** More than anybody reads: such a file is something else. */
  private static final int MOST_PROBLEMS = 100;

  private static final Pattern VOLUME =
      Pattern.compile("(?i)vol-[0-9a-f]{1,60}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern HEADER = Pattern.compile("(?i)volume([ _-]?id)?s?");

  /** How AWS names its regions: somebody who forgot the description would lose the copy. */
  private static final Pattern REGION_LIKE = Pattern.compile("[a-z]{2}(-[a-z]+){1,2}-[0-9]");

  private final Path file;
  private final List<VolumeSpec> specs = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<VolumeId, Integer> lineOf = new HashMap<>();
  private boolean begun;

  VolumeLines(Path file) {
    this.file = file;
  }

  void add(CsvRow row) {
    if (row instanceof CsvRow.Fields fields) {
      boolean header = !begun && HEADER.matcher(field(fields, 0)).matches();
      begun = true;
      if (!header) {
        addFields(fields);
      }
    } else if (row instanceof CsvRow.Malformed malformed) {
      switch (malformed.reason()) {
        case NOT_UTF_8 ->
            malformed(row.line(), "not all of its bytes are UTF-8", "Save the file as UTF-8");
        case QUOTES ->
            malformed(
                row.line(),
                "a quote is not closed, or is followed by more than a comma",
                "Put the whole field in quotes, and write a quote inside it twice");
      }
    }
  }

  VolumesFileContent content() {
    if (problems.size() <= MOST_PROBLEMS) {
      return new VolumesFileContent(specs, problems);
    }
    List<Problem> told = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    told.add(
        Problem.error(
            VOLUMES_FILE_MALFORMED,
            file,
            "tried to read "
                + file
                + "; there are "
                + (problems.size() - MOST_PROBLEMS)
                + " more problems like these",
            "Check that it is the right file"));
    return new VolumesFileContent(specs, told);
  }

  private void addFields(CsvRow.Fields row) {
    Optional<VolumeId> id = volume(row);
    String description = description(row);
    List<Region> destinations = destinations(row);
    id.map(known -> new VolumeSpec(known, description, destinations, row.line()))
        .filter(this::isNew)
        .ifPresent(specs::add);
  }

  private Optional<VolumeId> volume(CsvRow.Fields row) {
    String text = field(row, 0);
    if (VOLUME.matcher(text).matches()) {
      return Optional.of(new VolumeId(text.toLowerCase(Locale.ROOT)));
    }
    malformed(
        row.line(),
        (text.isEmpty()
            ? "the id of the volume is missing"
            : quoted(text) + " is no id of a volume"),
        "Begin the line with an id such as vol-127facd or"
            + " 1f0a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8, or make it a comment with #");
    return Optional.empty();
  }

  private String description(CsvRow.Fields row) {
    String text = row.fields().size() > 1 ? row.fields().get(1) : "";
    if (text.length() > LONGEST_DESCRIPTION) {
      malformed(
          row.line(),
          "the description has " + text.length() + " characters",
          "Shorten it; " + LONGEST_DESCRIPTION + " are the most, and clouds keep about 250");
    }
    if (text.lines().skip(1).anyMatch(VolumeLines::beginsWithVolume)) {
      malformed(
          row.line(),
          "a quote that it opens runs on over the line of another volume",
          "Close the quote; a quote inside a quoted field is written twice");
    }
    if (row.fields().size() <= 2 && REGION_LIKE.matcher(text).matches()) {
      problems.add(
          Problem.warning(
              VOLUMES_FILE_MALFORMED,
              file,
              where(row.line()) + "; the description " + quoted(text) + " looks like a region",
              "Nothing is copied there; for a copy, write the region after the description"));
    }
    return text;
  }

  private List<Region> destinations(CsvRow.Fields row) {
    List<Region> found = new ArrayList<>();
    for (int column = 2; column < row.fields().size(); column++) {
      String text = field(row, column);
      if (text.isEmpty()) {
        continue;
      }
      if (!Region.isWellFormed(text)) {
        malformed(
            row.line(),
            quoted(text) + " is no name of a region",
            "Write a region such as us-west-1, and a description that holds a comma in quotes");
      } else if (found.contains(new Region(text))) {
        problems.add(
            Problem.warning(
                DUPLICATE_VOLUME,
                file,
                where(row.line()) + "; it names the region " + text + " twice",
                "One copy is made there; remove the second"));
      } else {
        found.add(new Region(text));
      }
    }
    return found;
  }

  private boolean isNew(VolumeSpec spec) {
    Integer earlier = lineOf.putIfAbsent(spec.id(), spec.line());
    if (earlier == null) {
      return true;
    }
    error(
        DUPLICATE_VOLUME,
        spec.line(),
        "line " + earlier + " names " + spec.id() + " already",
        "Remove one of the lines; one line can name several regions");
    return false;
  }

  private void malformed(int line, String why, String remedy) {
    error(VOLUMES_FILE_MALFORMED, line, why, remedy);
  }

  private void error(ProblemCode code, int line, String why, String remedy) {
    problems.add(Problem.error(code, file, where(line) + "; " + why, remedy));
  }

  private String where(int line) {
    return "tried to read " + file + ", line " + line;
  }

  private static boolean beginsWithVolume(String line) {
    String first = line.split(",", 2)[0].strip();
    return VOLUME.matcher(first).matches();
  }

  private static String field(CsvRow.Fields row, int column) {
    return row.fields().get(column).strip();
  }

  private static String quoted(String text) {
    return QuotedText.of(text);
  }
}
