package org.maraude.standalone.installation;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/**
 * Ads with e-mail addresses and names on networks, plain and disguised, and a look for them: each
 * holds letters that stand nowhere else.
 */
final class ClearNames {

  /** In every address and name below: too long to stand in a key or a hash by chance. */
  private static final Pattern LETTERS =
      Pattern.compile("zzq(?:mail|plus|snap|insta|tele|mym_|bold|alone)");

  private static final List<String> CONTACTS =
      List.of(
          "zzqmail@example.org",
          "zzqmail.lea (arobase) example point org",
          "zzqplus+lea[at]example.org",
          "Snap : zzqsnap75",
          "insta @zzqinsta.lea",
          "zzqtele_lea sur telegram",
          "https://mym.fans/zzqmym_lea",
          "𝐬𝐧𝐚𝐩 : 𝐳𝐳𝐪𝐛𝐨𝐥𝐝𝟕𝟓",
          "@zzqalone_75");

  /** Enough signs for the adult queue, so that what is said goes all the way to a page. */
  private static final String BODY =
      "Alice, 28 ans. Notre secrétariat prend les rendez-vous pour elle, un chauffeur la dépose."
          + " Annonce sérieuse. Standard : zéro six trente-neuf quatre-vingt-dix-huit douze"
          + " trente-quatre. Ou bien : ";

  private ClearNames() {}

  /** One ad for each contact, which stands in the title, the body and a field. */
  static List<ObservedAd> ads(Instant observedAt) {
    var ads = new ArrayList<ObservedAd>();
    for (int i = 0; i < CONTACTS.size(); i++) {
      var contact = CONTACTS.get(i);
      ads.add(
          new ObservedAd(
              "named:" + i,
              "named",
              "https://named.test/" + i,
              observedAt,
              null,
              "Bonjour, " + contact,
              BODY + contact,
              "rencontres",
              new Place("Paris", "75", "FR"),
              Map.of("contact", contact),
              0,
              ""));
    }
    return ads;
  }

  static void send(List<ObservedAd> ads, String bootstrapServers)
      throws InterruptedException, ExecutionException {
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var ad : ads) {
        producer
            .send(
                new ProducerRecord<>(
                    Topic.ADS_OBSERVED.topicName(), ad.adId(), EventJson.write(ad)))
            .get();
      }
    }
  }

  /** The first address or name that stands in clear. */
  static Optional<String> in(String text) {
    var found =
        LETTERS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  static Optional<String> in(byte[] bytes) {
    return in(new String(bytes, StandardCharsets.UTF_8));
  }
}
