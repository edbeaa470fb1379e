package org.maraude.dashboard.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.TeamException;
import org.maraude.dashboard.exports.release.ExportException;
import org.maraude.dashboard.following.CaseException;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.prevention.PreventionException;
import org.maraude.dashboard.queue.ConflictException;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.queue.NoSuchBulkException;
import org.maraude.dashboard.queue.NoSuchItemException;
import org.maraude.dashboard.queue.NoSuchReadingException;
import org.maraude.dashboard.queue.NoSuchSearchException;
import org.maraude.dashboard.queue.PreviewChangedException;
import org.maraude.dashboard.queue.SavedSearch;
import org.maraude.dashboard.referral.InvalidReferralException;
import org.maraude.dashboard.referral.NoSuchDepartementException;
import org.maraude.dashboard.review.Choice;
import org.maraude.dashboard.rounds.RoundException;
import org.maraude.dashboard.rounds.templates.TemplateException;
import org.maraude.dashboard.sites.NoSuchSiteException;
import org.maraude.dashboard.sites.SiteOrder;
import org.maraude.dashboard.vault.CannotOpenException;
import org.maraude.dashboard.vault.NoSuchContactException;
import org.maraude.dashboard.vault.StatedPurpose;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error of the API as problem details (RFC 9457): title, status, detail for people, and
 * {@code code}, which stays the same for programs.
 */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ProblemDetail conflict(ConflictException e) {
    var code = "meanwhile-" + e.meanwhile().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var problem = problem(HttpStatus.CONFLICT, code, e);
    problem.setProperty("meanwhile", e.meanwhile());
    if (e.by() != null) {
      problem.setProperty("by", e.by());
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail noSuchItem(NoSuchItemException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-item", e);
  }

  @ExceptionHandler
  ProblemDetail noSuchContact(NoSuchContactException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-contact", e);
  }

  @ExceptionHandler
  ProblemDetail invalidPurpose(StatedPurpose.InvalidPurposeException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail cannotOpen(CannotOpenException e) {
    return problem(HttpStatus.CONFLICT, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail invalidReferral(InvalidReferralException e) {
    var status = e.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    return problem(status, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail noSuchDepartement(NoSuchDepartementException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-departement", e);
  }

  @ExceptionHandler
  ProblemDetail noSuchBulk(NoSuchBulkException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-bulk", e);
  }

  @ExceptionHandler
  ProblemDetail previewChanged(PreviewChangedException e) {
    return problem(HttpStatus.CONFLICT, "preview-changed", e);
  }

  @ExceptionHandler
  ProblemDetail noSuchSearch(NoSuchSearchException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-search", e);
  }

  @ExceptionHandler
  ProblemDetail invalidSearch(SavedSearch.InvalidSearchException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail noSuchReading(NoSuchReadingException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-reading", e);
  }

  @ExceptionHandler
  ProblemDetail ofCase(CaseException e) {
    return problem(HttpStatusCode.valueOf(e.status()), e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail team(TeamException e) {
    var status = e.notFound() ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
    return problem(status, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail round(RoundException e) {
    var status =
        switch (e.kind()) {
          case UNFIT -> HttpStatus.UNPROCESSABLE_CONTENT;
          case CONFLICT -> HttpStatus.CONFLICT;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
        };
    var problem = problem(status, e.code(), e);
    if (e.until() != null) {
      problem.setProperty("until", e.until());
    }
    if (e.noKept()) {
      problem.setProperty("noKept", true);
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail template(TemplateException e) {
    var status =
        switch (e.code()) {
          case "template-unknown" -> HttpStatus.NOT_FOUND;
          case "template-changed" -> HttpStatus.CONFLICT;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return problem(status, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail unsoundTable(UnsoundTableException e) {
    var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "import-problems", e);
    problem.setProperty("problems", e.reading().problems());
    problem.setProperty("more", e.reading().more());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail prevention(PreventionException e) {
    var unfit = e.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    return problem(e.notFound() ? HttpStatus.NOT_FOUND : unfit, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail export(ExportException e) {
    var status =
        switch (e.kind()) {
          case MISSING -> HttpStatus.NOT_FOUND;
          case UNFIT -> HttpStatus.UNPROCESSABLE_CONTENT;
          case MEANWHILE -> HttpStatus.CONFLICT;
          case GONE -> HttpStatus.GONE;
        };
    return problem(status, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail noSuchSite(NoSuchSiteException e) {
    return problem(HttpStatus.NOT_FOUND, "no-such-site", e);
  }

  @ExceptionHandler
  ProblemDetail invalidOrder(SiteOrder.InvalidOrderException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail badQuery(BadQueryException e) {
    return problem(HttpStatus.BAD_REQUEST, "bad-parameter", e);
  }

  @ExceptionHandler
  ProblemDetail missingField(MissingFieldException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "field-missing", e);
  }

  @ExceptionHandler
  ProblemDetail invalidChoice(Choice.InvalidChoiceException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e);
  }

  @ExceptionHandler
  ProblemDetail keyReused(KeyReusedException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", e);
  }

  /** What Spring itself refuses gets a code too, and no word of what was sent. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Object answer = body;
    if (body instanceof ProblemDetail problem) {
      problem.setProperty("code", "bad-request");
    } else if (body == null) {
      answer = problem(status, "bad-request", e);
    }
    return super.handleExceptionInternal(e, answer, headers, status, request);
  }

  private static ProblemDetail problem(HttpStatusCode status, String code, Exception e) {
    var problem = ProblemDetail.forStatusAndDetail(status, e.getMessage());
    problem.setProperty("code", code);
    return problem;
  }
}
