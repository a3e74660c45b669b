package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.Tier;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells an AMP for the repository from one for Share: nothing in an AMP says it, so it is judged by
 * the folders that only one of the two applications reads, and failing that by names.
 */
final class TierDetection {
  private static final Pattern SHARE_CONTENT =
      Pattern.compile(
          "WEB-INF/classes/alfresco/(site-webscripts|site-data|web-extension|share-\\w+)/.*"
              + "|WEB-INF/classes/alfresco/(?:[^/]+/)*share-config-custom\\.xml");
  private static final Pattern REPOSITORY_CONTENT =
      Pattern.compile(
          "WEB-INF/classes/alfresco/(templates/webscripts|extension|subsystems|bootstrap|model"
              + "|workflow|domain|dbscripts)/.*"
              + "|WEB-INF/classes/alfresco/module/[^/]+/(bootstrap|model|workflow|scripts|jobs)/.*"
              + "|WEB-INF/classes/alfresco/module/[^/]+/alfresco-global\\.properties");
  private static final Pattern SHARE_NAME = Pattern.compile("(?:.*[^a-z])?share(?:[^a-z].*)?");
  private static final Pattern REPOSITORY_NAME =
      Pattern.compile("(?:.*[^a-z])?(repo|repository|platform)(?:[^a-z].*)?");

  private TierDetection() {}

  /** The tier, where anything tells it. */
  static Optional<Tier> detect(AmpModule module, Collection<String> warPaths, String fileName) {
    if (module.shareVersions().isPresent()) {
      return Optional.of(Tier.SHARE);
    }
    return only(
            warPaths.stream().anyMatch(path -> SHARE_CONTENT.matcher(path).matches()),
            warPaths.stream().anyMatch(path -> REPOSITORY_CONTENT.matcher(path).matches()))
        .or(() -> byName(fileName))
        .or(() -> byName(module.id().value()));
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
