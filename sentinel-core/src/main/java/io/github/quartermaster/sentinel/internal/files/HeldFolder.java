package io.github.quartermaster.sentinel.internal.files;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;

/** One that the system holds on to by a descriptor (openat(2), unlinkat(2)). */
final class HeldFolder extends OpenFolder {
  private final SecureDirectoryStream<Path> stream;

  HeldFolder(SecureDirectoryStream<Path> stream) {
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
    return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
  }

  @Override
  public BasicFileAttributes attributes(Path name) throws IOException {
    return stream
        .getFileAttributeView(single(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  @Override
  public OpenFolder folder(Path name) throws IOException {
    return new HeldFolder(stream.newDirectoryStream(single(name), LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public void remove(Path name) throws IOException {
    stream.deleteFile(single(name));
  }

  /** An absolute path would be looked up elsewhere. */
  static Path single(Path name) throws IOException {
    if (name.isAbsolute() || name.getNameCount() != 1 || name.toString().equals("..")) {
      throw new IOException("a name in a folder was expected, and a path was given");
    }
    return name;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
