package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarProduct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Tells which product a WAR is, where Alfresco's own tool looks: the repository has a {@code
 * version.properties}, Share only its manifest.
 */
final class WarProductReader {
  private static final String VERSION_PROPERTIES = "WEB-INF/classes/alfresco/version.properties";
  private static final String SHARE_TITLE = "Alfresco Share";
  private static final int MAX_BYTES = 4 << 20;

  private WarProductReader() {}

  /**
   * What a WAR's content tells.
   *
   * @param contentTier null where the content does not tell; read it by {@link #tier()}
   */
  record Recognised(WarProduct product, @Nullable Tier contentTier) {
    Optional<Tier> tier() {
      return Optional.ofNullable(contentTier);
    }
  }

  static Recognised recognise(ArchiveTree tree) throws IOException {
    Attributes manifest = manifest(tree);
    String specification = text(manifest, Attributes.Name.SPECIFICATION_TITLE);
    String implementation = text(manifest, Attributes.Name.IMPLEMENTATION_TITLE);
    String title = implementation.isEmpty() ? specification : implementation;
    Optional<ArchiveEntry> versionProperties = tree.find(VERSION_PROPERTIES);
    if (versionProperties.isPresent()) {
      Properties version = properties(tree.read(versionProperties.get(), MAX_BYTES));
      return new Recognised(
          new WarProduct(
              title, release(version), blankToNull(version.getProperty("version.edition"))),
          Tier.REPOSITORY);
    }
    ReleaseVersion release = release(text(manifest, Attributes.Name.SPECIFICATION_VERSION));
    boolean share =
        specification.equals(SHARE_TITLE)
            || implementation.toLowerCase(Locale.ROOT).contains("share");
    return new Recognised(new WarProduct(title, release, null), share ? Tier.SHARE : null);
  }

  /** The tier by the name of the file, as it is deployed. */
  static Optional<Tier> byName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.startsWith("share") || name.startsWith("alfresco-share")) {
      return Optional.of(Tier.SHARE);
    }
    return name.startsWith("alfresco") ? Optional.of(Tier.REPOSITORY) : Optional.empty();
  }

  private static Properties properties(byte[] content) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(content));
    } catch (IllegalArgumentException e) {
      throw new IOException(VERSION_PROPERTIES + ": " + e.getMessage(), e);
    }
    return properties;
  }

  private static Attributes manifest(ArchiveTree tree) throws IOException {
    Optional<ArchiveEntry> entry = tree.find(JarFile.MANIFEST_NAME);
    return entry.isEmpty()
        ? new Attributes()
        : new Manifest(new ByteArrayInputStream(tree.read(entry.get(), MAX_BYTES)))
            .getMainAttributes();
  }

  private static @Nullable ReleaseVersion release(Properties version) {
    String major = version.getProperty("version.major", "").trim();
    String minor = version.getProperty("version.minor", "").trim();
    String revision = version.getProperty("version.revision", "").trim();
    return revision.isEmpty() ? null : release(major + "." + minor + "." + revision);
  }

  private static @Nullable ReleaseVersion release(String text) {
    try {
      return new ReleaseVersion(text);
    } catch (IllegalArgumentException e) {
      return null; // such as 26.1-SNAPSHOT or none: the version is then not known
    }
  }

  private static String text(Attributes manifest, Attributes.Name name) {
    String value = manifest.getValue(name);
    return value == null ? "" : value.trim();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
