package org.maraude.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;

class EventJsonTest {

  private static final String SEEN =
      "{\"adId\":\"demo:1\",\"siteId\":\"demo\",\"seenAt\":\"2026-11-01T08:00:00Z\"%s}";

  @Test
  void aLineWithoutSchemaIsSchemaOne() {
    assertThat(EventJson.readLine(SEEN.formatted(""), AdSeen.class).adId()).isEqualTo("demo:1");
  }

  @Test
  void unknownFieldsAreIgnored() {
    var line = SEEN.formatted(",\"later\":{\"x\":1}");
    assertThat(EventJson.readLine(line, AdSeen.class).siteId()).isEqualTo("demo");
  }

  @Test
  void anAdThatCountsNoImagesHasNone() {
    var line =
        """
        {"adId":"s:1","siteId":"s","url":"http://s.test/1",\
        "observedAt":"2026-11-01T08:00:00Z","title":"","body":""}\
        """;
    assertThat(EventJson.readLine(line, ObservedAd.class).imageCount()).isZero();
  }

  @Test
  void aNewerSchemaIsRefusedAndSaysWhatToDo() {
    assertThatThrownBy(() -> EventJson.readLine(SEEN.formatted(",\"schema\":2"), AdSeen.class))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("schema 2")
        .hasMessageContaining("update");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|required field 'adId' is missing",
        "{\"adId\":\" \"}|required field 'adId' is empty",
        "[]|not a JSON object",
        "null|not a JSON object",
        "{\"adId\":\"secret text|not readable as AdSeen",
        "{\"adId\":\"a\",\"siteId\":\"s\",\"seenAt\":\"secret\"}|field 'seenAt'",
        "{\"adId\":\"a\",\"siteId\":\"s\",\"seenAt\":\"+1000000000-12-31T23:59:59Z\"}|0001 to 9999",
      })
  void whatIsWrongIsSaidInOneLineWithoutTheContent(String line, String expected) {
    assertThatThrownBy(() -> EventJson.readLine(line, AdSeen.class))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining(expected)
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("\n");
  }

  @Test
  void invalidUtf8IsAnUnreadableRecord() {
    var bytes = SEEN.formatted(",\"x\":\"#\"").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '#') {
        bytes[i] = (byte) 0xff;
      }
    }
    assertThatThrownBy(() -> EventJson.read(bytes, AdSeen.class))
        .isInstanceOf(EventFormatException.class);
  }

  @Test
  void theSerdeKeepsTombstonesAndWrapsWhatItCannotRead() {
    try (var serde = EventSerde.of(AdSeen.class)) {
      assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
      assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {1}))
          .isInstanceOf(SerializationException.class)
          .hasCauseInstanceOf(EventFormatException.class);
    }
  }
}
