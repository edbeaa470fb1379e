package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
  private final CodeLimits limits;
  private final WayIn wayIn;
  private final Audit audit;

  SecondStep(SecondFactors factors, CodeLimits limits, WayIn wayIn, Audit audit) {
    this.factors = factors;
    this.limits = limits;
    this.wayIn = wayIn;
    this.audit = audit;
  }

  @GetMapping("/login/second")
  String ask() {
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
      return VIEW;
    }
    if (!factors.accepts(person, code)) {
      audit.write(person, Deed.SIGN_IN_FAILED, "", "code");
      model.addAttribute("wrong", true);
      return VIEW;
    }
    limits.succeeded(person);
    wayIn.open(half, request, response);
    return "redirect:/";
  }
}
