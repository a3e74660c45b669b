package io.github.quartermaster.amp.internal.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs an exploded WAR into one zip file, which unpacks to the same files and times. */
final class TreePacker {
  private static final int BUFFER = 256 << 10;
  private static final Set<String> PACKED_ALREADY =
      Set.of("jar", "war", "amp", "zip", "gz", "png", "jpg", "jpeg", "gif", "woff", "woff2", "swf");

  private final WarTarget war;

  TreePacker(WarTarget war) {
    this.war = war;
  }

  /** Writes the zip file; the channel stays open. */
  void pack(FileChannel out) throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(out), BUFFER));
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
              start(zip, folder, "/", attributes.lastModifiedTime());
              zip.closeEntry();
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            start(zip, file, "", attributes.lastModifiedTime());
            Files.copy(file, zip);
            zip.closeEntry();
            return FileVisitResult.CONTINUE;
          }
        });
    zip.finish();
    zip.flush();
  }

  private void start(ZipOutputStream zip, Path path, String ending, FileTime modified)
      throws IOException {
    String name = TreePath.name(war, path);
    TreePath.resolve(war, name);
    ZipEntry entry = new ZipEntry(name + ending);
    entry.setLastModifiedTime(modified);
    zip.setLevel(isPackedAlready(name) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
    zip.putNextEntry(entry);
  }

  private static boolean isPackedAlready(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return PACKED_ALREADY.contains(ending.toLowerCase(Locale.ROOT));
  }
}
