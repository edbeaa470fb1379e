package org.maraude.dashboard.rounds.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.rounds.templates.TemplateCheck.Fault;

class TemplateCheckTest {

  @Test
  void aTextThatSaysHowToRefuseAndNamesNothingWillDo() {
    assertThat(TemplateCheck.faults("Bonjour. Répondez stop et nous ne vous écrirons plus."))
        .isEmpty();
    assertThat(TemplateCheck.faults("您好，请回复停止。")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bonjour, écrivez-nous.", "À l’arrêt nonstop", "Hello stopover"})
  void aTextWithoutAWayToRefuseCannotBeApproved(String words) {
    assertThat(TemplateCheck.faults(words)).containsExactly(Fault.NO_WAY_TO_REFUSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "victime d’exploitation",
        "la Police",
        "Traite des êtres humains",
        "PROXÉNÉTISME",
        "trata de personas",
        "policía",
        "poliția",
        "exploatare",
        "vítima",
        "exploração",
        "trafficking",
        "警察",
        "您是受害者"
      })
  void aTextThatNamesExploitationOrThePoliceCannotBeApproved(String words) {
    assertThat(TemplateCheck.faults(words + " STOP")).containsExactly(Fault.REFUSED_WORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"un traitement", "le trafiquant STOP de bus", "portraits de femmes"})
  void ordinaryWordsThatLookAlikeAreLeftAlone(String words) {
    assertThat(TemplateCheck.refusedWord(words)).isEmpty();
  }

  @Test
  void anEmptyOrEndlessTextIsRefused() {
    assertThat(TemplateCheck.faults("  ")).containsExactly(Fault.EMPTY);
    assertThat(TemplateCheck.faults("STOP " + "a".repeat(600))).containsExactly(Fault.TOO_LONG);
  }
}
