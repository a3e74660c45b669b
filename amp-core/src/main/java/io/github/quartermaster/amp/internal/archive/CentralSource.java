package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;

/** Something that was written and has yet to be listed in the central directory. */
interface CentralSource {

  /** Writes the headers; returns how many there were. */
  int writeCentral(SpliceOutput out) throws IOException;
}
