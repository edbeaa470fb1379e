package org.maraude.dashboard.prevention;

import java.util.UUID;

/** An organisation that passes posts on; never a person. */
public record Partner(UUID id, String name) {}
