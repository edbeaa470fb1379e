package org.maraude.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maraude.standalone.demo.population.DemoAd;

class CrashSiteTest {

  private static final Pattern CARD = Pattern.compile("class=\"title\" href=\"/annonce/(\\d+)\"");

  @Test
  void itsClockMovesOnlyWhenTheFirstPageIsReadUntilAllAdsAreThere() throws Exception {
    try (CrashSite site =
            CrashSite.start(5, SharedWorld.EPOCH, 0, InstantSource.fixed(SharedWorld.EPOCH));
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(site.ads()).hasSize(CrashSite.ADS);
      int pagesAtFirst = CrashSite.AT_FIRST / 40;
      assertThat(get(site, client, "/annonces")).contains("page 1 sur " + pagesAtFirst);
      get(site, client, "/annonces?page=2");
      get(site, client, "/annonce/" + site.ads().get(0).localId());
      assertThat(site.complete()).isFalse();
      for (int read = 2; !site.complete(); read++) {
        assertThat(read).isLessThan(60);
        get(site, client, "/annonces");
      }
      TreeSet<String> seen = new TreeSet<>();
      for (int page = 1; page <= 8; page++) {
        String html = get(site, client, page == 1 ? "/annonces" : "/annonces?page=" + page);
        CARD.matcher(html).results().forEach(card -> seen.add(card.group(1)));
      }
      assertThat(seen).isEqualTo(new TreeSet<>(site.ads().stream().map(DemoAd::localId).toList()));
    }
  }

  @Test
  void theSameSeedGivesTheSameAds() {
    try (CrashSite one = CrashSite.start(5, SharedWorld.EPOCH, 0, () -> SharedWorld.EPOCH);
        CrashSite other = CrashSite.start(5, SharedWorld.EPOCH, 0, () -> SharedWorld.EPOCH)) {
      List<DemoAd> ads = one.ads();
      assertThat(other.ads()).isEqualTo(ads);
      assertThat(ads).isSortedAccordingTo((a, b) -> a.postedAt().compareTo(b.postedAt()));
    }
  }

  private static String get(CrashSite site, HttpClient client, String path) throws Exception {
    URI target = URI.create("http://127.0.0.1:" + site.port() + path);
    return client
        .send(HttpRequest.newBuilder(target).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
