package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * Measures the health of one or several components: the port through which Sentinel looks at the
 * world. One instance belongs to one check of the configuration and is called by one thread at a
 * time, not always by the same.
 *
 * <p>A call may block until the deadline; then its thread is interrupted, and whatever it gives
 * later is ignored. Until it has returned, its check is UNKNOWN and there is no other call. An
 * exception means that the state is UNKNOWN, and its message is shown; what is known to be down is
 * a {@link Reading}, not an exception.
 */
public interface HealthProvider {
  /**
   * The components that there are now. Their ids stay the same from call to call. Where there are
   * none, the state of the check is UNKNOWN, since nothing was looked at.
   *
   * @throws Exception if that cannot be found out
   */
  List<Component> components(ProbeContext context) throws Exception;

  /**
   * Fresh readings, at least one for each component.
   *
   * @throws Exception if nothing can be found out
   */
  List<Reading> probe(ProbeContext context) throws Exception;

  /**
   * A closer look at a component that is a probable cause: evidence such as the biggest folders of
   * a full disk, or a finer reading. Asked only in a second round and only for a few components, so
   * it may take longer than a probe. A reading of another component is ignored, and one that says
   * UNKNOWN makes nothing unknown that the probe could tell.
   *
   * @return nothing where there is nothing to add
   * @throws Exception if it cannot be done, which is no trouble of the component
   */
  default List<Reading> examine(ComponentId component, ProbeContext context) throws Exception {
    return List.of();
  }
}
