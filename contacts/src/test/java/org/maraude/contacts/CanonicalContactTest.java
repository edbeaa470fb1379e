package org.maraude.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalContactTest {

  @ParameterizedTest
  @CsvSource({
    "06 39 98 12 04, FR, +33639981204",
    "0033639981204, FR, +33639981204",
    "+33 (0)6 39 98 12 04, FR, +33639981204",
    "01.99.00.12.34, FR, +33199001234",
    "07700 900 123, GB, +447700900123",
    "+44 7700 900123, FR, +447700900123",
    "212-555-0123, US, +12125550123",
  })
  void everySpellingOfANumberIsOneValue(String written, String region, String e164) {
    assertThat(Phones.read(written, region))
        .contains(new CanonicalContact(ContactKind.PHONE, e164));
  }

  @ParameterizedTest
  @CsvSource({"12, FR", "0639981, FR", "06 39 97 12 04 55 66, FR", "not a number, FR"})
  void whatCannotBeDialledIsNoNumber(String written, String region) {
    assertThat(Phones.read(written, region)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, +33639981204, 06 ** ** ** 04",
    "PHONE, +447700900123, +44 ** ** ** 23",
    "PHONE, +12125550123, +1 ** ** ** 23",
    "EMAIL, lea.martin@example.org, l***@example.org",
    "HANDLE, snapchat:lea.test, snapchat:l***",
    "LINK, https://lea.example.org/page?x=1, l***.org/***",
    "LINK, https://example.test, e***.test",
  })
  void theDisplayFormTellsTwoApartAndReachesNobody(ContactKind kind, String value, String masked) {
    assertThat(new CanonicalContact(kind, value).masked()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 0639981204",
    "EMAIL, Lea@example.org",
    "EMAIL, example.org",
    "HANDLE, lea",
    "LINK, example.org",
  })
  void aValueThatIsNotCanonicalIsRefusedWithoutBeingRepeated(ContactKind kind, String value) {
    assertThatThrownBy(() -> new CanonicalContact(kind, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(value);
  }

  @Test
  void printingAContactDoesNotShowIt() {
    assertThat(new CanonicalContact(ContactKind.PHONE, "+33639981204").toString())
        .isEqualTo("CanonicalContact[PHONE]");
  }
}
