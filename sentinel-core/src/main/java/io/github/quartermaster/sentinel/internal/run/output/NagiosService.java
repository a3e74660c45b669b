package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/**
 * The passive service that results are for.
 *
 * @param host its host, as Nagios or Icinga calls it; empty for the name of the machine
 * @param service its name
 */
record NagiosService(String host, String service) {
  private static final String HOST = "host";
  private static final String SERVICE = "service";
  private static final String DEFAULT_SERVICE = "sentinel";

  static List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            HOST,
            Parameter.Type.TEXT,
            "The host of the passive service, as the monitor calls it; the name of this machine"
                + " where nothing is set"),
        Parameter.optional(SERVICE, Parameter.Type.TEXT, "The name of the passive service")
            .defaultsTo(DEFAULT_SERVICE));
  }

  /**
   * What is set.
   *
   * @throws IllegalArgumentException if a name could not be told from what stands beside it
   */
  static NagiosService of(Settings settings) {
    NagiosService of =
        new NagiosService(
            settings.text(HOST).orElse("").strip(),
            settings.text(SERVICE).orElse(DEFAULT_SERVICE).strip());
    refuse(HOST, of.host);
    refuse(SERVICE, of.service);
    if (of.service.isEmpty()) {
      throw new IllegalArgumentException("service is not empty");
    }
    return of;
  }

  private static void refuse(String key, String name) {
    boolean separates =
        name.chars().anyMatch(c -> Character.isISOControl(c) || c == ';' || c == '!');
    if (separates) {
      throw new IllegalArgumentException(
          key + " has none of ; and ! and no control characters, which separate names");
    }
  }

  /** Its host where none is set: that of the bulletin, without what separates names. */
  String hostOf(Bulletin bulletin) {
    return host.isEmpty() ? bulletin.host().replaceAll("[;!\\p{Cntrl}]", "_") : host;
  }
}
