package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.rounds.AttemptRequest;
import org.maraude.dashboard.rounds.Attempts;
import org.maraude.dashboard.rounds.LeftOut;
import org.maraude.dashboard.rounds.Round;
import org.maraude.dashboard.rounds.RoundChanges;
import org.maraude.dashboard.rounds.RoundFilter;
import org.maraude.dashboard.rounds.RoundPlans;
import org.maraude.dashboard.rounds.RoundRequest;
import org.maraude.dashboard.rounds.Rounds;
import org.maraude.dashboard.rounds.report.ActivityReport;
import org.maraude.dashboard.rounds.report.Reports;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rounds of the caller's team; those of others do not exist: 404. Nothing is sent to anybody. */
@RestController
@RequestMapping("/api/v1/rounds")
@Tag(name = "rounds")
class RoundApi {

  /**
   * A round as it is to be.
   *
   * @param workers names of one or two of the team
   * @param from flagged on this day or later, in UTC
   * @param tried ANY, NEVER or BEFORE
   * @param most 1 to 100; 30 where it is missing
   */
  record PlanRequest(
      @Nullable LocalDate day,
      @Nullable List<String> workers,
      @Nullable String departement,
      @Nullable String language,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      RoundFilter.@Nullable Tried tried,
      @Nullable Integer most) {

    RoundFilter filter() {
      return new RoundFilter(
          departement,
          language,
          from,
          to,
          tried == null ? RoundFilter.Tried.ANY : tried,
          most == null ? RoundFilter.USUAL : most);
    }
  }

  /** What would come into a round, and how many are left out for which reason. */
  record Preview(int ads, Map<LeftOut, Integer> leftOut) {}

  record AdRequest(@Nullable UUID item) {}

  /**
   * What was tried.
   *
   * @param at null for now
   */
  record AttemptBody(
      @Nullable UUID item,
      @Nullable String token,
      @Nullable Instant at,
      @Nullable String channel,
      @Nullable String language,
      @Nullable String outcome,
      @Nullable String wish,
      @Nullable List<String> needs,
      @Nullable List<String> oriented) {}

  record AnswerBody(
      @Nullable UUID attempt,
      @Nullable String outcome,
      @Nullable String wish,
      @Nullable List<String> needs,
      @Nullable List<String> oriented) {}

  record Noted(UUID id) {}

  private final Rounds rounds;
  private final RoundPlans plans;
  private final RoundChanges changes;
  private final Attempts attempts;
  private final Reports reports;

  RoundApi(
      Rounds rounds, RoundPlans plans, RoundChanges changes, Attempts attempts, Reports reports) {
    this.rounds = rounds;
    this.plans = plans;
    this.changes = changes;
    this.attempts = attempts;
    this.reports = reports;
  }

  @GetMapping
  @Operation(summary = "The team's rounds, the latest day first")
  Rounds.Page all(
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return rounds.page(cursor, reader.person());
  }

  @GetMapping("/report")
  @Operation(
      summary = "What was done in the rounds of a year, by month and departement",
      description =
          "Of whole years only, this one where none is named. A count of null is hidden: it is under"
              + " eleven, or would tell one that is.")
  ActivityReport report(
      @RequestParam(required = false) @Nullable String year,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    if (year != null && !year.matches("20[0-9]{2}")) {
      throw new BadQueryException("year", null);
    }
    int asked = year == null ? rounds.today().getYear() : Integer.parseInt(year);
    return reports.of(asked, reader.person());
  }

  @PostMapping("/preview")
  @Operation(summary = "How many ads a round would hold, and why others are left out")
  Preview preview(
      @RequestBody PlanRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    var plan = plans.preview(request.filter(), day(request), lead.person());
    return new Preview(plan.ads().size(), plan.leftOut());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Plans a round from a filter and splits it between its workers",
      description =
          "Adults' ads whose decision is 'contact in a round', without those on the do-not-contact"
              + " register, in their two weeks' silence, tried twice without an answer, or planned"
              + " already. The same Idempotency-Key with the same request gives the same round.")
  Round plan(
      @RequestBody PlanRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    IdempotencyKey.check(key);
    if (request.workers() == null) {
      throw new MissingFieldException("workers");
    }
    var asked = new RoundRequest(day(request), request.workers(), request.filter());
    return rounds.read(plans.plan(asked, lead.person(), key), lead.person());
  }

  private static LocalDate day(PlanRequest request) {
    if (request.day() == null) {
      throw new MissingFieldException("day");
    }
    return request.day();
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "A round with its ads, what was tried before by anybody, and what may be tried now",
      description =
          "'standing' is FREE, SILENCE (until 'until'), TWO_UNANSWERED or REGISTER. 'by' is null"
              + " for attempts of a team whose departements you do not reach.")
  Round read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return rounds.read(id, reader.person());
  }

  @PostMapping("/{id}/ads")
  @Operation(summary = "Puts one ad into the round by hand, under the same rules")
  Round add(
      @PathVariable UUID id,
      @RequestBody AdRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    rounds.mustExist(id, lead.person());
    if (request.item() == null) {
      throw new MissingFieldException("item");
    }
    changes.add(id, request.item(), lead.person());
    return rounds.read(id, lead.person());
  }

  @PostMapping("/{id}/attempts")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Notes what a person tried outside this program; nothing is sent",
      description =
          "channel: SMS, CALL, MESSAGING, EMAIL, SITE_FORM, OTHER. outcome: NO_ANSWER, ANSWERED,"
              + " REFUSED, WRONG_NUMBER, NOT_REACHED. wish: NONE, TALK_AGAIN, HELP (with needs),"
              + " NO_MORE_CONTACT. needs and oriented: HEALTH, HOUSING, RIGHTS, PAPERS, MONEY,"
              + " SAFETY, LANGUAGE, LEAVING, OTHER. 409 contact-silence (with 'until'),"
              + " contact-two-unanswered or contact-on-register when nobody is contacted there"
              + " now; a no that was noted is kept all the same ('noKept').")
  Noted attempt(
      @PathVariable UUID id,
      @RequestBody AttemptBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    var request =
        new AttemptRequest(
            body.item(),
            body.token(),
            body.at(),
            body.channel(),
            body.language(),
            reply(body.outcome(), body.wish(), body.needs(), body.oriented()));
    return new Noted(attempts.note(id, request, person.person(), key));
  }

  @PostMapping("/{id}/answers")
  @Operation(
      summary = "Notes the answer that came to an attempt later on",
      description = "Once for each attempt, and only where its outcome is NO_ANSWER.")
  Noted answer(
      @PathVariable UUID id,
      @RequestBody AnswerBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    rounds.mustExist(id, person.person());
    if (body.attempt() == null) {
      throw new MissingFieldException("attempt");
    }
    var reply = reply(body.outcome(), body.wish(), body.needs(), body.oriented());
    attempts.answer(id, body.attempt(), reply, person.person(), key);
    return new Noted(body.attempt());
  }

  private static AttemptRequest.Reply reply(
      @Nullable String outcome,
      @Nullable String wish,
      @Nullable List<String> needs,
      @Nullable List<String> oriented) {
    return new AttemptRequest.Reply(outcome, wish, needs, oriented);
  }
}
