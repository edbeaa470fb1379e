package org.maraude.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.review.Marks.Mark;

class MarksTest {

  @Test
  void aTextWithoutMarksIsOnePiece() {
    assertThat(Marks.lay("bonjour", List.of())).containsExactly(new Segment("bonjour", List.of()));
    assertThat(Marks.lay("", List.of())).isEmpty();
  }

  @Test
  void overlappingMarksBecomePiecesUnderBoth() {
    assertThat(Marks.lay("abcdef", List.of(new Mark(1, 0, 4), new Mark(2, 2, 6))))
        .containsExactly(
            new Segment("ab", List.of(1)),
            new Segment("cd", List.of(1, 2)),
            new Segment("ef", List.of(2)));
  }

  @Test
  void aNestedMarkLeavesTheOuterOneOnBothSides() {
    assertThat(Marks.lay("abcdef", List.of(new Mark(2, 2, 4), new Mark(1, 0, 6))))
        .containsExactly(
            new Segment("ab", List.of(1)),
            new Segment("cd", List.of(1, 2)),
            new Segment("ef", List.of(1)));
  }

  @Test
  void aMarkNeverTearsAnEmoji() {
    var text = "a🌸b";
    assertThat(Marks.lay(text, List.of(new Mark(1, 2, 4))))
        .containsExactly(new Segment("a", List.of()), new Segment("🌸b", List.of(1)));
    assertThat(Marks.lay(text, List.of(new Mark(1, 0, 2))))
        .containsExactly(new Segment("a🌸", List.of(1)), new Segment("b", List.of()));
  }

  @Test
  void whatReachesBeyondTheTextIsCutAndWhatIsEmptyIsDropped() {
    assertThat(
            Marks.lay("abc", List.of(new Mark(1, 1, 99), new Mark(2, 50, 60), new Mark(3, 2, 2))))
        .containsExactly(new Segment("a", List.of()), new Segment("bc", List.of(1)));
  }

  @Test
  void thePiecesOfAnyTextAreTheText() {
    var random = new Random(42);
    for (int round = 0; round < 500; round++) {
      var text =
          random
              .ints(random.nextInt(20), 0, 4)
              .mapToObj(kind -> kind == 0 ? "🌸" : kind == 1 ? "é" : "x")
              .collect(Collectors.joining());
      var marks = new ArrayList<Mark>();
      for (int i = 1; i <= random.nextInt(6); i++) {
        int start = random.nextInt(25);
        marks.add(new Mark(i, start, start + random.nextInt(8)));
      }
      var pieces = Marks.lay(text, marks);
      assertThat(pieces.stream().map(Segment::text).collect(Collectors.joining())).isEqualTo(text);
      assertThat(pieces)
          .noneMatch(piece ->
              Character.isLowSurrogate(piece.text().charAt(0))
                  || Character.isHighSurrogate(piece.text().charAt(piece.text().length() - 1)));
    }
  }
}
