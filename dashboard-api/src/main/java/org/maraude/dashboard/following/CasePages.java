package org.maraude.dashboard.following;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The lists of cases and the page of one. What cannot be done shows the page again with {@code
 * problem}, a code.
 */
@Controller
class CasePages {

  private static final Duration SHOWN = Duration.ofSeconds(60);

  private final Cases cases;
  private final CaseLists lists;
  private final Clock clock;

  CasePages(Cases cases, CaseLists lists, Clock clock) {
    this.cases = cases;
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping("/cases")
  ModelAndView list(
      @RequestParam(defaultValue = "due") String show,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("cases");
    var which = which(show);
    page.addObject("which", which);
    page.addObject("all", CaseLists.Which.values());
    page.addObject("list", lists.list(which, cursor, reader.person()));
    page.addObject("first", cursor == null);
    return page;
  }

  private static CaseLists.Which which(String show) {
    try {
      return CaseLists.Which.valueOf(show.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadQueryException("show", e);
    }
  }

  @GetMapping("/cases/{id}")
  ModelAndView read(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    try {
      return page(cases.read(id, reader.person()));
    } catch (CaseException e) {
      throw refused(e);
    }
  }

  @PostMapping("/cases/{id}")
  ModelAndView change(
      @PathVariable UUID id,
      @ModelAttribute TypedCase typed,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "false") boolean close,
      @RequestParam(required = false) @Nullable String health,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id,
        person,
        "case.changed",
        after,
        () -> {
          var ticked = typed.needs() == null ? List.<Need>of() : typed.needs();
          var told = typed.situation() == null ? "" : typed.situation();
          cases.change(
              id,
              new CaseChange(
                  version,
                  TypedCase.day(typed.nextOn()),
                  typed.everyday(),
                  close ? new Parts.Close(null, Set.copyOf(ticked), told) : null,
                  health == null ? null : new Parts.Health(health)),
              person.person());
        });
  }

  @PostMapping("/cases/{id}/notes")
  ModelAndView note(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(required = false) @Nullable String contactOn,
      @RequestParam(defaultValue = "") String once,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id,
        person,
        "case.noted",
        after,
        () ->
            cases.note(
                id, words, TypedCase.day(contactOn), person.person(), CaseOpeningPages.key(once)));
  }

  @PostMapping("/cases/{id}/hand-over")
  ModelAndView handOver(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id, person, "case.handedOver", after, () -> cases.handOver(id, to, words, person.person()));
  }

  @PostMapping("/cases/{id}/close")
  ModelAndView close(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Closing closing,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id,
        person,
        "case.nowClosed",
        after,
        () -> cases.close(id, stated(closing), words, person.person()));
  }

  @PostMapping("/cases/{id}/reopen")
  ModelAndView reopen(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return tried(id, person, "case.nowOpen", after, () -> cases.reopen(id, person.person()));
  }

  /** The address of an opened contact, typed or loaded again: back to the case. */
  @GetMapping("/cases/{id}/contact")
  String back(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    try {
      cases.mustExist(id, reader.person());
    } catch (CaseException e) {
      throw refused(e);
    }
    return "redirect:/cases/" + id;
  }

  /** The contact in clear, as the answer to the form itself; the page leaves after a minute. */
  @PostMapping("/cases/{id}/contact")
  ModelAndView contact(
      @PathVariable UUID id,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse response) {
    try {
      var contact = cases.contact(id, reader.person());
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
      response.setHeader("Refresh", SHOWN.toSeconds() + "; url=/cases/" + id);
      var page = new ModelAndView("case-contact");
      page.addObject("id", id);
      page.addObject("contact", contact);
      page.addObject("seconds", SHOWN.toSeconds());
      page.addObject("until", clock.instant().plus(SHOWN));
      return page;
    } catch (CaseException e) {
      throw refused(e);
    }
  }

  private static Closing stated(@Nullable Closing closing) {
    if (closing == null) {
      throw new CaseException(CaseException.Problem.CLOSING_MISSING, "say why the case ends");
    }
    return closing;
  }

  private ModelAndView tried(
      UUID id, SignedIn person, String done, RedirectAttributes after, Runnable change) {
    try {
      cases.mustExist(id, person.person());
      change.run();
    } catch (CaseException e) {
      if (e.status() == HttpStatus.NOT_FOUND.value()
          || e.status() == HttpStatus.FORBIDDEN.value()) {
        throw refused(e);
      }
      var page = page(cases.read(id, person.person()));
      page.setStatus(HttpStatusCode.valueOf(e.status()));
      page.addObject("problem", e.code());
      return page;
    }
    after.addFlashAttribute("done", done);
    return new ModelAndView("redirect:/cases/" + id);
  }

  private ModelAndView page(CaseView view) {
    var page = new ModelAndView("case");
    page.addObject("view", view);
    page.addObject("today", cases.today());
    page.addObject("once", UUID.randomUUID().toString());
    page.addObject("channels", SafeChannel.values());
    page.addObject("needs", Need.values());
    page.addObject("closings", Closing.values());
    return page;
  }

  private static ResponseStatusException refused(CaseException e) {
    return new ResponseStatusException(HttpStatusCode.valueOf(e.status()), null, e);
  }
}
