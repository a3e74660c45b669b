package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Snapshot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Snapshots and copies in one table for spreadsheets and scripts, as RFC 4180 has it. */
public final class ListCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "volume",
              "run",
              "region",
              "snapshot",
              "sourceRegion",
              "sourceSnapshot",
              "state",
              "percent",
              "startedAt",
              "completedAt",
              "sizeGiB",
              "encrypted",
              "description")
          .get();

  private ListCsv() {}

  /**
   * The text: a header, then a line for each snapshot; each ends with a carriage return and a feed.
   */
  public static String of(ListResult result) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Snapshot snapshot : result.snapshots()) {
        print(printer, snapshot);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(CSVPrinter printer, Snapshot snapshot) throws IOException {
    printer.printRecord(
        snapshot.sourceVolume(),
        snapshot.tag(OurTags.RUN).orElse(""),
        snapshot.region(),
        snapshot.id(),
        snapshot.tag(OurTags.SOURCE_REGION).orElse(""),
        snapshot.tag(OurTags.SOURCE_SNAPSHOT).orElse(""),
        snapshot.stateWord(),
        snapshot.percent(),
        snapshot.startedAt(),
        snapshot.completed().map(Instant::toString).orElse(""),
        snapshot.sizeGib(),
        snapshot.encrypted(),
        snapshot.description());
  }
}
