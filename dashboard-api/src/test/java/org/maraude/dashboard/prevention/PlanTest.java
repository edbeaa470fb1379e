package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, hours and the way of a post, without a database. */
class PlanTest {

  private static final UUID WRITER = new UUID(1, 1);
  private static final UUID LEAD = new UUID(2, 2);
  private static final LocalDate APRIL_6 = LocalDate.of(2026, 4, 6);
  private static final Campaign SPRING =
      new Campaign(new UUID(3, 3), "Printemps", "", APRIL_6, LocalDate.of(2026, 5, 10), List.of());

  private static Post post(PostStatus status, String words, @Nullable UUID picture, String alt) {
    return new Post(
        new UUID(4, 4),
        SPRING.id(),
        PostKind.POST,
        Platform.INSTAGRAM,
        words,
        picture,
        alt,
        Instant.parse("2026-04-07T16:00:00Z"),
        status,
        1,
        "camille",
        List.of(WRITER),
        null,
        null,
        "");
  }

  private static void refused(String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            PreventionException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aThemeLastsAFortnightOrUntilTheCampaignEnds() {
    var fortnight = new Theme.Draft("Les mots", "", APRIL_6, null).in(SPRING, List.of(), WRITER);
    assertThat(fortnight.lastDay()).isEqualTo(LocalDate.of(2026, 4, 19));
    var last =
        new Theme.Draft("La loi", "", LocalDate.of(2026, 5, 4), null)
            .in(SPRING, List.of(fortnight), LEAD);
    assertThat(last.lastDay()).isEqualTo(SPRING.lastDay());
  }

  @Test
  void twoThemesShareNoDayAndLieWithinTheirCampaign() {
    var words = new Theme.Draft("Les mots", "", APRIL_6, null).in(SPRING, List.of(), WRITER);
    for (var first : List.of("2026-04-06", "2026-04-19")) {
      refused(
          "theme-overlaps",
          () ->
              new Theme.Draft("Autre", "", LocalDate.parse(first), null)
                  .in(SPRING, List.of(words), LEAD));
    }
    refused(
        "theme-outside",
        () -> new Theme.Draft("Tôt", "", APRIL_6.minusDays(1), null).in(SPRING, List.of(), LEAD));
    refused(
        "theme-days",
        () ->
            new Theme.Draft("Long", "", APRIL_6, APRIL_6.plusDays(28)).in(SPRING, List.of(), LEAD));
    refused(
        "theme-days",
        () ->
            new Theme.Draft("Renversé", "", APRIL_6.plusDays(3), APRIL_6)
                .in(SPRING, List.of(), LEAD));
  }

  @Test
  void aPostGoesFromDraftToProposedToApprovedToPublished() {
    assertThat(Step.PROPOSE.from(post(PostStatus.DRAFT, "Bonjour", null, ""), WRITER))
        .isEqualTo(PostStatus.PROPOSED);
    assertThat(Step.APPROVE.from(post(PostStatus.PROPOSED, "Bonjour", null, ""), LEAD))
        .isEqualTo(PostStatus.APPROVED);
    assertThat(Step.PUBLISH.from(post(PostStatus.APPROVED, "Bonjour", null, ""), WRITER))
        .isEqualTo(PostStatus.PUBLISHED);
    assertThat(Step.SEND_BACK.from(post(PostStatus.APPROVED, "Bonjour", null, ""), LEAD))
        .isEqualTo(PostStatus.DRAFT);
  }

  @Test
  void nobodyApprovesWhatTheyWroteNorAPictureWithoutWordsNorPublishesADraft() {
    var picture = new UUID(9, 9);
    refused(
        "own-post",
        () -> Step.APPROVE.from(post(PostStatus.PROPOSED, "Bonjour", null, ""), WRITER));
    refused(
        "alt-text-missing",
        () -> Step.APPROVE.from(post(PostStatus.PROPOSED, "Bonjour", picture, ""), LEAD));
    refused("post-empty", () -> Step.PROPOSE.from(post(PostStatus.DRAFT, "", null, ""), WRITER));
    for (var status : List.of(PostStatus.DRAFT, PostStatus.PROPOSED, PostStatus.PUBLISHED)) {
      refused("post-elsewhere", () -> Step.PUBLISH.from(post(status, "Bonjour", null, ""), LEAD));
    }
    refused(
        "post-elsewhere",
        () -> Step.SEND_BACK.from(post(PostStatus.PUBLISHED, "Bonjour", null, ""), LEAD));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T18:00, 2026-01-15T17:00:00Z",
    "2026-07-15T18:00, 2026-07-15T16:00:00Z",
    // The hour that comes twice: its first time.
    "2026-10-25T02:30, 2026-10-25T00:30:00Z",
  })
  void anHourThatIsTypedIsAnHourOfParis(String typed, Instant meant) {
    assertThat(TypedMoment.at(typed)).isEqualTo(meant);
  }

  @Test
  void theHourThatSpringLeavesOutIsRefused() {
    refused("planned-skipped", () -> TypedMoment.at("2026-03-29T02:30"));
    refused("planned-unreadable", () -> TypedMoment.at("demain"));
    refused("planned-missing", () -> TypedMoment.at(" "));
  }

  @Test
  void aMonthShowsEachPostOnItsDayInParis() {
    var late =
        new Post(
            new UUID(5, 5),
            SPRING.id(),
            PostKind.STORY,
            Platform.SNAPCHAT,
            "Tard",
            null,
            "",
            Instant.parse("2026-04-30T22:30:00Z"),
            PostStatus.DRAFT,
            1,
            "camille",
            List.of(WRITER),
            null,
            null,
            "");
    var theme =
        new Theme(LEAD, "Les mots", "", LocalDate.of(2026, 4, 27), LocalDate.of(2026, 5, 10));
    var campaign =
        new Campaign(
            SPRING.id(), "Printemps", "", APRIL_6, LocalDate.of(2026, 5, 10), List.of(theme));
    var may =
        MonthCalendar.of(YearMonth.of(2026, 5), campaign, List.of(late), LocalDate.of(2026, 5, 3));
    assertThat(may.days()).hasSize(31);
    var first = may.days().getFirst();
    assertThat(first.posts()).containsExactly(late);
    assertThat(first.weekday()).isEqualTo(5);
    assertThat(first.theme()).as("told again where the month begins").isEqualTo(theme);
    assertThat(may.days().get(1).theme()).isNull();
    assertThat(may.days().get(2).today()).isTrue();
    assertThat(may.days().get(10).inCampaign()).isFalse();
    assertThat(MonthCalendar.usual(campaign, LocalDate.of(2026, 1, 1)))
        .isEqualTo(YearMonth.of(2026, 4));
    assertThat(MonthCalendar.usual(campaign, LocalDate.of(2027, 1, 1)))
        .isEqualTo(YearMonth.of(2026, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "1234|1234", "1 234|1234", "1.234.567|1234567", "1,234|1234", "' 7 '|7"})
  void aCountIsReadAsPeopleAndPlatformsWriteIt(String written, long meant) {
    assertThat(WholeNumber.read(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1.2", "1,5", "12.34", "1.2K", "1 23", "=1+1", "1.234,567", "٣"})
  void whatCouldBeSomethingElseIsNoCount(String written) {
    refused("count-unfit", () -> WholeNumber.read(written));
  }
}
