package org.maraude.standalone.demo.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * ETag and Last-Modified of listings (RFC 9110, 8.8 and 13). The ETag is the content's hash, so it
 * outlives a restart; Last-Modified is when this content was first served. Thread-safe.
 */
final class Validators {

  private record Version(String etag, Instant since) {}

  private final Map<String, Version> versions = new ConcurrentHashMap<>();

  /** The full answer with its validators, or 304. */
  Answer conditional(
      String target,
      Answer full,
      Instant now,
      @Nullable String ifNoneMatch,
      @Nullable String ifModifiedSince) {
    String etag = etag(full.body());
    Version version =
        java.util.Objects.requireNonNull(
            versions.compute(
                target,
                (key, before) ->
                    before != null && before.etag().equals(etag)
                        ? before
                        : new Version(etag, now)));
    boolean same =
        ifNoneMatch == null
            ? ifModifiedSince != null && !version.since().isAfter(date(ifModifiedSince))
            : ifNoneMatch.contains(etag);
    String since =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(version.since().atZone(ZoneOffset.UTC));
    return (same ? Answer.notModified() : full).with("ETag", etag).with("Last-Modified", since);
  }

  private static Instant date(String header) {
    try {
      return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  private static String etag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
