package org.maraude.standalone.installation;

import java.time.Duration;

/** Hears what starts and how long it took, so that a person who waits sees why. */
public interface Startup {

  /** One part is up. Called from any thread. */
  void started(Part part, Duration took);

  /** What an installation consists of, in the order of starting. */
  enum Part {
    FOLDER,
    KAFKA,
    POSTGRES,
    SITES,
    DASHBOARD,
    ANALYZER,
    CRAWLER
  }
}
