package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The parts of the network and what they need. The tag {@code network} is provided by the topmost
 * part alone, since whoever needs the network needs the parts below it through that one: more edges
 * would only blur the ranking.
 */
final class NetworkComponents {
  static final ComponentId LOOPBACK = new ComponentId("net:loopback");
  static final ComponentId LINK = new ComponentId("net:link");
  static final ComponentId GATEWAY = new ComponentId("net:gateway");
  static final ComponentId OUTSIDE = new ComponentId("net:outside");
  static final ComponentId DNS = new ComponentId("net:dns");

  private static final String TAG = "network";

  private NetworkComponents() {}

  /** Those that there are with these targets. */
  static List<Component> of(String check, NetworkTargets targets, boolean ownNameServer) {
    boolean outside = targets.outsideHost() != null;
    List<Component> components = new ArrayList<>();
    components.add(component(LOOPBACK, check, "loopback", Blame.OWN));
    components.add(component(LINK, check, "link", Blame.OWN));
    components.add(
        component(GATEWAY, check, outside ? "gateway" : TAG, Blame.INHERITABLE)
            .requiring(Requirement.on(LINK)));
    if (outside) {
      components.add(
          component(OUTSIDE, check, TAG, Blame.INHERITABLE).requiring(Requirement.on(GATEWAY)));
    }
    if (targets.name() != null) {
      Component dns = component(DNS, check, "dns", Blame.INHERITABLE);
      components.add(ownNameServer ? dns : dns.requiring(Requirement.on(GATEWAY)));
    }
    return components;
  }

  private static Component component(ComponentId id, String check, String tag, Blame blame) {
    return new Component(
        id, check, NetworkFactory.TYPE, blame, new TreeSet<>(List.of(tag)), List.of(), List.of());
  }
}
