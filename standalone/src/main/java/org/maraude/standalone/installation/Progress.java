package org.maraude.standalone.installation;

/**
 * How far an installation has come since it started.
 *
 * @param pages fetched
 * @param ads published by the crawler
 * @param assessed by the analyzer
 * @param adult flagged for the adult queue
 * @param minor flagged for the minor queue
 */
public record Progress(long pages, long ads, long assessed, long adult, long minor) {

  static final Progress NONE = new Progress(0, 0, 0, 0, 0);
}
