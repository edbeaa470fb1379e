package org.maraude.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

  @ParameterizedTest
  @CsvSource({
    // Fourteen characters, and none.
    "PASSWORD_LENGTH,tulipe-ancre-7",
    "PASSWORD_LENGTH,''",
    "PASSWORD_HAS_NAME,je suis Camille moi",
    // Long enough, and among the first that a guesser tries.
    "PASSWORD_GUESSED,aaaaaaaaaaaaaaaaaaaa",
    "PASSWORD_GUESSED,password123456789",
    "PASSWORD_GUESSED,passwordpassword",
    "PASSWORD_GUESSED,qwertyuiopasdfghjkl",
    "PASSWORD_GUESSED,maraudemaraude2026",
    "PASSWORD_GUESSED,abcdefghijklmnopqrst",
  })
  void whatIsGuessedFirstIsRefused(AccountException.Problem problem, String password) {
    assertThatThrownBy(() -> Passwords.check("camille", password))
        .isInstanceOfSatisfying(
            AccountException.class,
            e -> org.assertj.core.api.Assertions.assertThat(e.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @CsvSource({"tulipe ancre 7 parasol", "le vent tourne sur la digue", "x9Vt-Qm2c_LrWp0zKd4n"})
  void phrasesAndDrawnOnesAreAccepted(String password) {
    assertThatCode(() -> Passwords.check("camille", password)).doesNotThrowAnyException();
  }

  @Test
  void theLongestIsJudgedAtOnce() {
    assertThatCode(() -> Passwords.check("camille", "tulipe ancre 7 parasol ".repeat(11)))
        .doesNotThrowAnyException();
  }
}
