package org.maraude.dashboard.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.review.Segment;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Signal;

/**
 * All that a reader is shown of one item. Texts come in pieces, so that a page only ever prints
 * text; contacts are masked.
 *
 * @param title in pieces; empty when the item was withdrawn
 * @param body in pieces; empty when the item was withdrawn
 * @param signals what speaks for a look, strongest first; each number is a mark's number
 * @param protective what speaks against it
 * @param why what led to the queue
 * @param missing what would have kept it out, or what was missing for more
 * @param ages stated ages in years, as read
 * @param undoable whether the reader may take the last opinion back now
 * @param colleagues whom the reader may hand the item to; empty when to nobody
 * @param outcomes what may be decided
 * @param reasonCodes one at least goes with a decision
 * @param history what happened, oldest first; opinions that must stay blind are left out
 */
public record ItemPage(
    UUID id,
    String adId,
    QueueKind queue,
    ItemStatus status,
    String siteId,
    @Nullable String url,
    Instant flaggedAt,
    Duration waiting,
    @Nullable Instant observedAt,
    @Nullable Instant postedAt,
    @Nullable Instant goneAt,
    String place,
    @Nullable String departement,
    @Nullable String category,
    String language,
    double score,
    int revision,
    String ruleset,
    List<Segment> title,
    List<Segment> body,
    List<SignalCard> signals,
    List<SignalCard> protective,
    List<WhyCode> why,
    List<WhyCode> missing,
    List<Integer> ages,
    Links links,
    List<MaskedContact> contacts,
    ClaimState claim,
    boolean undoable,
    List<String> colleagues,
    List<Outcome> outcomes,
    List<ReasonCode> reasonCodes,
    List<HistoryRow> history) {

  /** Whether somebody decided that a round may offer support here, and nobody took it back. */
  public boolean chosenForRound() {
    return status == ItemStatus.DECIDED
        && history.stream()
            .filter(row -> row.takenBack() == null)
            .reduce((earlier, later) -> later)
            .filter(last -> last.outcome() == Outcome.CONTACT_IN_ROUND)
            .isPresent();
  }

  /** The same, without anything that people said of it. */
  ItemPage withoutHistory() {
    return new ItemPage(
        id,
        adId,
        queue,
        status,
        siteId,
        url,
        flaggedAt,
        waiting,
        observedAt,
        postedAt,
        goneAt,
        place,
        departement,
        category,
        language,
        score,
        revision,
        ruleset,
        title,
        body,
        signals,
        protective,
        why,
        missing,
        ages,
        links,
        contacts,
        claim,
        false,
        List.of(),
        outcomes,
        reasonCodes,
        List.of());
  }

  /**
   * One sign.
   *
   * @param number of its marks in the texts, from 1
   * @param id the indicator's
   * @param weight in log-odds; negative protects, zero is only counted
   * @param note what to know about this hit; null when nothing
   * @param words what it was seen in; empty when it does not come from the text
   */
  public record SignalCard(
      int number,
      String id,
      String rule,
      int version,
      Signal.Group group,
      double weight,
      @Nullable String note,
      List<String> words) {}

  /**
   * A code of the assessment with its figures: {@code groups:2} is {@code groups} and {@code 2}.
   *
   * @param figure empty when there is none
   */
  public record WhyCode(String code, String figure) {}

  /**
   * A contact as far as a reader sees it.
   *
   * @param token by which it is opened
   */
  public record MaskedContact(ContactKind kind, String token, String masked, boolean obfuscated) {}

  /**
   * One thing that happened.
   *
   * @param by a user's name
   * @param reasons of a decision
   * @param note of a decision, may be empty
   * @param takenBack when it was taken back; null while it stands
   */
  public record HistoryRow(
      Instant at,
      String by,
      Outcome outcome,
      List<ReasonCode> reasons,
      String note,
      @Nullable Instant takenBack) {}
}
