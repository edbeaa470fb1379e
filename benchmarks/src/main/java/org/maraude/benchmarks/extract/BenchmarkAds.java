package org.maraude.benchmarks.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/** Bland ads of about a hundred words, of several kinds; the seed decides everything. */
final class BenchmarkAds {

  /** A kind of ad and its number of ads. */
  enum Kind {
    /** Words only: nothing to read. */
    WORDS,
    /** Age, prices, hours and a plain number. */
    PLAIN,
    /** The same with a disguised number, a name on a network and an address. */
    DISGUISED
  }

  private static final String[] WORDS =
      ("bonjour je suis disponible toute la semaine dans un quartier calme près de la gare accueil soigné "
              + "ambiance détendue merci de téléphoner quelques minutes avant pour convenir ensemble du "
              + "rendez-vous parking facile appartement privé discret à bientôt au plaisir de vous lire "
              + "réponse rapide le matin seulement pas de messages tard le soir douce souriante élégante")
          .split(" ");
  private static final List<String> PLAIN =
      List.of("06 39 98 %02d %02d", "0639 98%02d%02d", "+33 6 39 98 %02d %02d");
  private static final List<String> DISGUISED =
      List.of(
          "zéro six trente-neuf 98 %02d %02d",
          "O6*39*98*%02d*%02d",
          "06 puis 39 puis 98 puis %02d puis %02d",
          "0️⃣6️⃣ 3️⃣9️⃣ 9️⃣8️⃣ %02d %02d");

  private final Random random;

  BenchmarkAds(long seed) {
    this.random = new Random(seed);
  }

  List<ObservedAd> of(Kind kind, int count) {
    List<ObservedAd> ads = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ads.add(ad(kind, i));
    }
    return ads;
  }

  private ObservedAd ad(Kind kind, int number) {
    StringBuilder body = new StringBuilder();
    words(body, kind == Kind.WORDS ? 95 : 70);
    if (kind != Kind.WORDS) {
      body.append(20 + random.nextInt(30))
          .append(" ans, 1m68. 30 min 80€, 1h 150€. De 10h à 20h. ");
      List<String> forms = kind == Kind.PLAIN ? PLAIN : DISGUISED;
      String form = forms.get(random.nextInt(forms.size()));
      body.append(form.formatted(random.nextInt(100), random.nextInt(100))).append(". ");
      if (kind == Kind.DISGUISED) {
        body.append("sn@p : lea_test")
            .append(number % 100)
            .append(" ou lea arobase example point org ");
      }
    }
    return new ObservedAd(
        "demo:" + number,
        "demo",
        "https://example.org/" + number,
        Instant.parse("2026-06-15T12:00:00Z"),
        null,
        "Léa à Lyon",
        body.toString(),
        null,
        new Place("69002 Lyon", null, "FR"),
        Map.of(),
        2,
        "");
  }

  private void words(StringBuilder body, int count) {
    for (int i = 0; i < count; i++) {
      body.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? ". " : " ");
    }
  }
}
