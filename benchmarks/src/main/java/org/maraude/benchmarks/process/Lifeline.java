package org.maraude.benchmarks.process;

import java.io.IOException;

/** Ends a child program with its parent: nothing of a benchmark outlives it. */
public final class Lifeline {

  private Lifeline() {}

  /** Exits as soon as standard input ends, which it does when the parent is gone. */
  public static void hold() {
    Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::awaitEnd);
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes; this waits for its end.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    System.exit(0);
  }
}
