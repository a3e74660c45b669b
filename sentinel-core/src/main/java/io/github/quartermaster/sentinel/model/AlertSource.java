package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * Another monitor that is asked what it knows, such as Nagios by its status file or Alertmanager by
 * its API. Called by one thread at a time.
 */
public interface AlertSource {
  /**
   * All alerts that it has now, whomever they are about; those that it does not name any more are
   * over.
   *
   * @throws Exception if that cannot be found out; then what it said before does not hold any more,
   *     and the report says so with the message of the exception
   */
  List<AlertNotice> alerts(ProbeContext context) throws Exception;
}
