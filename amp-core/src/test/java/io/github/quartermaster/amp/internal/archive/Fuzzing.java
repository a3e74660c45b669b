package io.github.quartermaster.amp.internal.archive;

import java.util.Random;
import java.util.stream.LongStream;

/** How long is tried: a moment in every build, longer with {@code -Dfuzz.tries=100000}. */
public final class Fuzzing {
  private static final int USUAL = 1000;

  private Fuzzing() {}

  /**
   * Random seeds.
   *
   * @param usually how many where nobody asks for more; grows with {@code fuzz.tries}
   */
  public static LongStream seeds(int usually) {
    long tries = (long) usually * Integer.getInteger("fuzz.tries", USUAL) / USUAL;
    return new Random().longs(Math.max(1, tries));
  }
}
