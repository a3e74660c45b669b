package io.github.quartermaster.amp.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a module says of itself in {@code module.properties}, be it in an AMP or in a WAR.
 *
 * @param aliases ids under which the module was known before, in the order written
 * @param editions editions of Alfresco that it supports, exactly as written between the commas;
 *     empty for all
 * @param repositoryVersions the product versions that it supports ({@code module.repo.version.*})
 * @param shareRange the versions of Share that it supports ({@code module.share.version.*}), or
 *     null where it has no such key; read it by {@link #shareVersions()}
 * @param dependencies the modules that must be there too, with their versions
 * @param properties all keys as read, values trimmed, blank ones left out; also those that this
 *     core gives no meaning to
 */
public record AmpModule(
    ModuleId id,
    ModuleVersion version,
    String title,
    String description,
    List<ModuleId> aliases,
    List<String> editions,
    ReleaseRange repositoryVersions,
    @Nullable ReleaseRange shareRange,
    SortedMap<ModuleId, VersionRange> dependencies,
    SortedMap<String, String> properties) {

  /** Copies the collections. */
  public AmpModule {
    aliases = List.copyOf(aliases);
    editions = List.copyOf(editions);
    dependencies = Collections.unmodifiableSortedMap(new TreeMap<>(dependencies));
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** The versions of Share that the module names, if it names any. */
  public Optional<ReleaseRange> shareVersions() {
    return Optional.ofNullable(shareRange);
  }

  /**
   * The product versions that the module accepts in a WAR of this tier. Share looks at {@code
   * module.share.version.*} and falls back to the repository's keys; the repository knows only
   * those.
   */
  public ReleaseRange supportedVersions(Tier tier) {
    return tier == Tier.SHARE ? shareVersions().orElse(repositoryVersions) : repositoryVersions;
  }

  /** Id and version in one line. */
  public String label() {
    return id + " " + version;
  }
}
