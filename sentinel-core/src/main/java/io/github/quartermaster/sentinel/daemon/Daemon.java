package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.Watch;
import io.github.quartermaster.sentinel.WatchEvent;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Watches a host until it is told to stop: judges and heals as {@link Watch} does, writes the
 * newest result into its state folder, answers on loopback, and goes on by a new configuration
 * where that can be used. {@link #run} works in the thread that calls it; all other methods are for
 * any thread.
 */
public final class Daemon {
  private final DaemonRequest request;
  private final DaemonListener listener;
  private final AtomicReference<@Nullable Sentinel> next = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Watch watch;
  private volatile boolean stopping;
  private volatile @Nullable Caretaker caretaker;
  private volatile @Nullable StateFiles files;
  private boolean cannotWrite;

  /** One that is not running yet. */
  public Daemon(DaemonRequest request, DaemonListener listener) {
    this.request = request;
    this.listener = event -> tell(listener, event);
  }

  private static synchronized void tell(DaemonListener listener, DaemonEvent event) {
    listener.on(event);
  }

  /**
   * Watches until {@link #stop} is called or the thread is interrupted. Once only.
   *
   * @throws SentinelException if the configuration cannot be used, or something is missing that a
   *     daemon needs: its state folder, the only place in it, its token, its port
   */
  public void run() {
    try (Sentinel first = request.sentinel().get().build()) {
      WatchSettings settings = request.settings(first.watchSettings());
      listener.on(new DaemonEvent.Configured(settings));
      Watch begun = first.watch(Optional.of(settings.state()), this::onWatched, null);
      watch = begun;
      try (Premises premises =
              Premises.open(
                  settings,
                  Clock.systemUTC(),
                  new Site(this::current, Hooks.of(this::current)),
                  listener);
          Caretaker keeper = new Caretaker(request, this::current, this::replace, listener)) {
        files = new StateFiles(settings.state());
        caretaker = keeper;
        listener.on(new DaemonEvent.Started(first.checks(), premises.url().orElse(null)));
        keeper.begin(settings);
        watchAll(first, begun, Optional.of(settings.state()));
        listener.on(new DaemonEvent.Stopping());
        keeper.tellStopping();
      }
    } finally {
      ended.countDown();
    }
  }

  /** By one configuration after the other, the newest one at the end. */
  private void watchAll(Sentinel first, Watch begun, Optional<Path> state) {
    Sentinel open = first;
    Watch current = begun;
    try {
      while (!stopping) {
        if (next.get() == null) {
          current.run();
        }
        Sentinel following = next.getAndSet(null);
        if (following == null || Thread.currentThread().isInterrupted()) {
          closeUnless(first, following);
          return;
        }
        current = following.watch(state, this::onWatched, current);
        watch = current;
        closeUnless(first, open);
        open = following;
      }
    } finally {
      closeUnless(first, open);
    }
  }

  private static void closeUnless(Sentinel first, @Nullable Sentinel sentinel) {
    if (sentinel != null && sentinel != first) {
      sentinel.close();
    }
  }

  private Watch current() {
    Watch current = watch;
    if (current == null) {
      throw new IllegalStateException("the daemon does not watch yet");
    }
    return current;
  }

  private void replace(Sentinel sentinel) {
    Sentinel unused = next.getAndSet(sentinel);
    if (unused != null) {
      unused.close();
    }
    current().finish();
  }

  private void onWatched(WatchEvent event) {
    if (event instanceof WatchEvent.Judged judged && files != null) {
      write(files, judged);
    }
    listener.on(new DaemonEvent.Watched(event));
  }

  /** A disk that is full is what it is there to tell about, and nothing to die of. */
  private void write(StateFiles open, WatchEvent.Judged judged) {
    try {
      open.write(judged.report().check());
      cannotWrite = false;
    } catch (IOException e) {
      if (!cannotWrite) {
        cannotWrite = true;
        listener.on(
            new DaemonEvent.Trouble(
                Problem.warning(
                    ProblemCode.STATE_UNWRITABLE,
                    "state folder",
                    SafeText.of("tried to write the newest result into the state folder; " + e),
                    "Make room there; readers see by its age that it is old")));
      }
    }
  }

  /** Reads the configuration again, whether it changed or not. */
  public void reload() {
    Caretaker keeper = caretaker;
    if (keeper != null) {
      keeper.reload();
    }
  }

  /** Makes {@link #run} return soon. */
  public void stop() {
    stopping = true;
    Watch current = watch;
    if (current != null) {
      current.stop();
    }
  }

  /** Waits until {@link #run} is over; says whether it is. */
  public boolean awaitEnd(long seconds) throws InterruptedException {
    return ended.await(seconds, TimeUnit.SECONDS);
  }
}
