package io.github.quartermaster.sentinel.internal.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;

/** One that is known by its path only. */
final class NamedFolder extends OpenFolder {
  private final Path path;
  private final DirectoryStream<Path> stream;

  NamedFolder(Path path, DirectoryStream<Path> stream) {
    this.path = path;
    this.stream = stream;
  }

  @Override
  public Iterator<Path> names() {
    Iterator<Path> entries = stream.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Path next() {
        return entries.next().getFileName();
      }
    };
  }

  @Override
  public BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public BasicFileAttributes attributes(Path name) throws IOException {
    return Files.readAttributes(
        path.resolve(HeldFolder.single(name)),
        BasicFileAttributes.class,
        LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public OpenFolder folder(Path name) throws IOException {
    if (!attributes(name).isDirectory()) {
      throw new NotDirectoryException(path.resolve(name).toString());
    }
    return OpenFolder.open(path.resolve(name));
  }

  @Override
  public void remove(Path name) throws IOException {
    if (attributes(name).isDirectory()) {
      throw new IOException(path.resolve(name) + " is a folder");
    }
    if (!path.equals(path.toRealPath())) {
      throw new IOException(path + " was replaced by a link");
    }
    Files.delete(path.resolve(name));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
