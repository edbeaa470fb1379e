package org.maraude.standalone.demo.world;

import java.time.Instant;
import org.maraude.standalone.demo.population.DemoAd;

/**
 * One ad from its posting to its going.
 *
 * @param from listed from here
 * @param until no longer listed from here
 * @param changedAt from here {@code changed} is shown; may lie after {@code until}: never
 */
record AdLife(DemoAd posted, Instant from, Instant until, Instant changedAt, DemoAd changed) {

  boolean listedAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  DemoAd at(Instant now) {
    return now.isBefore(changedAt) ? posted : changed;
  }
}
