package org.maraude.analyzer.links;

/** A group goes by another id from now on: it turned out to be part of another, or to be older. */
public record Merged(String oldId, String newId) {}
