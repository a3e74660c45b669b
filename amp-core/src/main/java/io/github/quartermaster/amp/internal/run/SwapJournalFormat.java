package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.run.SwapStep.DeleteFile;
import io.github.quartermaster.amp.internal.run.SwapStep.DeleteFolder;
import io.github.quartermaster.amp.internal.run.SwapStep.PutFile;
import io.github.quartermaster.amp.internal.run.SwapStep.PutFolder;
import io.github.quartermaster.amp.internal.run.SwapStep.ReplaceWar;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a journal: a line that names the format, one that names the transaction, one for each
 * WAR of it ({@code .} for the WAR that the file lies beside, a name for another one in that
 * folder), one for each step, and one that ends it.
 *
 * <pre>
 * quartermaster-journal 1
 * transaction 0b0fd0ab-0b7c-4a3c-8b5a-5a1d39b8f0c7
 * war .
 * war share.war
 * replace 242313615
 * end 5
 * </pre>
 *
 * <p>Whoever can write beside a WAR can write a journal, so a text is taken as one only if all of
 * it is understood, and its steps can name nothing but the WAR that it lies beside.
 */
final class SwapJournalFormat {
  private static final String FORMAT = "quartermaster-journal 1";
  private static final String THIS_WAR = ".";
  private static final Pattern TRANSACTION = Pattern.compile("transaction ([0-9a-f-]{36})");
  private static final Pattern WAR = Pattern.compile("war (.+)");
  private static final Pattern REPLACE = Pattern.compile("replace (\\d{1,18})");
  private static final Pattern PUT = Pattern.compile("put (\\d{1,9}) (\\d{1,18}) (.+)");
  private static final Pattern FOLDER = Pattern.compile("folder (\\d{1,9}) (.+)");
  private static final Pattern DELETE = Pattern.compile("(delete|rmdir) (.+)");

  private SwapJournalFormat() {}

  /**
   * Writes a journal.
   *
   * @throws IOException if a path cannot be written in one line
   */
  static String format(SwapJournal journal) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(FORMAT);
    lines.add("transaction " + journal.transaction());
    for (WarTarget war : journal.wars()) {
      lines.add("war " + named(war, journal.war()));
    }
    journal.steps().forEach(step -> lines.add(line(step)));
    lines.add("end " + lines.size());
    for (String line : lines) {
      if (line.chars().anyMatch(character -> character < ' ')) {
        throw new IOException("a file name with a control character is not supported: " + line);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Where the folder has another path later, in a container say, its WARs still are found. */
  private static String named(WarTarget war, WarTarget own) {
    if (war.path().equals(own.path())) {
      return THIS_WAR;
    }
    return war.folder().equals(own.folder()) ? war.name() : war.toString();
  }

  private static String line(SwapStep step) {
    if (step instanceof ReplaceWar replace) {
      return "replace " + replace.size();
    }
    if (step instanceof PutFile put) {
      return "put " + put.number() + " " + put.size() + " " + put.path();
    }
    if (step instanceof PutFolder folder) {
      return "folder " + folder.number() + " " + folder.path();
    }
    if (step instanceof DeleteFile delete) {
      return "delete " + delete.path();
    }
    return "rmdir " + ((DeleteFolder) step).path();
  }

  /**
   * Reads the journal of a WAR.
   *
   * @throws IOException if anything in it is not understood
   */
  static SwapJournal parse(WarTarget own, String text) throws IOException {
    String[] lines = text.split("\n", -1);
    int end = lines.length - 2;
    if (end < 3 || !lines[0].equals(FORMAT) || !lines[end].equals("end " + end)) {
      throw new IOException(
          own.journal() + " is not a complete journal of a format that this version knows");
    }
    Matcher transaction = TRANSACTION.matcher(lines[1]);
    if (!transaction.matches()) {
      throw notUnderstood(own, lines[1]);
    }
    List<WarTarget> wars = new ArrayList<>();
    List<SwapStep> steps = new ArrayList<>();
    for (String line : List.of(lines).subList(2, end)) {
      Matcher war = WAR.matcher(line);
      if (war.matches() && steps.isEmpty()) {
        wars.add(war(own, war.group(1)));
      } else {
        steps.add(own.isFolder() ? stepOfFolder(own, line) : stepOfFile(own, line));
      }
    }
    if (!wars.contains(own) || new HashSet<>(wars).size() != wars.size()) {
      throw new IOException(own.journal() + " does not name its own WAR, or one of them twice");
    }
    if (steps.isEmpty() || (steps.size() > 1 && !own.isFolder())) {
      throw new IOException(own.journal() + " has " + steps.size() + " steps for " + own);
    }
    return new SwapJournal(own, transaction.group(1), wars, steps);
  }

  private static WarTarget war(WarTarget own, String text) throws IOException {
    if (text.equals(THIS_WAR)) {
      return own;
    }
    try {
      Path named = Path.of(text);
      Path place = own.folder().resolve(named);
      boolean isName = named.getNameCount() == 1 && own.folder().equals(place.getParent());
      if (place.equals(place.normalize()) && (isName || named.isAbsolute())) {
        return new WarTarget(place);
      }
    } catch (InvalidPathException invalid) {
      throw new IOException(own.journal() + " names an impossible path: " + text, invalid);
    }
    throw notUnderstood(own, text);
  }

  private static SwapStep stepOfFile(WarTarget own, String line) throws IOException {
    Matcher replace = REPLACE.matcher(line);
    if (replace.matches()) {
      return new ReplaceWar(Long.parseLong(replace.group(1)));
    }
    throw notUnderstood(own, line);
  }

  private static SwapStep stepOfFolder(WarTarget own, String line) throws IOException {
    Matcher put = PUT.matcher(line);
    if (put.matches()) {
      return new PutFile(
          Integer.parseInt(put.group(1)), Long.parseLong(put.group(2)), put.group(3));
    }
    Matcher folder = FOLDER.matcher(line);
    if (folder.matches()) {
      return new PutFolder(Integer.parseInt(folder.group(1)), folder.group(2));
    }
    Matcher delete = DELETE.matcher(line);
    if (delete.matches()) {
      String path = delete.group(2);
      return delete.group(1).equals("delete") ? new DeleteFile(path) : new DeleteFolder(path);
    }
    throw notUnderstood(own, line);
  }

  private static IOException notUnderstood(WarTarget own, String line) {
    return new IOException("in " + own.journal() + " the line '" + line + "' is not understood");
  }
}
