package io.github.quartermaster.amp.model;

import java.util.List;

/**
 * A WAR that AMPs are compared with.
 *
 * @param xml the XML files that its modules and extensions bring to the class path, also in
 *     libraries, and the content models of its libraries
 */
public record LintedWar(WarInventory war, List<XmlText> xml) {

  /** Copies the list. */
  public LintedWar {
    xml = List.copyOf(xml);
  }
}
