package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.PlannedAction;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one module in one WAR.
 *
 * @param action {@code install}, {@code upgrade}, {@code downgrade}, {@code reinstall}, {@code
 *     rename}, {@code skip}, {@code uninstall} or {@code absent}
 * @param from the version that was there, or null where none was
 * @param to the version of the AMP, or null where it is about none
 * @param amp the path of the AMP, or null likewise
 * @param reason why, in a short clause
 */
public record StepEntry(
    String action,
    String module,
    @Nullable String from,
    @Nullable String to,
    @Nullable String amp,
    String reason) {
  static StepEntry of(PlannedAction action) {
    return new StepEntry(
        action.name(),
        action.module().value(),
        action.from().map(ModuleVersion::text).orElse(null),
        action.to().map(ModuleVersion::text).orElse(null),
        action.source().map(amp -> amp.location().toString()).orElse(null),
        action.reason());
  }
}
