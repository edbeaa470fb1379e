package org.maraude.testkit;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Where the tests' broker and database come from: containers when an engine answers, else embedded.
 * {@code MARAUDE_TEST_PARTS=embedded} or {@code =containers} decides instead. The choice is made
 * once a JVM and said aloud.
 */
public enum Parts {
  EMBEDDED,
  CONTAINERS;

  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  /** The choice of this JVM. */
  public static Parts chosen() {
    return Choice.MADE;
  }

  /** Held apart so that the engine is asked once, and only when a part is needed. */
  private static final class Choice {
    static final Parts MADE = say(choose());
  }

  private static Parts choose() {
    var wish = System.getenv().getOrDefault("MARAUDE_TEST_PARTS", "").strip();
    if (!wish.isEmpty()) {
      return Parts.valueOf(wish.toUpperCase(Locale.ROOT));
    }
    return DockerClientFactory.instance().isDockerAvailable() ? CONTAINERS : EMBEDDED;
  }

  private static Parts say(Parts parts) {
    log.warn(
        "tests use {} (MARAUDE_TEST_PARTS=embedded or =containers chooses)",
        switch (parts) {
          case EMBEDDED -> "the embedded Kafka broker and PostgreSQL: no container engine is used";
          case CONTAINERS -> "Kafka and PostgreSQL in containers";
        });
    return parts;
  }
}
