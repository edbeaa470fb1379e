package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.following.CaseChange;
import org.maraude.dashboard.following.CaseList;
import org.maraude.dashboard.following.CaseLists;
import org.maraude.dashboard.following.CaseView;
import org.maraude.dashboard.following.Cases;
import org.maraude.dashboard.following.Closing;
import org.maraude.dashboard.following.Need;
import org.maraude.dashboard.following.Parts;
import org.maraude.dashboard.following.SafeChannel;
import org.maraude.dashboard.following.TypedCase;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People who are accompanied with their agreement. Every reading is logged. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class CaseApi {

  /** A case's id. */
  record CaseId(UUID id) {}

  /**
   * What a case is to say.
   *
   * @param version that was read
   * @param nextOn a day such as 2026-03-31; left out for none
   * @param needs left out with {@code situation} to leave both as they are
   * @param health left out to leave it; empty to take it away
   */
  record ChangeRequest(
      @Nullable Integer version,
      @Nullable String nextOn,
      @Nullable String name,
      @Nullable String safeTimes,
      @Nullable SafeChannel channel,
      @Nullable String language,
      @Nullable String next,
      @Nullable List<Need> needs,
      @Nullable String situation,
      @Nullable String health) {}

  /**
   * A line.
   *
   * @param contactOn the day of a contact; left out for a note without one
   */
  record NoteRequest(@Nullable String words, @Nullable String contactOn) {}

  /**
   * Who is to accompany from now on.
   *
   * @param to a colleague's name
   */
  record CaseHandOver(@Nullable String to, @Nullable String words) {}

  /** Why a case ends. */
  record CloseRequest(@Nullable Closing closing, @Nullable String words) {}

  /** A contact in clear. */
  record ClearContact(ContactKind kind, String value) {}

  private final Cases cases;
  private final CaseLists lists;

  CaseApi(Cases cases, CaseLists lists) {
    this.cases = cases;
    this.lists = lists;
  }

  @GetMapping
  @Operation(summary = "Cases: due for you, yours, your team's, or closed ones")
  CaseList list(
      @Parameter(description = "due, mine, team or closed") @RequestParam(defaultValue = "due")
          String show,
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    try {
      var which = CaseLists.Which.valueOf(show.toUpperCase(Locale.ROOT));
      return lists.list(which, cursor, reader.person());
    } catch (IllegalArgumentException e) {
      throw new BadQueryException("show", e);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Opens a case with the person's agreement; you accompany them",
      description =
          "With item and token the contact of an ad that was chosen for a round is sealed anew,"
              + " unseen; with kind and contact it is one that the person gave. 409 when they said"
              + " no, or your team accompanies them already.")
  CaseId open(
      @RequestBody TypedCase request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    return new CaseId(cases.open(request.read(), person.person(), key));
  }

  @GetMapping("/{id}")
  @Operation(summary = "The case, as much of it as is for you")
  CaseView read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return cases.read(id, reader.person());
  }

  @PutMapping("/{id}")
  @Operation(summary = "Changes what the case says; 409 when somebody wrote meanwhile")
  CaseView change(
      @PathVariable UUID id,
      @RequestBody ChangeRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    cases.mustExist(id, person.person());
    if (request.version() == null) {
      throw new MissingFieldException("version");
    }
    if (request.name() == null) {
      throw new MissingFieldException("name");
    }
    boolean close = request.needs() != null || request.situation() != null;
    var needs = request.needs() == null ? Set.<Need>of() : Set.copyOf(request.needs());
    cases.change(
        id,
        new CaseChange(
            request.version(),
            TypedCase.day(request.nextOn()),
            new Parts.Everyday(
                request.name(),
                or(request.safeTimes()),
                request.channel() == null ? SafeChannel.CALL : request.channel(),
                or(request.language()),
                or(request.next())),
            close ? new Parts.Close(null, needs, or(request.situation())) : null,
            request.health() == null ? null : new Parts.Health(request.health())),
        person.person());
    return cases.read(id, person.person());
  }

  @PostMapping("/{id}/notes")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Writes a line; with a day of contact the two years begin anew")
  void note(
      @PathVariable UUID id,
      @RequestBody NoteRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    cases.mustExist(id, person.person());
    IdempotencyKey.check(key);
    cases.note(id, or(request.words()), TypedCase.day(request.contactOn()), person.person(), key);
  }

  @PostMapping("/{id}/hand-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Gives the case to a colleague of the team")
  void handOver(
      @PathVariable UUID id,
      @RequestBody CaseHandOver request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    cases.mustExist(id, person.person());
    if (request.to() == null) {
      throw new MissingFieldException("to");
    }
    cases.handOver(id, request.to(), or(request.words()), person.person());
  }

  @PostMapping("/{id}/close")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Closes the case; it is kept until two years after the last contact")
  void close(
      @PathVariable UUID id,
      @RequestBody CloseRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    cases.mustExist(id, person.person());
    if (request.closing() == null) {
      throw new MissingFieldException("closing");
    }
    cases.close(id, request.closing(), or(request.words()), person.person());
  }

  @PostMapping("/{id}/reopen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Opens a closed case again")
  void reopen(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    cases.reopen(id, person.person());
  }

  @PostMapping("/{id}/contact")
  @Operation(summary = "The contact in clear, for who accompanies or leads; logged each time")
  ClearContact contact(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    var contact = cases.contact(id, reader.person());
    return new ClearContact(contact.kind(), contact.value());
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
