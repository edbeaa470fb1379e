package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.maraude.dashboard.PublicAddress;
import org.maraude.dashboard.accounts.passkeys.Passkeys;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks who gave the password for a code as well. */
@Controller
class SecondStep {

  private static final String VIEW = "login-second";

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final PublicAddress address;
  private final CodeLimits limits;
  private final WayIn wayIn;
  private final Audit audit;

  SecondStep(
      SecondFactors factors,
      Passkeys passkeys,
      PublicAddress address,
      CodeLimits limits,
      WayIn wayIn,
      Audit audit) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.address = address;
    this.limits = limits;
    this.wayIn = wayIn;
    this.audit = audit;
  }

  @GetMapping("/login/second")
  String ask(@AuthenticationPrincipal SignedIn half, Model model) {
    var person = half.person().id();
    model.addAttribute("hasCodes", factors.hasCodes(person));
    model.addAttribute("hasPasskeys", !passkeys.of(person).isEmpty());
    model.addAttribute("address", address.uri());
    return VIEW;
  }

  @PostMapping("/login/second")
  String answer(
      @AuthenticationPrincipal SignedIn half,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var person = half.person().id();
    var wait = limits.attempt(person);
    if (!wait.isZero()) {
      model.addAttribute("wait", Math.max(1, wait.toSeconds()));
      return ask(half, model);
    }
    if (!factors.accepts(person, code)) {
      audit.write(person, Deed.SIGN_IN_FAILED, "", "code");
      model.addAttribute("wrong", true);
      return ask(half, model);
    }
    limits.succeeded(person);
    wayIn.open(half, request, response);
    return "redirect:/";
  }
}
