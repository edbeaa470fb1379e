package org.maraude.crawler.extract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as it came.
 *
 * @param url canonical
 * @param body decoded from gzip; shared, never changed
 * @param contentType the header, with its charset if it names one
 * @param fetchedAt when it was read
 */
public record Page(String url, byte[] body, @Nullable String contentType, Instant fetchedAt) {}
