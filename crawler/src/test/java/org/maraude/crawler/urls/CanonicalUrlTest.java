package org.maraude.crawler.urls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.urls.CanonicalUrl.Judged;

class CanonicalUrlTest {

  private static final String LIST = "https://demo.example/list";
  private static final String LONG = "a".repeat(9000);
  private static final int MEGABYTE = 1 << 20;

  private record Row(String link, String expected) {}

  private static Stream<Row> rows(String file) throws IOException {
    try (var in = CanonicalUrlTest.class.getResourceAsStream(file)) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.replace("{long}", LONG).split("\t"))
          .map(cells -> new Row(cells[0], cells[1]));
    }
  }

  static Stream<Row> same() throws IOException {
    return rows("same.tsv");
  }

  static Stream<Row> refused() throws IOException {
    return rows("refused.tsv");
  }

  @ParameterizedTest
  @MethodSource("same")
  void twoSpellingsAreOnePage(Row row) {
    assertThat(CanonicalUrl.of(row.link())).contains(row.expected());
    assertThat(CanonicalUrl.of(row.expected())).contains(row.expected());
    assertThat(CanonicalUrl.resolve(LIST, row.link())).contains(row.expected());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoPageIsRefusedByName(Row row) {
    var why = new Judged.Refused(UrlRefusal.valueOf(row.expected()));
    assertThat(CanonicalUrl.judge(LIST, row.link())).isEqualTo(why);
    assertThat(CanonicalUrl.resolve(LIST, row.link())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?page=2, https://demo.example/x/list?page=2",
    "../ad/1, https://demo.example/ad/1",
    "//demo.example/ad, https://demo.example/ad",
    "#top, https://demo.example/x/list?page=1",
    "'', https://demo.example/x/list?page=1",
  })
  void linksResolveAgainstTheirPage(String link, String target) {
    assertThat(CanonicalUrl.resolve("https://demo.example/x/list?page=1", link)).contains(target);
  }

  @Test
  void aRelativeLinkIsNoAddressByItself() {
    assertThat(CanonicalUrl.judge("/a")).isEqualTo(new Judged.Refused(UrlRefusal.NOT_A_URL));
  }

  @Test
  void aMegabyteOfUrlIsRefusedWithoutBeingParsed() {
    var huge = "https://demo.example/?" + "%61&".repeat(MEGABYTE / 4);
    var start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      assertThat(CanonicalUrl.judge(huge)).isEqualTo(new Judged.Refused(UrlRefusal.TOO_LONG));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void theFormOfAFormIsItself() {
    var random = new Random(20261101);
    var parts =
        new String[] {
          "a",
          "/",
          "//",
          ".",
          "..",
          "%2e",
          "%2E",
          "%",
          "%25",
          "%7e",
          "%zz",
          "?",
          "&",
          "=",
          "#",
          ";",
          ";jsessionid=1",
          "utm_source=x",
          "\\",
          " ",
          "é",
          "+",
          "%2B",
          "*",
          "$",
          "\"",
          "<",
          "^",
          ":",
        };
    int forms = 0;
    for (int i = 0; i < 20_000; i++) {
      var link = new StringBuilder("https://demo.example/");
      for (int n = random.nextInt(12); n > 0; n--) {
        link.append(parts[random.nextInt(parts.length)]);
      }
      var form = CanonicalUrl.of(link.toString());
      if (form.isPresent()) {
        forms++;
        assertThat(CanonicalUrl.of(form.get())).as(link.toString()).isEqualTo(form);
        assertThat(form.get()).doesNotContain("#", "%7E", "%2E");
      }
    }
    assertThat(forms).isEqualTo(20_000);
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
