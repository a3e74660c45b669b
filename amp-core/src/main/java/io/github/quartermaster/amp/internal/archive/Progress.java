package io.github.quartermaster.amp.internal.archive;

/** Is told how far the writing of an archive is; called by the thread that writes. */
@FunctionalInterface
public interface Progress {

  /** For callers that do not want to know. */
  Progress NONE =
      new Progress() {
        @Override
        public void advanced(long doneBytes, long totalBytes) {
          // nobody is listening
        }
      };

  /**
   * Called every 4 to 64 MiB, with growing {@code doneBytes}, and once at the end with both numbers
   * equal.
   *
   * @param totalBytes the same in every call: {@link ZipSplice#expectedSize()}
   */
  void advanced(long doneBytes, long totalBytes);
}
