package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * Another monitor, as the configuration names it.
 *
 * @param name unique within the configuration
 * @param type such as {@code nagios-status} or {@code alertmanager-webhook}
 * @param settings what is set for the type
 * @param mappings whom its alerts are about; the first that matches holds
 */
public record SourceSpec(String name, String type, Settings settings, List<AlertMapping> mappings) {
  /** Copies the list. */
  public SourceSpec {
    mappings = List.copyOf(mappings);
  }
}
