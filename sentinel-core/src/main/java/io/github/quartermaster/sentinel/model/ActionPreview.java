package io.github.quartermaster.sentinel.model;

import org.jspecify.annotations.Nullable;

/**
 * What an action would do.
 *
 * @param text in one line, such as {@code would remove 12 files of /var/log/app, 3.1 GB}; made safe
 *     to print
 * @param objection why it would not do it now, such as a folder that leads through a link, or null
 */
public record ActionPreview(String text, @Nullable String objection) {
  /** Makes the texts safe to print. */
  public ActionPreview {
    text = SafeText.of(text);
    objection = objection == null ? null : SafeText.of(objection);
  }

  /** One that could be done. */
  public static ActionPreview of(String text) {
    return new ActionPreview(text, null);
  }
}
