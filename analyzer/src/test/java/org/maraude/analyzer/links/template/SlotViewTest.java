package org.maraude.analyzer.links.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.links.template.SlotView.Fixed;
import org.maraude.analyzer.links.template.SlotView.Slot;

class SlotViewTest {

  @Test
  void fixedWordsStandApartFromWhatDiffers() {
    assertThat(
            SlotView.of(
                List.of(
                    "Bonjour, ici Alba à Lyon, café offert, à bientôt",
                    "Bonjour, ici Brune à Paris, café offert, à bientôt",
                    "Bonjour, ici à Nantes, café offert, à bientôt 👋")))
        .containsExactly(
            new Fixed("bonjour ici"),
            new Slot(List.of("alba", "brune", "")),
            new Fixed("à"),
            new Slot(List.of("lyon", "paris", "nantes")),
            new Fixed("café offert à bientôt"),
            new Slot(List.of("", "👋")));
  }

  @Test
  void oneTextIsAllFixedAndNoneIsNothing() {
    assertThat(SlotView.of(List.of("Café, café"))).containsExactly(new Fixed("café café"));
    assertThat(SlotView.of(List.of())).isEmpty();
    assertThat(SlotView.of(List.of("", "un"))).containsExactly(new Slot(List.of("", "un")));
  }

  @Test
  void everyTextCanBeReadBackFromItsFixedWordsAndItsSlots() {
    var texts = List.of("a b a c a", "a a c b", "c a b a");
    var fixed =
        SlotView.of(texts).stream()
            .filter(Fixed.class::isInstance)
            .map(part -> ((Fixed) part).words())
            .toList();
    assertThat(String.join(" ", fixed).split(" ")).hasSizeBetween(1, 4);
    for (var text : texts) {
      int at = 0;
      for (var word : String.join(" ", fixed).split(" ")) {
        at = text.indexOf(word, at) + 1;
        assertThat(at).isPositive();
      }
    }
  }
}
