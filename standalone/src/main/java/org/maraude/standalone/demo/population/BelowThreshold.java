package org.maraude.standalone.demo.population;

/**
 * The three invented adults whom a careful analyzer keeps out of every queue, although each shows
 * something that a careless one flags. The numbers are {@link DemoAd#advertiser()}.
 *
 * @param migrant writes poor French
 * @param duo two people who share a phone
 * @param discreet hides the number for privacy's sake, and states limits
 */
public record BelowThreshold(int migrant, int duo, int discreet) {}
