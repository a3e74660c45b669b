package io.github.quartermaster.sentinel.daemon;

/** Where other monitors tell what they see. For several threads. */
@FunctionalInterface
interface Hooks {
  /** No other monitor is configured. */
  Hooks NONE =
      (hook, body) -> new Receipt(404, "No source of the configuration takes this hook.", false);

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
