package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Lists a folder, all the way down, without ever leaving it. */
final class FolderScan {
  private static final String REPLACE_LINK = "Replace the link by what it should lead to.";

  private final Path root;
  private final Path realRoot;
  private final ArchiveRules rules;
  private final List<ArchiveEntry> found = new ArrayList<>();

  /** The real directories between the root and where the scan is. */
  private final Deque<Path> chain = new ArrayDeque<>();

  FolderScan(Path root, ArchiveRules rules) throws IOException {
    this.root = root;
    this.rules = rules;
    realRoot = root.toRealPath();
    if (!Files.isDirectory(realRoot)) {
      throw new NotDirectoryException(root.toString());
    }
  }

  /** Every file and directory below the folder, sorted by name. */
  List<ArchiveEntry> entries() throws IOException {
    scan(realRoot, "");
    found.sort(Comparator.comparing(ArchiveEntry::name));
    return found;
  }

  private void scan(Path directory, String prefix) throws IOException {
    chain.push(directory);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        String name = prefix + child.getFileName();
        rules.checkName(name);
        checkIsText(name);
        visit(child, name);
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    chain.pop();
  }

  /** A name that this machine's encoding cannot express could be listed, but never opened. */
  private void checkIsText(String name) throws UnsafeArchiveException {
    if (name.indexOf('\uFFFD') >= 0) {
      throw new UnsafeArchiveException(
          root,
          name,
          "has a name that cannot be read in the encoding "
              + System.getProperty("sun.jnu.encoding"),
          "Run in a UTF-8 locale, or rename it.");
    }
  }

  private void visit(Path child, String name) throws IOException {
    Path real = child;
    BasicFileAttributes attributes = attributes(child);
    if (attributes.isSymbolicLink()) {
      real = target(child, name);
      attributes = attributes(real);
    }
    if (attributes.isDirectory()) {
      if (chain.contains(real)) {
        throw unsafe(name, "is a symbolic link that leads in a circle, to " + real);
      }
      add(name + "/", 0, attributes);
      scan(real, name + "/");
    } else if (attributes.isRegularFile()) {
      add(name, attributes.size(), attributes);
    } else {
      throw new UnsafeArchiveException(
          root, name, "is neither a file nor a directory", "Remove it.");
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private Path target(Path link, String name) throws IOException {
    Path target;
    try {
      target = link.toRealPath();
    } catch (NoSuchFileException e) {
      throw unsafe(name, "is a symbolic link that leads nowhere");
    } catch (FileSystemException e) {
      UnsafeArchiveException unsafe =
          unsafe(name, "is a symbolic link that cannot be followed (" + e.getReason() + ")");
      unsafe.initCause(e);
      throw unsafe;
    }
    if (!target.startsWith(realRoot)) {
      throw unsafe(name, "is a symbolic link that leads out of the folder, to " + target);
    }
    return target;
  }

  private UnsafeArchiveException unsafe(String name, String why) {
    return new UnsafeArchiveException(root, name, why, REPLACE_LINK);
  }

  private void add(String name, long size, BasicFileAttributes attributes) throws IOException {
    int time = DosTime.ofUtc(attributes.lastModifiedTime().toInstant()).packed();
    found.add(
        new ArchiveEntry(
            name,
            size,
            size,
            ArchiveEntry.UNKNOWN,
            ZipFormat.STORED,
            0,
            time,
            ArchiveEntry.UNKNOWN,
            ArchiveEntry.UNKNOWN));
    rules.checkCount(found.size(), 0);
  }
}
