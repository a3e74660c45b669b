package io.github.quartermaster.amp.internal.file;

import io.github.quartermaster.amp.model.FileStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Takes the stamp of a WAR, by which a later look tells whether somebody changed it meanwhile.
 *
 * <p>Of a packed WAR it is what its directory entry tells. Of an exploded WAR it is made of what
 * every installer of modules changes and what a plan was decided by: the folders of libraries,
 * classes and modules, and the few files that state product and modules; the thousands of other
 * files are not looked at. The times of the root and of {@code WEB-INF} do not count, because a run
 * prepares its work there.
 */
public final class Stamps {
  private static final String MODULES = "WEB-INF/classes/alfresco/module";
  private static final List<String> WATCHED =
      List.of(
          "META-INF/MANIFEST.MF",
          "WEB-INF/web.xml",
          "WEB-INF/lib",
          "WEB-INF/classes",
          "WEB-INF/classes/alfresco/version.properties",
          MODULES);
  private static final List<String> WATCHED_OF_MODULE =
      List.of("", "module.properties", "modifications.install");

  private Stamps() {}

  /**
   * The stamp of a packed WAR or of a folder that holds an exploded one; symbolic links are
   * followed.
   *
   * @throws NoSuchFileException if there is none
   */
  public static FileStamp of(Path war) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(war, BasicFileAttributes.class);
    return attributes.isDirectory()
        ? ofFolder(war, attributes)
        : new FileStamp(identity(attributes), attributes.size(), modified(attributes));
  }

  private static FileStamp ofFolder(Path war, BasicFileAttributes root) throws IOException {
    List<Path> places = new ArrayList<>();
    WATCHED.forEach(path -> places.add(war.resolve(path)));
    for (Path module : modules(war.resolve(MODULES))) {
      WATCHED_OF_MODULE.forEach(path -> places.add(module.resolve(path)));
    }
    CRC32 checksum = new CRC32();
    long size = 0;
    long modified = 0;
    for (Path place : places) {
      try {
        BasicFileAttributes found = Files.readAttributes(place, BasicFileAttributes.class);
        long bytes = found.isDirectory() ? 0 : found.size();
        size += bytes;
        modified = Math.max(modified, modified(found));
        String line =
            war.relativize(place) + "|" + identity(found) + "|" + bytes + "|" + modified(found);
        checksum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchFileException absent) {
        checksum.update((war.relativize(place) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    String identity = identity(root) + "/" + Long.toHexString(checksum.getValue());
    return new FileStamp(identity, size, modified);
  }

  private static List<Path> modules(Path folder) throws IOException {
    List<Path> modules = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
        entries.forEach(modules::add);
      }
    }
    Collections.sort(modules);
    return modules;
  }

  private static String identity(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? "" : key.toString();
  }

  private static long modified(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }
}
