package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.VolumeSelection;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a user may name volumes, of which one is chosen.
 *
 * @param file the volumes file, or null where the user names none
 * @param tag {@code key=value}, or null
 * @param instance the id of an instance, or null
 * @param destinations where the snapshots of tagged or attached volumes are copied to
 */
record VolumesChoice(
    @Nullable Path file,
    @Nullable String tag,
    @Nullable String instance,
    List<Region> destinations) {
  private static final String WAYS =
      "(parameters <volumesFile>, <tag> and <instance>, -Debs.volumesFile, -Debs.tag and"
          + " -Debs.instance)";

  /** Copies the list. */
  VolumesChoice {
    destinations = List.copyOf(destinations);
  }

  /**
   * The one way.
   *
   * @param usualFile the volumes file where nothing is said
   * @throws MojoExecutionException if there are several, or one that makes no sense
   */
  VolumeSelection selection(Path usualFile) throws MojoExecutionException {
    if (Stream.of(file, tag, instance).filter(way -> way != null).count() > 1) {
      throw new MojoExecutionException(
          "tried to find the volumes; they are named in more than one way. Keep one of them "
              + WAYS);
    }
    if (tag != null) {
      return tagged(tag);
    }
    if (instance != null) {
      return attached(instance);
    }
    if (!destinations.isEmpty()) {
      throw new MojoExecutionException(
          "tried to copy to "
              + destinations.get(0)
              + "; a volumes file names destinations itself. Write them there, behind the"
              + " description, or name volumes by tag or instance "
              + EbsMojo.hint("destinations"));
    }
    return new VolumeSelection.FromFile(file == null ? usualFile : file);
  }

  private VolumeSelection tagged(String text) throws MojoExecutionException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new MojoExecutionException(
          "tried to read '"
              + text
              + "' as a tag; it has no key, equals sign and value. Write one such as"
              + " application=alfresco "
              + EbsMojo.hint("tag"));
    }
    return new VolumeSelection.Tagged(
        text.substring(0, equals).strip(), text.substring(equals + 1).strip(), destinations);
  }

  private VolumeSelection attached(String text) throws MojoExecutionException {
    try {
      return new VolumeSelection.OfInstance(new InstanceId(text.strip()), destinations);
    } catch (IllegalArgumentException failure) {
      throw new MojoExecutionException(
          "tried to find the volumes of an instance; "
              + failure.getMessage()
              + ". Write one such as i-0a1b2c3d4e5f60718 "
              + EbsMojo.hint("instance"),
          failure);
    }
  }
}
