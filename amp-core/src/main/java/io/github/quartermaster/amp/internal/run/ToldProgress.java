package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.Progress;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpListener;
import java.nio.file.Path;

/** Tells a listener how far the writing of a WAR is: now and then, and at the end. */
final class ToldProgress implements Progress {
  private static final long STEP = 8L << 20;

  private final AmpListener listener;
  private final Path war;
  private long told;

  ToldProgress(AmpListener listener, Path war) {
    this.listener = listener;
    this.war = war;
  }

  @Override
  public void advanced(long doneBytes, long totalBytes) {
    if (doneBytes - told >= STEP || doneBytes == totalBytes) {
      told = doneBytes;
      listener.on(new AmpEvent.Progress(war, doneBytes, totalBytes));
    }
  }
}
