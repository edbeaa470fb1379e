package org.maraude.standalone.demo.site;

import java.time.Instant;

/**
 * One request that a demo site answered.
 *
 * @param site the site's id
 * @param start when it came, by the wall clock handed in
 * @param startNanos the same by {@link System#nanoTime()}, for exact gaps
 * @param endNanos when the answer was written
 * @param target path and query as sent
 * @param userAgent as sent, may be empty
 * @param status of the answer
 */
public record SiteRequest(
    String site,
    Instant start,
    long startNanos,
    long endNanos,
    String target,
    String userAgent,
    int status) {}
