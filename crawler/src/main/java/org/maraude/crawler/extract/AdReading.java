package org.maraude.crawler.extract;

import java.util.Map;

/**
 * An ad's page, field by field.
 *
 * @param readings what was read of each field, in the order of an ad's parts; a field that the page
 *     does not yield has an empty reading or none
 * @param extracted what the page comes to
 */
public record AdReading(Map<String, Reading> readings, Extracted extracted) {}
