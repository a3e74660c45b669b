package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.LintedAmp.TierEvidence;
import io.github.quartermaster.amp.model.Tier;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells an AMP for the repository from one for Share: nothing in an AMP says it, so it is judged by
 * the folders that only one of the two applications reads, and failing that by names.
 */
final class TierDetection {
  private static final String ALFRESCO = "WEB-INF/classes/alfresco/";
  private static final Set<String> FOLDERS_OF_SHARE =
      Set.of("site-webscripts", "site-data", "web-extension");
  private static final Set<String> FOLDERS_OF_REPOSITORY =
      Set.of("bootstrap", "dbscripts", "domain", "extension", "model", "subsystems", "workflow");
  private static final Set<String> IN_MODULES_OF_REPOSITORY =
      Set.of("bootstrap", "jobs", "model", "scripts", "workflow");
  private static final Pattern SHARE_NAME = Pattern.compile("(?:.*[^a-z])?share(?:[^a-z].*)?");
  private static final Pattern REPOSITORY_NAME =
      Pattern.compile("(?:.*[^a-z])?(repo|repository|platform)(?:[^a-z].*)?");

  private TierDetection() {}

  /** The tier, where anything tells it. */
  static Optional<Tier> detect(AmpModule module, Collection<String> warPaths, String fileName) {
    if (module.shareVersions().isPresent()) {
      return Optional.of(Tier.SHARE);
    }
    TierEvidence evidence = byFolders(warPaths, null);
    Optional<Tier> tier = only(evidence.share().isPresent(), evidence.repository().isPresent());
    return tier.isPresent() ? tier : byNames(module, fileName);
  }

  /** What content and names tell, each for itself. */
  static TierEvidence evidence(AmpModule module, Collection<String> warPaths, String fileName) {
    return byFolders(warPaths, byNames(module, fileName).orElse(null));
  }

  private static TierEvidence byFolders(Collection<String> warPaths, @Nullable Tier byName) {
    String share = null;
    String repository = null;
    for (String path : warPaths) {
      if (path.startsWith(ALFRESCO)) {
        List<String> names = List.of(path.substring(ALFRESCO.length()).split("/"));
        share = share == null && isOfShare(names) ? path : share;
        repository = repository == null && isOfRepository(names) ? path : repository;
      }
    }
    return new TierEvidence(share, repository, byName);
  }

  private static boolean isOfShare(List<String> names) {
    String first = names.get(0);
    return names.get(names.size() - 1).equals("share-config-custom.xml")
        || (names.size() > 1
            && (FOLDERS_OF_SHARE.contains(first)
                || (first.startsWith("share-") && first.indexOf('-', "share-".length()) < 0)));
  }

  private static boolean isOfRepository(List<String> names) {
    return switch (names.get(0)) {
      case "module" ->
          names.size() == 3
              ? names.get(2).equals("alfresco-global.properties")
              : names.size() > 3 && IN_MODULES_OF_REPOSITORY.contains(names.get(2));
      case "templates" -> names.size() > 2 && names.get(1).equals("webscripts");
      default -> names.size() > 1 && FOLDERS_OF_REPOSITORY.contains(names.get(0));
    };
  }

  private static Optional<Tier> byNames(AmpModule module, String fileName) {
    return byName(fileName).or(() -> byName(module.id().value()));
  }

  private static Optional<Tier> byName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return only(SHARE_NAME.matcher(lower).matches(), REPOSITORY_NAME.matcher(lower).matches());
  }

  /** Evidence for both is evidence for neither. */
  private static Optional<Tier> only(boolean share, boolean repository) {
    if (share == repository) {
      return Optional.empty();
    }
    return Optional.of(share ? Tier.SHARE : Tier.REPOSITORY);
  }
}
