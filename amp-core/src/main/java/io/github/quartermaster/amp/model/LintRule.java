package io.github.quartermaster.amp.model;

import static io.github.quartermaster.amp.model.Severity.ERROR;
import static io.github.quartermaster.amp.model.Severity.WARNING;

/**
 * What can be wrong with an AMP. The names are stable: they are what a user allows findings by, and
 * the page on making AMPs explains each.
 */
public enum LintRule {
  /** The archive cannot be read, or is unsafe. */
  AMP_UNREADABLE(ERROR, "no installer takes such an AMP"),
  /** There is no {@code module.properties} in the root. */
  MODULE_PROPERTIES_MISSING(ERROR, "without it no installer takes the file for an AMP"),
  /** A file in the root is named nearly like a descriptor. */
  DESCRIPTOR_MISNAMED(
      WARNING, "installers know the descriptors in the root by their exact names alone"),
  /** A properties file breaks off at a malformed escape. */
  PROPERTIES_MALFORMED(ERROR, "Java refuses the whole file"),
  /** A properties file begins with a byte order mark. */
  PROPERTIES_BOM(ERROR, "the mark becomes part of the first key, which is then another key"),
  /** A required key is missing or blank. */
  KEY_MISSING(ERROR, "Alfresco refuses such a module, when it is installed and when it starts"),
  /** A key that nobody reads. */
  KEY_UNKNOWN(
      WARNING, "nobody reads it, and the Module Management Tool drops it from the installed state"),
  /** A key stands twice. */
  KEY_REPEATED(WARNING, "the last one counts, the others are passed over without a word"),
  /** A line continues into what was meant to be another key. */
  LINE_SWALLOWED(
      WARNING,
      "a backslash at its end makes the next line part of the value, not a key of its own"),
  /** A backslash that vanishes. */
  ESCAPE_LOST(WARNING, "a single backslash vanishes; only a doubled one stands for itself"),
  /** A placeholder that no build has replaced. */
  PLACEHOLDER_LEFT(ERROR, "it is taken literally"),
  /** Text in an encoding that properties files do not have. */
  NON_ASCII(
      WARNING, "properties files are read as ISO-8859-1, so that other text comes out garbled"),
  /** No module can have this id. */
  MODULE_ID_INVALID(ERROR, "it names a folder in the WAR, and Alfresco refuses such a one"),
  /** A module with which Alfresco refuses to start. */
  MODULE_ID_DEPRECATED(ERROR, "current versions of Alfresco do not start with this module"),
  /** The version is a snapshot. */
  VERSION_SNAPSHOT(
      WARNING, "two builds of a snapshot are the same version, so that the second is not applied"),
  /** A version that the Module Management Tool does not order. */
  VERSION_UNORDERED(
      WARNING,
      "the Module Management Tool takes 1.0.0, 1.0.0-M1 and 1.0.0-RC1 each for older than the"
          + " others, and so goes back without a word"),
  /** A version that is outside of any open range. */
  VERSION_BEYOND_RANGES(
      WARNING,
      "the Module Management Tool ends open ranges at 999.999.999.99, so that no module can depend"
          + " on this one there"),
  /** A bound that is no release version, or two that contradict each other. */
  RELEASE_BOUND_INVALID(ERROR, "Alfresco refuses such a module, and does not start with it"),
  /** A bound of more than three parts. */
  RELEASE_BOUND_CUT(WARNING, "only the first three parts count"),
  /** An upper bound that leaves out the releases it seems to mean. */
  RELEASE_BOUND_SHORT(
      WARNING, "a missing part counts as zero, so that every later fix is left out"),
  /** Share bounds that the Module Management Tool drops. */
  SHARE_BOUNDS_LOST(
      WARNING,
      "the Module Management Tool drops module.share.version.* from the installed state, and Share"
          + " then looks at module.repo.version.*"),
  /** Blanks beside the commas of editions. */
  EDITION_BLANKS(
      ERROR, "a blank beside a comma is part of the name, so that no edition matches it"),
  /** An edition that Alfresco does not have. */
  EDITION_UNKNOWN(WARNING, "Alfresco calls its editions Community and Enterprise"),
  /** A range that means something else than it seems to. */
  DEPENDENCY_MISREAD(
      ERROR, "every hyphen separates the ends of a range, and there is no other notation"),
  /** A range that contains nothing. */
  DEPENDENCY_UNSATISFIABLE(ERROR, "no version meets it, so that the module installs nowhere"),
  /** A dependency that does not count. */
  DEPENDENCY_IGNORED(WARNING, "it is taken for no dependency"),
  /** A dependency on what can be no module. */
  DEPENDENCY_INVALID(ERROR, "Alfresco cannot read such a dependency, or can never meet it"),
  /** An alias that is none. */
  ALIAS_INVALID(
      WARNING, "an alias is the former id of the module, and relates it to what is installed"),
  /** A key that belongs to the installer. */
  INSTALLER_KEY(
      WARNING, "the installer writes it; here it has no effect, and a wrong value is refused"),
  /** A mapping that makes the installation fail. */
  MAPPING_REFUSED(ERROR, "the installation fails: both sides of every line must be folders"),
  /** A value of {@code include.default} that is taken for false. */
  INCLUDE_DEFAULT_MISREAD(
      ERROR, "anything but exactly true switches the default mappings off, also a blank behind it"),
  /** A mapping of a folder that is not there. */
  MAPPING_COPIES_NOTHING(WARNING, "no installer says a word about it"),
  /** A mapping with a slash at an end. */
  MAPPING_SLASH(WARNING, "the Module Management Tool records its files with two slashes"),
  /** Two files go to the same place. */
  MAPPING_COLLISION(ERROR, "the Module Management Tool takes either of them by chance"),
  /** The root of the AMP is mapped. */
  MAPPING_OF_ROOT(WARNING, "the descriptors of the AMP go into the WAR too"),
  /** Files that no mapping covers. */
  FILES_NOT_COPIED(WARNING, "what lies below no mapped folder is left out without a word"),
  /** The AMP brings nothing. */
  NOTHING_COPIED(ERROR, "installing it changes nothing but the list of modules"),
  /** A file that only an installer may write. */
  RESERVED_PATH(ERROR, "it tells installers what to delete and to bring back"),
  /** Another module inside the AMP. */
  MODULE_BUNDLED(
      WARNING,
      "Alfresco takes it for a module of its own, which the Module Management Tool can neither"
          + " upgrade nor remove"),
  /** The state of a module inside the AMP cannot be read. */
  MODULE_STATE_BROKEN(ERROR, "Alfresco does not start while one module's state cannot be read"),
  /** The AMP brings its own state, which says something else. */
  MODULE_STATE_DIFFERS(
      WARNING, "the installer replaces it by the one in the root, so that it counts nowhere"),
  /** A Spring context that Alfresco does not look for. */
  CONTEXT_NOT_LOADED(
      WARNING,
      "Alfresco loads alfresco/module/<id>/module-context.xml, by exactly that name, and what it"
          + " imports"),
  /** The files of the module lie in the folder of another id. */
  MODULE_FOLDER_OTHER(
      WARNING, "it is left over from a former id, or taken for another module's by those who look"),
  /** Nothing tells the tier. */
  TIER_UNKNOWN(WARNING, "who applies it has to say whether it is for the repository or for Share"),
  /** The content says another tier than the rest. */
  TIER_CONTRADICTED(
      ERROR,
      "the Module Management Tool puts it into whichever WAR is named, where it does nothing"),
  /** Content of both tiers. */
  TIER_MIXED(WARNING, "each web application sees but half of it; make two AMPs"),
  /** Files that file managers, editors and version control leave behind. */
  JUNK_FILE(WARNING, "no installer leaves anything out that lies in a mapped folder"),
  /** An archive that the Module Management Tool takes apart. */
  NESTED_ARCHIVE(
      WARNING,
      "the Module Management Tool takes it for a folder and packs it anew, with other bytes"),
  /** A file name beyond ASCII. */
  NAME_NON_ASCII(
      WARNING,
      "the Module Management Tool records names in the charset of the machine it runs on, and on"
          + " another cannot remove the file"),
  /** Names that differ only in case. */
  NAME_CASE_CLASH(WARNING, "on Windows and macOS an unpacked WAR can hold only one of them"),
  /** A library where no class loader looks. */
  LIBRARY_NOT_LOADED(WARNING, "only what lies directly in WEB-INF/lib is on the class path"),
  /** A library that is a snapshot. */
  LIBRARY_SNAPSHOT(WARNING, "what is inside depends on the day of the build"),
  /** One library in several versions. */
  LIBRARY_REPEATED(WARNING, "which one the class loader takes is chance"),
  /** A library states the module otherwise than the AMP. */
  LIBRARY_BRINGS_MODULE(WARNING, "Alfresco takes one of the two statements by chance"),
  /** An XML file that no parser takes. */
  XML_MALFORMED(ERROR, "what reads it fails, a Spring context at the start of Alfresco"),
  /** A Spring bean of one id in several places. */
  BEAN_REPEATED(
      WARNING, "the definition that is loaded last replaces the others, and the order is chance"),
  /** A namespace of a content model in several places. */
  NAMESPACE_REPEATED(ERROR, "Alfresco registers a prefix and a URI once, and fails at the second"),
  /** A namespace that is Alfresco's own. */
  NAMESPACE_RESERVED(ERROR, "Alfresco defines it itself, and fails where a model does so again"),
  /** A content model of one name in several places. */
  MODEL_REPEATED(ERROR, "the second one replaces the first, or fails to load"),
  /** AMPs that bring different files to the same place. */
  PATH_CLASH(ERROR, "the second one cannot be installed without overwriting the first"),
  /** AMPs that bring one library in several versions. */
  LIBRARY_CLASH(WARNING, "which one the class loader takes is chance"),
  /** AMPs that say to be the same module and version. */
  MODULE_REPEATED(ERROR, "which of them is applied is chance"),
  /** The WAR has the same file already. */
  IN_WAR_ALREADY(
      WARNING,
      "the Module Management Tool refuses it without -force, although the content is the same"),
  /** The WAR has another file there. */
  OVERWRITES_WAR(
      WARNING, "it installs only with -force, or an overwrite pattern, and an upgrade may undo it"),
  /** The WAR has the library already. */
  LIBRARY_IN_WAR(WARNING, "which one the class loader takes is chance"),
  /** The AMP does not accept the WAR. */
  WAR_NOT_SUPPORTED(WARNING, "no installer applies it to this WAR"),
  /** No WAR of the tier was given. */
  WAR_OF_OTHER_TIER(WARNING, "it was compared with no WAR");

  private final Severity severity;
  private final String why;

  LintRule(Severity severity, String why) {
    this.severity = severity;
    this.why = why;
  }

  /** How much a finding of this rule weighs. */
  public Severity severity() {
    return severity;
  }

  /** Why it matters, as the end of a sentence. */
  public String why() {
    return why;
  }
}
