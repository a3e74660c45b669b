package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.AMP_UNREADABLE;
import static io.github.quartermaster.amp.model.ProblemCode.DIRECTORY_UNREADABLE;

import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trawls folders for AMPs and reads them all; one that cannot be read does not hide the others. */
public final class AmpScanner {
  private final AmpReader reader;
  private final AmpListener listener;
  private final Severity ofUnreadable;

  /**
   * Reads by this reader.
   *
   * @param ofUnreadable how much an AMP that cannot be read weighs
   */
  public AmpScanner(AmpReader reader, AmpListener listener, Severity ofUnreadable) {
    this.reader = reader;
    this.listener = listener;
    this.ofUnreadable = ofUnreadable;
  }

  /** The AMPs that could be read, by location, and what was wrong with the others. */
  public record Scan(List<AmpFile> amps, List<Problem> problems) {}

  /** Where AMPs lie, and what could not be looked at. */
  public record Found(List<Path> locations, List<Problem> problems) {}

  /** Reads all AMPs below the folders, and the single ones. */
  public Scan scan(Collection<Path> directories, Collection<Path> files) {
    Found found = find(directories, files);
    List<Problem> problems = new ArrayList<>(found.problems());
    List<AmpFile> amps = new ArrayList<>();
    for (Path location : found.locations()) {
      try {
        AmpFile amp = reader.read(location);
        amps.add(amp);
        listener.on(new AmpEvent.AmpRead(amp));
      } catch (AmpException e) {
        Problem p = e.problem();
        problems.add(new Problem(p.code(), ofUnreadable, p.message(), p.subject(), p.remedy()));
      }
    }
    return new Scan(List.copyOf(amps), List.copyOf(problems));
  }

  /** Looks for all AMPs below the folders, and takes the single ones as they are. */
  public Found find(Collection<Path> directories, Collection<Path> files) {
    List<Problem> problems = new ArrayList<>();
    // one AMP found by two ways is one AMP
    SortedMap<Path, Path> found = new TreeMap<>();
    directories.forEach(directory -> trawl(directory, found, problems));
    files.forEach(file -> found.putIfAbsent(real(file), file));
    return new Found(List.copyOf(found.values()), List.copyOf(problems));
  }

  private void trawl(Path directory, SortedMap<Path, Path> found, List<Problem> problems) {
    if (isNamedAmp(directory) && Files.isRegularFile(directory)) {
      found.putIfAbsent(real(directory), directory);
      return;
    }
    if (!Files.isDirectory(directory)) {
      problems.add(
          Problem.error(
              DIRECTORY_UNREADABLE,
              directory,
              "tried to trawl " + directory + " for AMPs; it is no folder",
              "Create it or name another one"));
      return;
    }
    try {
      Files.walkFileTree(
          directory,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Trawl(found, problems));
    } catch (IOException e) {
      problems.add(unreadable(directory, e));
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize(); // missing; reading it will tell
    }
  }

  private static boolean isNamedAmp(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".amp");
  }

  private static Problem unreadable(Path path, IOException e) {
    return Problem.error(
        DIRECTORY_UNREADABLE,
        path,
        "tried to trawl " + path + " for AMPs; " + e,
        "Make it readable or name another folder");
  }

  private final class Trawl extends SimpleFileVisitor<Path> {
    private final SortedMap<Path, Path> found;
    private final List<Problem> problems;

    Trawl(SortedMap<Path, Path> found, List<Problem> problems) {
      this.found = found;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      if (isNamedAmp(directory) && Files.isRegularFile(directory.resolve("module.properties"))) {
        found.putIfAbsent(real(directory), directory);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isNamedAmp(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isRegularFile()) {
        found.putIfAbsent(real(file), file);
      } else {
        problems.add(
            unreadableAmp(
                file,
                attributes.isSymbolicLink()
                    ? "it is a symbolic link that leads nowhere"
                    : "it is neither a file nor a folder"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
      if (e instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE; // what it leads to is being trawled already
      }
      problems.add(isNamedAmp(path) ? unreadableAmp(path, e.toString()) : unreadable(path, e));
      return FileVisitResult.CONTINUE;
    }

    private Problem unreadableAmp(Path path, String why) {
      return new Problem(
          AMP_UNREADABLE,
          ofUnreadable,
          "tried to read the AMP " + path + "; " + why,
          path.toString(),
          "Repair it or take it away");
    }
  }
}
