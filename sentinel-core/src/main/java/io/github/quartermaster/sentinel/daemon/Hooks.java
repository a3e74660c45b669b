package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.Watch;
import io.github.quartermaster.sentinel.model.HookOutcome;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Where other monitors tell what they see. For several threads. */
@FunctionalInterface
interface Hooks {
  /** No other monitor is configured. */
  Hooks NONE = (hook, body) -> receipt(new HookOutcome.NoSuchHook());

  /** Has a watch take it, which looks at once where that is worth its while. */
  static Hooks of(Supplier<Watch> watch) {
    return (hook, body) -> receipt(watch.get().accept(hook, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Receipt receipt(HookOutcome outcome) {
    if (outcome instanceof HookOutcome.Taken) {
      return new Receipt(200, "Taken.", false);
    }
    if (outcome instanceof HookOutcome.TooLarge large) {
      return new Receipt(413, "At most " + large.mostBytes() + " bytes.", false);
    }
    // what is malformed stays so: nobody is to send it again
    return outcome instanceof HookOutcome.Refused refused
        ? new Receipt(400, "Refused: " + refused.reason(), false)
        : new Receipt(404, "No source of the configuration has that name and is sent to.", false);
  }

  /**
   * Takes what a monitor posts.
   *
   * @param hook which hook, such as {@code alertmanager}
   * @param body as it came, 1 MiB at most
   */
  Receipt take(String hook, String body);

  /**
   * What is answered.
   *
   * @param status the code of HTTP
   * @param text a line for people
   * @param news whether a fresh look is worth its while
   */
  record Receipt(int status, String text, boolean news) {}
}
