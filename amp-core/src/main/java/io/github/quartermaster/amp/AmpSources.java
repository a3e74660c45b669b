package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where AMPs come from.
 *
 * @param directories folders that are trawled, with their sub-folders, for {@code *.amp} in any
 *     case
 * @param files single AMPs: files, or folders laid out like an AMP
 * @param tiers what the user says of the tier of an AMP or a WAR, by module id or by file name; it
 *     outweighs what the content tells
 * @param failOnUnreadable whether an AMP that cannot be read refuses everything, instead of being
 *     reported and left out
 */
public record AmpSources(
    List<Path> directories, List<Path> files, Map<String, Tier> tiers, boolean failOnUnreadable) {

  /** Copies the collections. */
  public AmpSources {
    directories = List.copyOf(directories);
    files = List.copyOf(files);
    tiers = Map.copyOf(tiers);
  }

  /** All AMPs below some folders. */
  public static AmpSources directories(Path... directories) {
    return new AmpSources(List.of(directories), List.of(), Map.of(), false);
  }
}
