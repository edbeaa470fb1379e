/**
 * Which page is asked next, and what becomes of the answer: one Kafka Streams processor over
 * changelogged stores.
 *
 * <p>{@link org.maraude.crawler.frontier.FrontierTopology} wires it: wishes and results come in;
 * permits, ads, status, coverage and dead letters go out, all in one transaction with the state.
 * Each politeness key lives in one partition and so has one writer. The stores:
 *
 * <ul>
 *   <li>{@code hosts}: politeness key to what its politeness needs
 *   <li>{@code robots}: origin to its robots.txt
 *   <li>{@code urls}: canonical URL to what is known of the page
 *   <li>{@code ads}: ad id to what was last published of it
 *   <li>{@code due}: what to ask, ordered by key, site, lane and time; read from the front only
 *   <li>{@code sites}: site to its counters and health
 * </ul>
 */
@NullMarked
package org.maraude.crawler.frontier;

import org.jspecify.annotations.NullMarked;
