package io.github.quartermaster.sentinel.model;

/**
 * Does something about a component: the port through which Sentinel acts on the world. One instance
 * belongs to one step of a remedy and is called by one thread at a time.
 *
 * <p>A call may block until the deadline; then its thread is interrupted, and the attempt counts as
 * failed. Whether what was done helped is not for the action to say: the component and what depends
 * on it are probed afterwards.
 */
public interface Action {
  /**
   * Says what {@link #run} would do now, and changes nothing.
   *
   * @throws Exception if that cannot be found out; then nothing is done
   */
  ActionPreview preview(ActionContext context) throws Exception;

  /**
   * Does it.
   *
   * @return what was done, or why not; an exception counts as {@link ActionOutcome.Failed}
   * @throws Exception if it could not be done
   */
  ActionOutcome run(ActionContext context) throws Exception;
}
