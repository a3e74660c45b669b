package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeShape;
import io.github.quartermaster.maven.TimeSpan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals share that make volumes from snapshots. */
abstract class FromSnapshotsMojo extends EbsMojo {
  /**
   * The region whose copies are used, and in which the new volumes come to be, where that is not
   * the region of the old volumes. Needs {@code zone}. Default: {@code region}. Example: {@code
   * us-west-2}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.from")
  @Nullable String from;

  /**
   * The old volumes, by their ids. Default: all that there are snapshots of. Example: {@code
   * vol-127facd,vol-84fb3c2}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.volumes")
  List<String> volumes = List.of();

  /**
   * The type of the new volumes, with the performance that it has by itself. Default: type, IOPS
   * and throughput of each old volume, as its snapshot keeps them. Example: {@code gp3}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.volumeType")
  @Nullable String volumeType;

  /**
   * The availability zone of the new volumes. Default: that of each old volume. Example: {@code
   * us-east-1b}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.zone")
  @Nullable String zone;

  /**
   * The key that the new volumes are encrypted with: an id, alias or ARN. Default: what is made
   * from an encrypted snapshot has its key. Example: {@code alias/backup}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.kmsKeyId")
  @Nullable String kmsKeyId;

  /**
   * The folder of the journals. Of a file it is the folder that counts. Default: {@code
   * .quartermaster} in the project's folder.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.journal")
  @Nullable File journal;

  /**
   * The longest time that the goal may take: numbers with {@code d}, {@code h}, {@code m} or {@code
   * s}, or ISO-8601. What is not there by then is named and fails the build. Example: {@code 90m}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.timeout", defaultValue = "1h")
  String timeout = "1h";

  /**
   * Only shows what would be made.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.dryRun", defaultValue = "false")
  boolean dryRun;

  /**
   * Prints the least IAM policy that the goal needs, and writes it to {@code ebs-policy.json}
   * beside the reports.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.printPolicy", defaultValue = "false")
  boolean printPolicy;

  FromSnapshotsMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  /** The region of the snapshots, and of the volumes that are made from them. */
  final Region target() throws MojoExecutionException {
    return from == null || from.isBlank() ? region() : Regions.of(from, hint("from"));
  }

  final List<VolumeId> chosen() throws MojoExecutionException {
    List<VolumeId> ids = new ArrayList<>();
    for (String volume : volumes) {
      String id = volume.strip();
      if (!id.isEmpty() && !VolumeId.isWellFormed(id)) {
        throw new MojoExecutionException(
            "tried to read '"
                + volume
                + "' as the id of a volume; it has other characters than letters, digits and"
                + " hyphens. Write one such as vol-0a1b2c3d4e5f60718 "
                + hint("volumes"));
      }
      if (!id.isEmpty()) {
        ids.add(new VolumeId(id));
      }
    }
    return ids;
  }

  final RestoreRules rules() throws MojoExecutionException {
    return new RestoreRules(word(volumeType, "volumeType"), word(zone, "zone"), orNull(kmsKeyId));
  }

  private static @Nullable String word(@Nullable String text, String parameter)
      throws MojoExecutionException {
    String word = orNull(text);
    if (word != null && !VolumeShape.isWord(word)) {
      throw new MojoExecutionException(
          "tried to read '"
              + word
              + "'; it has other characters than letters, digits, dots, underscores and hyphens."
              + " Write it as the cloud does "
              + hint(parameter));
    }
    return word;
  }

  final Path journals() {
    if (journal == null) {
      return baseDirectory().resolve(".quartermaster");
    }
    Path place = baseDirectory().resolve(journal.toPath());
    Path folder = place.getParent();
    return Files.isDirectory(place) || folder == null ? place : folder;
  }

  final Duration timeSpan() throws MojoExecutionException {
    return TimeSpan.of(timeout, hint("timeout"));
  }

  static @Nullable RunId id(@Nullable String text, String parameter) throws MojoExecutionException {
    String name = orNull(text);
    if (name != null && !RunId.isWellFormed(name)) {
      throw new MojoExecutionException(
          "tried to read '"
              + name
              + "' as a name; it has 1 to 64 letters, digits, dots, underscores and hyphens, the"
              + " first no dot or hyphen. Write such a name "
              + hint(parameter));
    }
    return name == null ? null : new RunId(name);
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
