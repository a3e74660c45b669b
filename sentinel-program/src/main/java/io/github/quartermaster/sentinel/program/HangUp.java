package io.github.quartermaster.sentinel.program;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * The signal SIGHUP, by which daemons are told to read their configuration anew. The JDK's class
 * for it is in the module {@code jdk.unsupported}, so it is used where it is there, and nothing is
 * lost where it is not: a changed file is noticed in any case.
 */
final class HangUp {
  private HangUp() {}

  /** Does something whenever the signal comes; in a thread of its own. Says whether it will. */
  static boolean onSignal(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler calls =
          (proxy, method, arguments) -> {
            switch (method.getName()) {
              case "handle" -> action.run();
              case "equals" -> {
                return arguments != null && proxy == arguments[0];
              }
              case "hashCode" -> {
                return System.identityHashCode(proxy);
              }
              default -> {
                return method.getName();
              }
            }
            return null;
          };
      Object proxy =
          Proxy.newProxyInstance(HangUp.class.getClassLoader(), new Class<?>[] {handler}, calls);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      // no such class, or no such signal, as on Windows
      return false;
    }
  }
}
