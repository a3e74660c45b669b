package io.github.quartermaster.it.benchmark;

/** What a JVM costs before it does anything. */
final class Nothing {
  private Nothing() {}

  public static void main(String[] arguments) {
    System.out.println("started");
  }
}
