package io.github.quartermaster.ebs.internal.read;

import static io.github.quartermaster.ebs.model.ProblemCode.NO_VOLUMES;
import static io.github.quartermaster.ebs.model.ProblemCode.VOLUMES_FILE_UNREADABLE;

import io.github.quartermaster.ebs.internal.csv.CsvRow;
import io.github.quartermaster.ebs.internal.csv.CsvText;
import io.github.quartermaster.ebs.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a volumes file: lines of {@code volume id, description[, destination region ...]}. All that
 * is wrong with it is found at once.
 */
public final class VolumesFile {
  /** Some ten thousand volumes. */
  static final int MOST_BYTES = 2 << 20;

  private VolumesFile() {}

  /** Reads all of the file; what goes wrong is among the problems. */
  public static VolumesFileContent read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      return unreadable(
          file,
          "there is no such file",
          "Make it, with a line for each volume: id, description, and the regions to copy to");
    } catch (IOException e) {
      return unreadable(file, reason(file, e), "Check that it is a file that this user may read");
    }
    if (bytes.length > MOST_BYTES) {
      return unreadable(
          file,
          "it is larger than " + (MOST_BYTES >> 20) + " MB",
          "Check that it is the right file; a volumes file has one line for each volume");
    }
    if (isUtf16(bytes)) {
      return unreadable(file, "it is UTF-16", "Save it as UTF-8");
    }
    return understand(file, bytes);
  }

  private static VolumesFileContent understand(Path file, byte[] bytes) {
    VolumeLines lines = new VolumeLines(file);
    for (CsvRow row : CsvText.read(bytes)) {
      lines.add(row);
    }
    VolumesFileContent content = lines.content();
    if (content.specs().isEmpty() && !content.isMalformed()) {
      return failed(
          Problem.error(
              NO_VOLUMES,
              file,
              "tried to read " + file + "; it names no volume",
              "Add a line for each volume: id, description, and the regions to copy to"));
    }
    return content;
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static String reason(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  private static VolumesFileContent unreadable(Path file, String why, String remedy) {
    return failed(
        Problem.error(VOLUMES_FILE_UNREADABLE, file, "tried to read " + file + "; " + why, remedy));
  }

  private static VolumesFileContent failed(Problem problem) {
    return new VolumesFileContent(List.of(), List.of(problem));
  }
}
