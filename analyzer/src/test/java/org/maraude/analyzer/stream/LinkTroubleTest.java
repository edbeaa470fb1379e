package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.Ads;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.events.DeadLetter;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.review.Erasure;

class LinkTroubleTest {

  private static ObservedAd ad(String localId) {
    return Ads.ad(
        localId, "Annonce", "Bonjour, je m'appelle Alba. alba@example.org", Ads.NOON, null);
  }

  @Test
  void anAdThatCannotBeLinkedIsToldWithoutLinksTheSecondTime(@TempDir Path folder) {
    var trouble = new LinkTrouble();
    try (var first = new StreamRig(folder.resolve("one"), new MovingClock(), trouble)) {
      first.damage("demo:1");
      assertThatThrownBy(() -> first.observe(ad("1"))).isInstanceOf(StreamsException.class);
    }
    // What was broken off leaves nothing behind: the next one begins with the same store.
    try (var second = new StreamRig(folder.resolve("two"), new MovingClock(), trouble)) {
      second.damage("demo:1");
      second.observe(ad("1"));
      second.observe(ad("2"));
      assertThat(second.assessed())
          .extracting(Assessment::adId)
          .containsExactly("demo:1", "demo:2");
      var letters = second.deadLetters(Topic.ADS_OBSERVED);
      assertThat(letters)
          .singleElement()
          .satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("demo:1");
            assertThat(letter.value()).isNull();
            assertThat(letter.headers().lastHeader(DeadLetter.REASON).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("cannot be linked");
          });
    }
  }

  @Test
  void anAdOfAnErasedContactIsNotToldThoughItCannotBeLinked(@TempDir Path folder) {
    var trouble = new LinkTrouble();
    try (var first = new StreamRig(folder.resolve("one"), new MovingClock(), trouble)) {
      first.damage("demo:1");
      assertThatThrownBy(() -> first.observe(ad("1"))).isInstanceOf(StreamsException.class);
    }
    try (var second = new StreamRig(folder.resolve("two"), new MovingClock(), trouble)) {
      var contact = new CanonicalContact(ContactKind.EMAIL, "alba@example.org");
      var token = second.keys.tokens().token(contact);
      second.tell(Topic.ERASURES, token, new Erasure("one", token, Ads.NOON));
      second.damage("demo:1");
      second.observe(ad("1"));
      assertThat(second.assessed()).isEmpty();
      assertThat(second.deadLetters(Topic.ADS_OBSERVED)).hasSize(1);
    }
  }

  @Test
  void kafkasOwnTroubleIsNotTheAds() {
    var trouble = new LinkTrouble();
    assertThatThrownBy(() ->
            trouble.tries(
                "one",
                () -> {
                  throw new ProducerFencedException("another one is there");
                }))
        .isInstanceOf(ProducerFencedException.class);
    assertThat(trouble.tries("one", () -> {})).isTrue();
  }

  @Test
  void whereVeryManyFailTheAnalyzerStops() {
    var trouble = new LinkTrouble();
    for (int i = 0; i < LinkTrouble.MOST; i++) {
      int each = i;
      assertThatThrownBy(() -> trouble.tries("ad " + each, LinkTroubleTest::fail))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> trouble.tries("one more", LinkTroubleTest::fail))
        .isInstanceOf(TooManyFailuresException.class);
  }

  private static void fail() {
    throw new IllegalStateException("damaged");
  }
}
