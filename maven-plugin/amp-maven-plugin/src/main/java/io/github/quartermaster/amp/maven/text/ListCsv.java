package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.WarInventory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The modules of all WARs in one table for spreadsheets and scripts, as RFC 4180 has it. */
public final class ListCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("war", "tier", "module", "version", "title", "installDate", "files", "state")
          .get();

  private ListCsv() {}

  /**
   * The text: a header, then a line for each module; each ends with a carriage return and a feed.
   */
  public static String of(ListResult result) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (WarInventory war : result.wars()) {
        for (InstalledModule installed : war.modules()) {
          print(printer, war, installed);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(CSVPrinter printer, WarInventory war, InstalledModule installed)
      throws IOException {
    printer.printRecord(
        war.path(),
        war.tier(),
        installed.id(),
        installed.module().version(),
        installed.module().title(),
        installed.installDate().map(Instant::toString).orElse(""),
        installed.modifications().map(changes -> changes.files().size() + "").orElse(""),
        installed.state().name().toLowerCase(Locale.ROOT));
  }
}
