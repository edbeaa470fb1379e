package org.maraude.dashboard.review;

import java.util.UUID;

/** What one person said about an item in its present round. */
public record Opinion(UUID by, Outcome outcome) {}
