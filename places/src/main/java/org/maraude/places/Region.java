package org.maraude.places;

/**
 * A region of France.
 *
 * @param code as in the official geographic code (INSEE), two digits; an overseas collectivity that
 *     belongs to no region stands as one of its own, with three
 */
public record Region(String code, String name) {}
