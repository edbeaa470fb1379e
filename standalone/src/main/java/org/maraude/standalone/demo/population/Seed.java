package org.maraude.standalone.demo.population;

import java.util.SplittableRandom;

/**
 * A place in a tree of seeds: each child has its own stream, so that drawing more in one part of
 * the world changes nothing in another. Mixing is SplitMix64's finalizer (Steele, Lea, Flood 2014).
 *
 * @param value any 64 bits
 */
public record Seed(long value) {

  public Seed child(String name) {
    long mixed = value;
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed * 31 + name.charAt(i));
    }
    return new Seed(mixed);
  }

  public Seed child(long number) {
    return new Seed(mix(mix(value) + 0x9E3779B97F4A7C15L * (number + 1)));
  }

  /** A fresh stream, always the same one. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
