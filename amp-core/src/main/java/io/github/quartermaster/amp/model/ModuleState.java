package io.github.quartermaster.amp.model;

/** The values of {@code module.installState} that Alfresco can read. */
public enum ModuleState {
  /** No state is written. */
  UNKNOWN,
  /** The usual one. */
  INSTALLED,
  /** Known to Alfresco; no installer writes it. */
  DISABLED,
  /** Known to Alfresco; no installer writes it. */
  UNINSTALLED
}
