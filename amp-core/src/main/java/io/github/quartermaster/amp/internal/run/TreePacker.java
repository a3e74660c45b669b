package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.ZipPacker;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Packs an exploded WAR into one zip file, which unpacks to the same files, times and modes. */
final class TreePacker {
  private final WarTarget war;

  TreePacker(WarTarget war) {
    this.war = war;
  }

  /** Writes the zip file; the channel stays open. */
  void pack(FileChannel out) throws IOException {
    ZipPacker zip = new ZipPacker(out);
    Files.walkFileTree(
        war.path(),
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.equals(war.staging())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(war.path())) {
              zip.addFolder(name(folder), folder);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            zip.addFile(name(file), file);
            return FileVisitResult.CONTINUE;
          }
        });
    zip.finish();
  }

  /** The path inside the WAR; one that a link leads out of it is refused. */
  private String name(Path path) throws IOException {
    String name = TreePath.name(war, path);
    if (Files.isSymbolicLink(path)) {
      TreePath.resolve(war, name);
    }
    return name;
  }
}
