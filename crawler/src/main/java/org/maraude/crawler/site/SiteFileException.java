package org.maraude.crawler.site;

/**
 * A site file that must not be used. The message is one line: file, line, key, what is wrong, what
 * to do.
 */
public final class SiteFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SiteFileException(String file, int line, String key, String problem) {
    super(
        key.isEmpty()
            ? "%s:%d: %s".formatted(file, line, problem)
            : "%s:%d: %s: %s".formatted(file, line, key, problem));
  }
}
