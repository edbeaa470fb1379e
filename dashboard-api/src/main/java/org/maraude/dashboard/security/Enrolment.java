package org.maraude.dashboard.security;

import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first admin comes in by a link that the first start prints. */
@Controller
class Enrolment {

  private final Accounts accounts;
  private final Audit audit;

  Enrolment(Accounts accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @GetMapping("/enrol")
  String form(@RequestParam String token, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("back", accounts.broughtBackBy(token).orElse(null));
    return "enrol";
  }

  @PostMapping("/enrol")
  String enrol(
      @RequestParam String token,
      @RequestParam String username,
      @RequestParam String password,
      Model model) {
    var back = accounts.broughtBackBy(token);
    try {
      var person = accounts.enrol(token, username, password);
      audit.write(person.id(), back.isEmpty() ? Deed.ENROLLED : Deed.PASSWORD_CHANGED, "", "");
      return "redirect:/login";
    } catch (AccountException e) {
      model.addAttribute("token", token);
      model.addAttribute("problem", e.problem());
      model.addAttribute("back", back.orElse(null));
      model.addAttribute("username", username);
      return "enrol";
    }
  }
}
