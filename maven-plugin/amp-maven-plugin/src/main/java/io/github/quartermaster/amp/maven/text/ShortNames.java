package io.github.quartermaster.amp.maven.text;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Shows a file of the local repository by its name alone where no other file here has that name,
 * else by its path in the repository. Anything else is shown as elsewhere.
 */
public final class ShortNames implements PathNames {
  private final Optional<Path> repository;
  private final List<Path> names;
  private final PathNames others;

  /**
   * Names for the files of one table.
   *
   * @param repository the local repository, if there is one
   * @param files all files of the table
   * @param others how files are shown that do not lie in the repository
   */
  public ShortNames(Optional<Path> repository, Collection<Path> files, PathNames others) {
    this.repository = repository.map(folder -> folder.toAbsolutePath().normalize());
    this.names = files.stream().map(Path::getFileName).filter(Objects::nonNull).toList();
    this.others = others;
  }

  @Override
  public String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path name = path.getFileName();
    if (name == null || !repository.filter(absolute::startsWith).isPresent()) {
      return others.shown(path);
    }
    long namesakes = names.stream().filter(name::equals).count();
    return (namesakes > 1 ? repository.get().relativize(absolute) : name).toString();
  }
}
