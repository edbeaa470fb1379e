package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.maraude.dashboard.PublicAddress;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.maraude.dashboard.accounts.secondfactor.SquareCode;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody sets up the second factor, at the first log-in or anew. */
@Controller
class SecondFactorPages {

  private static final String VIEW = "second-factor";

  private final SecondFactors factors;
  private final Accounts accounts;
  private final CodeLimits limits;
  private final PublicAddress address;
  private final WayIn wayIn;
  private final Audit audit;

  SecondFactorPages(
      SecondFactors factors,
      Accounts accounts,
      CodeLimits limits,
      PublicAddress address,
      WayIn wayIn,
      Audit audit) {
    this.factors = factors;
    this.accounts = accounts;
    this.limits = limits;
    this.address = address;
    this.wayIn = wayIn;
    this.audit = audit;
  }

  @GetMapping("/account/second-factor")
  String setUp(@AuthenticationPrincipal SignedIn reader, Model model) {
    var setup = factors.setup(reader.person().id(), reader.getUsername());
    model.addAttribute("setup", setup);
    model.addAttribute("square", SquareCode.of(setup.address()));
    model.addAttribute("replaces", factors.has(reader.person().id()));
    model.addAttribute("first", reader.stage() == Stage.SETS_UP);
    model.addAttribute("address", address.uri());
    return VIEW;
  }

  /** Whoever replaces a factor gives the password again: an open screen is not enough. */
  @PostMapping("/account/second-factor")
  String confirm(
      @AuthenticationPrincipal SignedIn reader,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var person = reader.person().id();
    var wait = limits.attempt(person);
    if (!wait.isZero()) {
      model.addAttribute("wait", Math.max(1, wait.toSeconds()));
      return setUp(reader, model);
    }
    if (factors.has(person)
        && !accounts.passwordIs(reader.getUsername(), password)
        && !factors.accepts(person, password)) {
      model.addAttribute("wrongPassword", true);
      return setUp(reader, model);
    }
    var codes = factors.confirm(person, code);
    if (codes.isEmpty()) {
      model.addAttribute("wrong", true);
      return setUp(reader, model);
    }
    limits.succeeded(person);
    audit.write(person, Deed.SECOND_FACTOR_SET_UP, "", "");
    if (reader.stage() == Stage.SETS_UP) {
      wayIn.open(reader, request, response);
    }
    model.addAttribute("codes", codes.get());
    return "recovery-codes";
  }
}
