package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SafeText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks through a folder into which people drop providers. What lies there will run with the rights
 * of this process, so that what others could have put there or changed is refused.
 *
 * @param jars those that may be used, by name
 * @param executables those that may be used, by name; none on a file system that does not know
 *     which files are executable
 * @param problems what was refused and why
 */
record PluginFolder(List<Path> jars, List<Path> executables, List<Problem> problems) {
  private static final int MOST_FILES = 1000;

  // what editors and packagers leave behind; the names that run-parts passes over, in short
  private static final Pattern LEFTOVER =
      Pattern.compile("\\..*|.*~|.*\\.(?:bak|orig|swp|tmp|old|dpkg-\\w+|rpmsave|rpmnew)");

  static PluginFolder scan(Path folder) {
    PluginFolder found = new PluginFolder(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try {
      Path real = folder.toRealPath();
      refuseIfOthersMayWrite(real);
      for (Path file : files(real)) {
        found.take(real, file);
      }
    } catch (IOException e) {
      found.refuse(folder, e, "the folder of plugins");
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        if (!LEFTOVER.matcher(file.getFileName().toString()).matches()) {
          files.add(file);
        }
        if (files.size() > MOST_FILES) {
          throw new IOException("it holds more than " + MOST_FILES + " files");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(files);
    return files;
  }

  private void take(Path folder, Path file) {
    boolean jar = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real) || !(jar || isExecutable(real))) {
        refuseIfForgotten(real);
        return;
      }
      if (!real.startsWith(folder)) {
        throw new IOException("it is a link that leads out of the folder, to " + real);
      }
      refuseIfOthersMayWrite(real);
      // a link may lead into a folder below, where it could be replaced
      refuseIfOthersMayWrite(real.resolveSibling(""));
      (jar ? jars : executables).add(file);
    } catch (IOException e) {
      refuse(file, e, "the plugin");
    }
  }

  /** Adds a problem. */
  void refuse(Path file, IOException why, String what) {
    String reason = reason(why);
    problems.add(
        Problem.error(
            PROVIDER_UNUSABLE,
            file,
            SafeText.of("tried to use " + what + " " + file + "; " + reason),
            "Mend that, or remove it"));
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is nothing of that name";
    }
    if (e instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (e instanceof FileSystemLoopException) {
      return "it is a link that leads back to itself";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static boolean isExecutable(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null
        && Files.isExecutable(file);
  }

  /** A script that may not be executed was surely meant to be. */
  private static void refuseIfForgotten(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.isReadable(file) && startsAsScript(file)) {
      throw new IOException("it is a script, but this user may not execute it");
    }
  }

  private static boolean startsAsScript(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.read() == '#' && in.read() == '!';
    }
  }

  private static void refuseIfOthersMayWrite(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException("everybody may write to it; take that right away with chmod o-w");
    }
  }
}
