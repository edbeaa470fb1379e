package org.maraude.dashboard.retention;

import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person notes that somebody said no. What was typed is never shown or logged again. */
@Controller
class ObjectionsController {

  private final Objections objections;

  ObjectionsController(Objections objections) {
    this.objections = objections;
  }

  @GetMapping("/objections")
  ModelAndView ask() {
    return form(ContactKind.PHONE);
  }

  @PostMapping("/objections")
  ModelAndView note(
      @RequestParam(required = false) @Nullable ContactKind kind,
      @RequestParam(defaultValue = "") String contact,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    var chosen = kind == null ? ContactKind.PHONE : kind;
    var stated = StatedContact.read(chosen, contact);
    if (stated.isEmpty()) {
      var again = form(chosen);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      again.addObject("problem", true);
      return again;
    }
    flash.addFlashAttribute("noted", objections.note(stated.get(), person.person()));
    return new ModelAndView("redirect:/objections");
  }

  private static ModelAndView form(ContactKind chosen) {
    var page = new ModelAndView("objections");
    page.addObject("kinds", ContactKind.values());
    page.addObject("chosen", chosen);
    return page;
  }
}
