package io.github.quartermaster.amp.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** What runs leave beside a WAR when they end too early, by the names that they give it. */
public final class Leavings {
  /** What stands between the name of a WAR and that of what a run of ours puts beside it. */
  public static final String OURS = ".quartermaster.";

  private Leavings() {}

  /** What an interrupted run of this core left beside a WAR, or has there at this moment. */
  public static List<Path> ours(Path war) throws IOException {
    return beside(war, Pattern.compile(Pattern.quote("." + war.getFileName() + OURS) + ".*"));
  }

  /** What the Module Management Tool left beside a WAR, or has there at this moment. */
  public static List<Path> ofOtherTool(Path war) throws IOException {
    return beside(war, Pattern.compile(Pattern.quote(war.getFileName() + ".") + ".+\\.tmp"));
  }

  /** Folders beside an exploded WAR in which that tool keeps its copies of it. */
  public static List<Path> foldersOfOtherTool(Path war) throws IOException {
    return beside(war, Pattern.compile(Pattern.quote(war.getFileName() + "-") + "\\d{10,}\\.bak"))
        .stream()
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<Path> beside(Path war, Pattern names) throws IOException {
    List<Path> found = new ArrayList<>();
    Path folder = war.toAbsolutePath().getParent();
    if (folder != null) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          if (names.matcher(String.valueOf(file.getFileName())).matches()) {
            found.add(file);
          }
        }
      }
    }
    Collections.sort(found);
    return found;
  }
}
