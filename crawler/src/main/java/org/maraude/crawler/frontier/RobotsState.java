package org.maraude.crawler.frontier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.events.Event;

/**
 * The robots.txt of one origin.
 *
 * @param verdict null while redirects to it are followed
 * @param text its rules, where there are any
 * @param until when it is to be asked again
 * @param askAt where it was redirected to
 */
record RobotsState(
    @Nullable RobotsVerdict verdict,
    @Nullable String text,
    Instant until,
    @Nullable String askAt,
    int redirects)
    implements Event {}
