package io.github.quartermaster.ebs.openstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings are looked for.
 *
 * @param variables of the environment; they may hold secrets, and are never printed
 * @param folders where {@code clouds.yaml} may be, the first first
 */
record Surroundings(Map<String, String> variables, List<Path> folders) {
  /** The variable that names the file. */
  static final String CLOUDS_FILE = "OS_CLIENT_CONFIG_FILE";

  Surroundings {
    variables = Map.copyOf(variables);
    folders = List.copyOf(folders);
  }

  /** Of this process; the folders and their order are those of openstacksdk. */
  static Surroundings ofThisProcess() {
    Map<String, String> variables = System.getenv();
    String own = variables.get("XDG_CONFIG_HOME");
    Path config =
        own == null || own.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".config")
            : Path.of(own);
    return new Surroundings(
        variables, List.of(Path.of(""), config.resolve("openstack"), Path.of("/etc/openstack")));
  }

  /** The same, with a file that is named instead of looked for, and looked beside first. */
  Surroundings with(Path cloudsFile) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(CLOUDS_FILE, cloudsFile.toString());
    Path folder = cloudsFile.toAbsolutePath().getParent();
    List<Path> all = new ArrayList<>(folders);
    if (folder != null) {
      all.add(0, folder);
    }
    return new Surroundings(more, all);
  }

  /** The value of a variable; one that is empty counts as not set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public String toString() {
    return "Surroundings[" + folders + "]";
  }
}
