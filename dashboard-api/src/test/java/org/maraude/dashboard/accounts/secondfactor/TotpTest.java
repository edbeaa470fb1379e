package org.maraude.dashboard.accounts.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, for SHA-1; six digits are the last six of its eight. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void theCodesAreTheStandards(long second, String code) {
    assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  /** The code of second 59 belongs to the step from 30 to 59. */
  @ParameterizedTest
  @CsvSource({"0,true", "29,true", "30,true", "59,true", "89,true", "90,false", "119,false"})
  void aCodeOpensOneStepBeforeAndAfterItsOwn(long second, boolean opens) {
    var step = Totp.stepOf(SECRET, "287082", Instant.ofEpochSecond(second));
    assertThat(step.isPresent()).isEqualTo(opens);
    step.ifPresent(found -> assertThat(found).isEqualTo(1));
  }

  @Test
  void theAddressIsOneThatApplicationsRead() {
    assertThat(Totp.address(SECRET, "camille"))
        .isEqualTo(
            "otpauth://totp/Maraude:camille?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Maraude");
  }

  @Test
  void recoveryCodesAreTheSameHoweverTheyAreTyped() {
    var code = RecoveryCode.draw(new SecureRandom());
    assertThat(code).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}");
    assertThat(RecoveryCode.hash(code.toUpperCase(java.util.Locale.ROOT).replace("-", " ")))
        .isEqualTo(RecoveryCode.hash(code));
  }
}
