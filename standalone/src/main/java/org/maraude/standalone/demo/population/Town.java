package org.maraude.standalone.demo.population;

/**
 * A French town of the demo.
 *
 * @param departement the official code ({@code 75}, {@code 2A}, {@code 971})
 * @param weight how often it is drawn, about thousands of inhabitants
 */
public record Town(String departement, String name, int weight) {}
