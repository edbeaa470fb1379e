package org.maraude.crawler.fetch;

import java.text.Normalizer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Who crawls, as every request says it. Without it nothing starts, and there is only one of it.
 *
 * @param association its name
 * @param page a web page that says what is done and how to object
 * @param email where a site's owner reaches a person
 */
public record CrawlerIdentity(String association, String page, String email) {

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()]+@[^\\s@<>()]+\\.[^\\s@<>()]+");

  /**
   * Checks all three.
   *
   * @throws IllegalArgumentException with one line that says what is missing
   */
  public CrawlerIdentity {
    if (association.isBlank()) {
      throw new IllegalArgumentException(
          "user agent: 'association' is missing; name the association that crawls");
    }
    if (HttpUrl.parse(page) == null) {
      throw new IllegalArgumentException(
          "user agent: 'page' is no http(s) URL; name a page that says what is done and why");
    }
    if (!EMAIL.matcher(email).matches()) {
      throw new IllegalArgumentException(
          "user agent: 'email' is no address; name one that a person reads");
    }
  }

  /** The User-Agent header: the product first, by which robots.txt calls it. ASCII only. */
  public String userAgent() {
    var plain =
        Normalizer.normalize(association, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\x20-\\x7e]|[()\\\\]", " ")
            .strip();
    return "maraude/0.1 (%s; +%s; %s)"
        .formatted(plain, page, email)
        .replaceAll("[^\\x20-\\x7e]", "");
  }
}
