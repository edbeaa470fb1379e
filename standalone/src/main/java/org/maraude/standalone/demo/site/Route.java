package org.maraude.standalone.demo.site;

/** What a request asks for. */
sealed interface Route {

  /**
   * @param page from 1
   */
  record Listing(int page) implements Route {}

  record Ad(String localId) implements Route {}

  record Robots() implements Route {}

  /** A part that robots.txt forbids; it answers, so that only the crawler's manners keep it out. */
  record Forbidden() implements Route {}

  record Unknown() implements Route {}
}
