package org.maraude.dashboard.following;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a case is opened: the agreement is asked for first. */
@Controller
class CaseOpeningPages {

  private final Cases cases;

  CaseOpeningPages(Cases cases) {
    this.cases = cases;
  }

  @GetMapping("/cases/new")
  ModelAndView ask(
      @RequestParam(required = false) @Nullable UUID item,
      @RequestParam(required = false) @Nullable String token) {
    return form(TypedCase.empty(item, token, cases.today()), UUID.randomUUID().toString());
  }

  @PostMapping("/cases")
  ModelAndView open(
      @ModelAttribute TypedCase typed,
      @RequestParam(defaultValue = "") String once,
      @AuthenticationPrincipal SignedIn person) {
    try {
      var id = cases.open(typed.read(), person.person(), key(once));
      return new ModelAndView("redirect:/cases/" + id);
    } catch (CaseException e) {
      var page = form(typed, once);
      page.setStatus(HttpStatusCode.valueOf(e.status()));
      page.addObject("problem", e.code());
      return page;
    } catch (KeyReusedException e) {
      // Sent again knowingly, it opens another case.
      var page = form(typed, UUID.randomUUID().toString());
      page.setStatus(HttpStatus.CONFLICT);
      page.addObject("problem", "case-sent-twice");
      return page;
    }
  }

  /** The form's own number, so that sending it again opens no second case. */
  static @Nullable String key(String once) {
    return once.isBlank() || once.length() > 200 ? null : once;
  }

  private ModelAndView form(TypedCase typed, String once) {
    var page = new ModelAndView("case-new");
    page.addObject("typed", typed);
    page.addObject("once", once);
    page.addObject("today", cases.today());
    page.addObject("kinds", ContactKind.values());
    page.addObject("agreements", Agreement.values());
    page.addObject("channels", SafeChannel.values());
    page.addObject("needs", Need.values());
    return page;
  }
}
