package io.github.quartermaster.amp.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks, in a thread of its own, into everything that is copied as raw bytes meanwhile: the local
 * headers of what is kept, the whole content of what comes from elsewhere. Decompressing takes as
 * long as copying a WAR ten times the size, so the two share the time.
 */
final class SpliceVerification implements Runnable, Closeable {
  private static final int BUFFER = 64 << 10;

  private final List<Step> steps;
  private final Thread thread;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;

  SpliceVerification(List<Step> steps) {
    this.steps = steps;
    thread = new Thread(this, "quartermaster-verify");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    try (EntryDecoder decoder = new EntryDecoder(BUFFER)) {
      OutputStream nowhere = new Nowhere();
      for (Step step : steps) {
        if (cancelled) {
          return;
        } else if (step instanceof Step.Kept kept) {
          new KeptHeaders(kept).check();
        } else if (step instanceof Step.Written written
            && written.content() instanceof Content.Copy copy) {
          decoder.decode(copy.source(), copy.entry(), nowhere);
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Ends the writing as soon as it is known to be in vain. */
  void throwIfFailed() throws IOException {
    Throwable thrown = failure;
    if (thrown instanceof IOException e) {
      throw e;
    } else if (thrown instanceof RuntimeException e) {
      throw e;
    } else if (thrown instanceof Error e) {
      throw e;
    }
  }

  /** Returns once everything was found in order. */
  void await() throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("interrupted while verifying what was copied");
      interrupted.initCause(e);
      throw interrupted;
    }
    throwIfFailed();
  }

  /** Returns once the thread has ended; it does so within the time of one read. */
  @Override
  public void close() {
    cancelled = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Nowhere extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      if (cancelled) {
        throw new InterruptedIOException("the copying ended before");
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      write(0);
    }
  }
}
