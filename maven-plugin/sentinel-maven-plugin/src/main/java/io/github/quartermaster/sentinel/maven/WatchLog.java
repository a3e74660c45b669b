package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.sentinel.daemon.DaemonEvent;
import io.github.quartermaster.sentinel.daemon.DaemonListener;
import io.github.quartermaster.sentinel.daemon.DaemonText;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log what happens to the daemon. How much is told is Maven's matter. */
final class WatchLog implements DaemonListener {
  private final Log log;
  private final DaemonText text = new DaemonText();

  WatchLog(Log log) {
    this.log = log;
  }

  @Override
  public void on(DaemonEvent event) {
    for (DaemonText.Line line : text.of(event)) {
      switch (line.level()) {
        case ERROR -> log.error(line.text());
        case WARN -> log.warn(line.text());
        case INFO -> log.info(line.text());
        case DEBUG -> log.debug(line.text());
      }
    }
  }
}
