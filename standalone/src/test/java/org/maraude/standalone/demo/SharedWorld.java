package org.maraude.standalone.demo;

import java.time.Instant;
import org.maraude.standalone.demo.world.DemoWorld;

/** One world for all tests that only read: drawing it takes a while. */
public final class SharedWorld {

  public static final long SEED = 7;
  public static final Instant EPOCH = Instant.parse("2026-11-20T10:00:00Z");
  public static final DemoWorld WORLD = new DemoWorld(SEED, EPOCH);

  private SharedWorld() {}
}
