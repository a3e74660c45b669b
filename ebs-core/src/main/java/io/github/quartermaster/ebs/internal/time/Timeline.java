package io.github.quartermaster.ebs.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The one clock, and the one thread on which everything is decided. What takes long is handed out
 * and comes back as an event, so that no state needs a lock and a simulated week takes a second.
 *
 * <p>All methods are called on the deciding thread, which is the one that calls {@link #run()};
 * {@link #now()} may be called on any.
 */
public interface Timeline extends AutoCloseable {

  /** The present. */
  Instant now();

  /** Has something done on the deciding thread once this time has come. */
  void at(Instant when, Runnable task);

  /**
   * Has something done elsewhere that may take long, and its result dealt with on the deciding
   * thread. An exception that it throws is thrown by {@link #run()}.
   */
  <T> void call(Callable<T> work, Consumer<T> then);

  /** Deals with events until none is left and none is to come. */
  void run();

  /** Drops what is to be done later; {@link #run()} ends once what is under way has come back. */
  void stop();

  /** Lets time pass on the deciding thread; for the work before {@link #run()}. */
  void pause(Duration span);

  /** Lets go of threads; what is under way is given up. */
  @Override
  void close();
}
