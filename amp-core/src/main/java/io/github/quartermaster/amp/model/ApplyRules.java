package io.github.quartermaster.amp.model;

import java.util.List;

/**
 * What a plan may do.
 *
 * @param overwrite patterns of WAR paths that an AMP may overwrite with another content: {@code *}
 *     matches within a folder, {@code **} across folders, {@code ?} one character; a slash at the
 *     start is optional
 * @param allowDowngrade whether the newest AMP found is taken even where the WAR holds a newer one
 * @param reinstall whether a module is installed again that is there in the same version
 * @param correlation whether and how file names relate AMPs to installed modules of other ids
 */
public record ApplyRules(
    List<String> overwrite, boolean allowDowngrade, boolean reinstall, Correlation correlation) {

  /** Overwrites nothing, goes only forward, and relates by file name as is usual. */
  public static final ApplyRules DEFAULT =
      new ApplyRules(List.of(), false, false, Correlation.DEFAULT);

  /** Copies the list. */
  public ApplyRules {
    overwrite = List.copyOf(overwrite);
  }

  /**
   * How an AMP's file name is compared with the id, title and description of an installed module
   * that no AMP names by id or alias.
   *
   * @param enabled whether it is done at all
   * @param matchWords how many words both must share; at least 1
   * @param matchFrequency how often a word must occur over both to count as shared; at least 1
   */
  public record Correlation(boolean enabled, int matchWords, int matchFrequency) {
    /** Two words, twice each. */
    public static final Correlation DEFAULT = new Correlation(true, 2, 2);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public Correlation {
      if (matchWords < 1 || matchFrequency < 1) {
        throw new IllegalArgumentException(
            "matchWords and matchFrequency must be at least 1; they are "
                + matchWords
                + " and "
                + matchFrequency);
      }
    }
  }
}
