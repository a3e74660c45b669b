package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Remedies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Acts, says so, and then looks at the effect until somebody kills it. */
final class DyingProgram {
  private DyingProgram() {}

  /**
   * Runs it.
   *
   * @param arguments the folder of the state
   */
  public static void main(String[] arguments) {
    Host host = new Host(Path.of(arguments[0]));
    host.full();
    host.healing =
        Remedies.healing(
            List.of(Remedies.of("disk", "clean")), List.of(Healing.DEFAULT_LIMIT), 1, null);
    boolean[] acted = {false};
    host.clean.doing(
        () -> {
          acted[0] = true;
          return new ActionOutcome.Done("did it");
        });
    host.roundBy(
        host.runner(
            components -> {
              if (acted[0]) {
                System.out.println("acted");
                awaitDeath();
              }
              return host.probe(components);
            },
            new HostTimeline(Clock.systemUTC()),
            new LocalDisk()));
  }

  private static void awaitDeath() {
    try {
      // ends by itself if whoever started it is gone
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
