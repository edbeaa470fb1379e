package org.maraude.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTokensTest {

  /** The bytes 0 to 31. The expected tokens were computed with Python's hmac module. */
  private static byte[] testKey() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    return key;
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, +33639981204, WR-kDQcjQq3Ygh756XDQP1f5hz-A8hy58_4Hu15NwvE",
    "EMAIL, a.b@example.org, esE6vWBF0qN1eDh3hPg3LJwKa4N8QU-Eq4wQC2b5f68",
    "HANDLE, snapchat:lea.test, fbKknztX0VaKb0LDIQ-pP2M6VQhUzzNSCcH1U_UgeYQ",
  })
  void tokensOfAKnownKeyNeverChange(ContactKind kind, String value, String token) {
    assertThat(ContactTokens.withKey(testKey()).token(new CanonicalContact(kind, value)))
        .isEqualTo(token);
  }

  @Test
  void anotherKeyGivesAnotherToken() {
    CanonicalContact contact = new CanonicalContact(ContactKind.PHONE, "+33639981204");
    byte[] other = testKey();
    other[31] ^= 1;
    assertThat(ContactTokens.withKey(other).token(contact))
        .isNotEqualTo(ContactTokens.withKey(testKey()).token(contact));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> ContactTokens.withKey(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }
}
