package org.maraude.analyzer.rules;

import java.util.Arrays;
import java.util.Optional;

/** How well an indicator is founded, and which weights that allows, in log-odds. */
public enum Level {
  /** Tested against known negatives and kept. */
  A("A", 0.5, 1.0),
  /** Tested and rejected: counted for trends only. */
  A_MINUS("A-", 0, 0),
  /** Published, precise, not tested against known negatives. */
  B_PLUS("B+", 0, 0.3),
  /** Published, untested. */
  B("B", 0, 0.3),
  /** A reason of law: it leads to a person by itself. */
  LEGAL("legal", 0, 1.0),
  /** Speaks against a concern. */
  PROTECTIVE("protective", -0.3, 0);

  private final String id;
  private final double least;
  private final double most;

  Level(String id, double least, double most) {
    this.id = id;
    this.least = least;
    this.most = most;
  }

  /** As rule files write it. */
  public String id() {
    return id;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  boolean allows(double weight) {
    return weight >= least && weight <= most;
  }

  String range() {
    return least == most ? "exactly " + least : "from " + least + " to " + most;
  }

  static Optional<Level> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }
}
