package org.maraude.dashboard.rounds;

import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.retention.StatedContact;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a lead keeps the register. What was typed is never shown or logged again. */
@Controller
class RegisterController {

  private static final int SHOWN = 200;
  private static final String BACK = "redirect:/do-not-contact";

  private final Register register;
  private final Audit audit;

  RegisterController(Register register, Audit audit) {
    this.register = register;
    this.audit = audit;
  }

  @GetMapping("/do-not-contact")
  ModelAndView list(@AuthenticationPrincipal SignedIn lead) {
    audit.write(lead.person().id(), Deed.REGISTER_READ, "", "");
    return page(ContactKind.PHONE);
  }

  @PostMapping("/do-not-contact")
  ModelAndView add(
      @RequestParam(required = false) @Nullable ContactKind kind,
      @RequestParam(defaultValue = "") String contact,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    var chosen = kind == null ? ContactKind.PHONE : kind;
    var stated = StatedContact.read(chosen, contact);
    if (stated.isEmpty()) {
      var again = page(chosen);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      again.addObject("problem", "objection.problem");
      return again;
    }
    register.add(stated.get(), lead.person());
    flash.addFlashAttribute("did", "added");
    return new ModelAndView(BACK);
  }

  @PostMapping("/do-not-contact/remove")
  ModelAndView remove(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(required = false) Register.@Nullable Reason reason,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    if (reason == null) {
      flash.addFlashAttribute("problem", "problem.register-reason-missing");
      return new ModelAndView(BACK);
    }
    try {
      register.remove(token, reason, lead.person());
      flash.addFlashAttribute("did", "removed");
    } catch (RoundException e) {
      flash.addFlashAttribute("problem", "problem." + e.code());
    }
    return new ModelAndView(BACK);
  }

  private ModelAndView page(ContactKind chosen) {
    var page = new ModelAndView("do-not-contact");
    page.addObject("rows", register.before(Long.MAX_VALUE, SHOWN));
    page.addObject("kinds", ContactKind.values());
    page.addObject("chosen", chosen);
    page.addObject("reasons", Register.Reason.values());
    return page;
  }
}
