package io.github.quartermaster.amp.maven;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The one time that a reproducible build gives to all that it writes, as Maven's own archiver takes
 * it from {@code project.build.outputTimestamp}: ISO-8601 with an offset, or seconds since 1970; a
 * single character switches off what a parent POM sets.
 */
final class OutputTimestamp {
  private static final String PROPERTY = "project.build.outputTimestamp";
  private static final String DEFAULT_OF_MAVEN_4 = "1980-02-01T00:00:00Z";

  private OutputTimestamp() {}

  /**
   * The value, unless it is merely what Maven 4 gives to every project that says nothing: modules
   * that claim to be installed in 1980 help nobody, and Maven 3 has no such default.
   *
   * @param userProperties those of the command line
   */
  static @Nullable String chosen(
      @Nullable String value, MavenProject project, Properties userProperties) {
    return DEFAULT_OF_MAVEN_4.equals(value)
            && !userProperties.containsKey(PROPERTY)
            && Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
                .map(MavenProject::getOriginalModel)
                .noneMatch(OutputTimestamp::isSetIn)
        ? null
        : value;
  }

  private static boolean isSetIn(@Nullable Model model) {
    return model != null && model.getProperties().containsKey(PROPERTY);
  }

  /**
   * Reads the time.
   *
   * @param property the value of {@code project.build.outputTimestamp}, or null
   * @param sourceDateEpoch the value of the environment variable {@code SOURCE_DATE_EPOCH}, or
   *     null; it counts where the property is not set at all
   * @throws MojoExecutionException if the value that counts is no time
   */
  static Optional<Instant> of(@Nullable String property, @Nullable String sourceDateEpoch)
      throws MojoExecutionException {
    if (property != null && !property.isBlank()) {
      return parse(PROPERTY, property.strip());
    }
    return sourceDateEpoch == null || sourceDateEpoch.isBlank()
        ? Optional.empty()
        : parse("SOURCE_DATE_EPOCH", sourceDateEpoch.strip());
  }

  private static Optional<Instant> parse(String name, String value) throws MojoExecutionException {
    if (value.length() == 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          value.chars().allMatch(c -> c >= '0' && c <= '9')
              ? Instant.ofEpochSecond(Long.parseLong(value))
              : OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException | NumberFormatException failure) {
      throw new MojoExecutionException(
          "tried to read "
              + name
              + "='"
              + value
              + "' as a time; "
              + failure.getMessage()
              + ". Write it like 2026-11-22T07:09:45Z, or as seconds since 1970",
          failure);
    }
  }
}
