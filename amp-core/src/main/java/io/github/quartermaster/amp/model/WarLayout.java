package io.github.quartermaster.amp.model;

/** Where modules keep their state in a WAR; the places that Alfresco and its installers look at. */
public final class WarLayout {
  /** The folder of all module folders. */
  public static final String MODULES = "WEB-INF/classes/alfresco/module";

  /** Where a run prepares its work in an exploded WAR; gone once it is done. */
  public static final String STAGING = "WEB-INF/.quartermaster";

  /** Where overwritten originals are kept. */
  public static final String ORIGINALS = MODULES + "/backup";

  /** The file that marks a folder as a module's. */
  public static final String MODULE_PROPERTIES = "module.properties";

  /** The file in which installers record what they changed. */
  public static final String MODIFICATIONS = "modifications.install";

  private WarLayout() {}

  /** The folder of one module. */
  public static String moduleFolder(ModuleId id) {
    return MODULES + "/" + id;
  }

  /** The state file of one module. */
  public static String moduleProperties(ModuleId id) {
    return moduleFolder(id) + "/" + MODULE_PROPERTIES;
  }

  /** The record of one module. */
  public static String modifications(ModuleId id) {
    return moduleFolder(id) + "/" + MODIFICATIONS;
  }

  /** Whether Alfresco takes a file for the state of a module: one level below the folder of all. */
  public static boolean isModuleProperties(String path) {
    return path.startsWith(MODULES + "/")
        && path.endsWith("/" + MODULE_PROPERTIES)
        && parent(parent(path)).equals(MODULES);
  }

  /** Whether a file is the record of a module: one level below the folder of all. */
  public static boolean isModifications(String path) {
    return path.startsWith(MODULES + "/")
        && path.endsWith("/" + MODIFICATIONS)
        && parent(parent(path)).equals(MODULES);
  }

  /** The folder that holds a path, or the empty string at the root. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
