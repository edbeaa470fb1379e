package org.maraude.dashboard.referral;

import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of the departments' CRIP, which leads keep right. */
@Controller
class CripController {

  private final CripTable table;

  CripController(CripTable table) {
    this.table = table;
  }

  @GetMapping("/crip")
  ModelAndView all() {
    var entries = table.all();
    var page = new ModelAndView("crip");
    page.addObject("entries", entries);
    page.addObject("verified", entries.stream().filter(CripEntry::verified).count());
    return page;
  }

  @GetMapping("/crip/{departement}")
  ModelAndView one(@PathVariable String departement, @AuthenticationPrincipal SignedIn reader) {
    return entry(departement, reader);
  }

  @PostMapping("/crip/{departement}")
  ModelAndView edit(
      @PathVariable String departement,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String telephone,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String hours,
      @RequestParam(defaultValue = "false") boolean verified,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    try {
      var edit = new CripEntry.Edit(version, name, telephone, email, hours, verified);
      table.edit(departement, person.person(), edit);
      flash.addFlashAttribute("edited", true);
      return new ModelAndView("redirect:/crip/" + departement);
    } catch (InvalidReferralException e) {
      var page = entry(departement, person);
      page.setStatus(e.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("problem", e.code());
      if (!e.conflict()) {
        page.addObject(
            "entry",
            new CripEntry(
                departement, version, name, telephone, email, hours, verified, null, null));
      }
      return page;
    }
  }

  private ModelAndView entry(String departement, SignedIn reader) {
    var history = table.history(departement);
    if (history.isEmpty()) {
      throw new NoSuchDepartementException();
    }
    var page = new ModelAndView("crip-entry");
    page.addObject("entry", history.getFirst());
    page.addObject("history", history);
    page.addObject("edits", reader.person().may(Permission.EDIT_CRIP));
    return page;
  }
}
