package io.github.quartermaster.amp.internal.run;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a file and who may do what with it; nothing where the file system knows no such thing.
 */
final class OwnerAndMode {
  private static final OwnerAndMode UNKNOWN = new OwnerAndMode(null, null, Set.of());

  private final @Nullable UserPrincipal owner;
  private final @Nullable GroupPrincipal group;
  private final Set<PosixFilePermission> mode;

  private OwnerAndMode(
      @Nullable UserPrincipal owner,
      @Nullable GroupPrincipal group,
      Set<PosixFilePermission> mode) {
    this.owner = owner;
    this.group = group;
    this.mode = mode;
  }

  /** Those of a file or folder. */
  static OwnerAndMode of(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return UNKNOWN;
    }
    PosixFileAttributes attributes = view.readAttributes();
    return new OwnerAndMode(attributes.owner(), attributes.group(), attributes.permissions());
  }

  /** The same for a file in a folder of this mode: whoever may list the folder may read it. */
  OwnerAndMode forFileWithin() {
    Set<PosixFilePermission> read = EnumSet.of(OWNER_READ, OWNER_WRITE);
    for (PosixFilePermission permission : EnumSet.of(GROUP_READ, OTHERS_READ)) {
      if (mode.contains(permission)) {
        read.add(permission);
      }
    }
    return new OwnerAndMode(owner, group, read);
  }

  /** The same mode, for whoever creates the file. */
  OwnerAndMode modeOnly() {
    return new OwnerAndMode(null, null, mode);
  }

  /**
   * Gives a new file these, as far as it can.
   *
   * @param place where the file will lie, for the warning
   * @return what could not be kept
   */
  Optional<Problem> applyTo(Disk disk, Path file, Path place) {
    if (this == UNKNOWN) {
      return Optional.empty();
    }
    IOException failure = null;
    try {
      OwnerAndMode created = of(file);
      if (group != null && !group.equals(created.group)) {
        disk.setGroup(file, group);
      }
      if (owner != null && !owner.equals(created.owner)) {
        disk.setOwner(file, owner);
      }
    } catch (IOException refused) {
      failure = refused;
    }
    try {
      disk.setMode(file, mode);
    } catch (IOException refused) {
      failure = refused;
    }
    return Optional.ofNullable(failure).map(reason -> notKept(place, reason));
  }

  private Problem notKept(Path place, IOException reason) {
    return Problem.warning(
        ProblemCode.OWNER_NOT_KEPT,
        place,
        "tried to give the new "
            + place
            + " the owner "
            + owner
            + ", the group "
            + group
            + " and the mode of the old; "
            + Failures.reason(reason),
        "Make sure that the servlet container can read it, or run as a user who may change owners");
  }
}
