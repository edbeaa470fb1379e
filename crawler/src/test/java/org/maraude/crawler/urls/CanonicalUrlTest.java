package org.maraude.crawler.urls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://Demo.Example, https://demo.example/",
    "https://demo.example:443/a#b, https://demo.example/a",
    "https://demo.example/a/../b/./c, https://demo.example/b/c",
    "https://demo.example/a?utm_source=x&q=1&gclid=2, https://demo.example/a?q=1",
    "https://demo.example/a?utm_source=x, https://demo.example/a",
    "https://demo.example/a?, https://demo.example/a",
    "https://bücher.example/é, https://xn--bcher-kva.example/%C3%A9",
    "https://demo.example/a b, https://demo.example/a%20b",
  })
  void twoSpellingsAreOnePage(String spelling, String canonical) {
    assertThat(CanonicalUrl.of(spelling)).contains(canonical);
    assertThat(CanonicalUrl.of(canonical)).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({"mailto:a@example.org", "javascript:void(0)", "https://user:x@demo.example/", "/a"})
  void whatIsNoPageHasNoForm(String link) {
    assertThat(CanonicalUrl.of(link)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?page=2, https://demo.example/x/list?page=2",
    "../ad/1, https://demo.example/ad/1",
    "//demo.example/ad, https://demo.example/ad",
  })
  void linksResolveAgainstTheirPage(String link, String target) {
    assertThat(CanonicalUrl.resolve("https://demo.example/x/list?page=1", link)).contains(target);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.demo.co.uk/, , demo.co.uk",
    "https://a.b.demo.example/, , demo.example",
    "http://127.0.0.1:8081/, , 127.0.0.1",
    "http://localhost:8081/, , localhost",
    "https://www.demo.example/, group-1, group-1",
  })
  void aKeyIsWhosePatienceItCosts(String url, String group, String key) {
    assertThat(PolitenessKey.of(url, group)).isEqualTo(key);
  }
}
