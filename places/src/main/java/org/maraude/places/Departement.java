package org.maraude.places;

/**
 * A department of France.
 *
 * @param code as in the official geographic code (INSEE): {@code 01} to {@code 95}, {@code 2A},
 *     {@code 2B}, three digits overseas
 * @param region its region's code
 * @param population inhabitants; 0 when the list does not tell them
 */
public record Departement(String code, String name, String region, long population) {}
