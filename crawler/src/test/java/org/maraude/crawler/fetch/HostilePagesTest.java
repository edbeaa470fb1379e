package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maraude.crawler.fetch.HostileSite.HEAD;
import static org.maraude.crawler.fetch.HostileSite.write;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.events.crawl.FetchOutcome;

/** Pages made to be hard to read, from a real connection to what is read of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePagesTest {

  private final HostileSite site = new HostileSite();

  @AfterEach
  void theNextSiteIsServed() {
    site.theNextSiteIsServed();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private record HostilePage(String name, String html) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<HostilePage> pages() {
    var ad = "<h1>A</h1><div class=body data-id=1>B</div>";
    var open = "<h1>A</h1><p class=body data-id=1>";
    int most = 2_000_000;
    return Stream.of(
        new HostilePage("ten thousand levels", "<div>".repeat(10_000) + ad),
        new HostilePage("as many levels as fit", "<div>".repeat(most / 5)),
        new HostilePage("letters that are never closed", "<b><i><p>".repeat(most / 20)),
        new HostilePage("links in each other", "<a href=/ad/1><div>".repeat(most / 20)),
        new HostilePage("a hundred thousand attributes", "<p" + attributes(100_000) + ">" + ad),
        new HostilePage("a title that fills the page", "<title>" + "are you ".repeat(most / 8)),
        new HostilePage("a word that fills the page", open + "a".repeat(most)),
        new HostilePage("blanks that fill the page", open + " \n".repeat(most / 2)),
        new HostilePage("entities that fill the page", open + "&amp;".repeat(most / 5)),
        new HostilePage("lists of JSON in each other", json("[".repeat(most))),
        new HostilePage("objects of JSON in each other", json("{\"@graph\":".repeat(most / 10))),
        new HostilePage("closed lists of JSON", json("[".repeat(9_000) + "]".repeat(9_000))),
        new HostilePage("a number of JSON", json("{\"price\":" + "9".repeat(most) + "}")));
  }

  private static String attributes(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" a").append(i).append("=1");
    }
    return text.toString();
  }

  private static String json(String text) {
    return "<script type=application/ld+json>"
        + text
        + "</script><h1>A</h1><p class=body data-id=1>B";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageMadeToBeHardToReadIsReadOrNamedInTime(HostilePage page) {
    var ad = site.ad(out -> write(out, HEAD + "\r\n" + page.html()));
    assertThat(ad.outcome())
        .isIn(
            FetchOutcome.CONTENT,
            FetchOutcome.TOO_LARGE,
            FetchOutcome.WALL,
            FetchOutcome.INCOMPLETE);
  }

  @Test
  void aHundredThousandLinksAreAListingOfBoundedLength() {
    var html = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      html.append("<article><a href=").append(i).append("></a></article>");
    }
    var all = site.listing(out -> write(out, HEAD + "\r\n" + html));
    assertThat(all.outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    var most = site.listing(out -> write(out, HEAD + "\r\n" + html.substring(0, 2_000_000)));
    assertThat(most.outcome()).isEqualTo(FetchOutcome.CONTENT);
    assertThat(Objects.requireNonNull(most.listing()).cards()).hasSizeLessThanOrEqualTo(1000);
  }
}
