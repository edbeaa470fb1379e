package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpSession;
import org.maraude.dashboard.PublicAddress;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.ProviderAccounts;
import org.maraude.dashboard.accounts.passkeys.Passkeys;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody does with the own account: password, second factor, sessions. */
@Controller
class AccountPages {

  private static final String VIEW = "account";
  private static final String BACK = "redirect:/account";

  private final Accounts accounts;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final PublicAddress address;
  private final ProviderAccounts providers;
  private final Sessions sessions;
  private final CodeLimits limits;
  private final Audit audit;

  AccountPages(
      Accounts accounts,
      SecondFactors factors,
      Passkeys passkeys,
      PublicAddress address,
      ProviderAccounts providers,
      Sessions sessions,
      CodeLimits limits,
      Audit audit) {
    this.accounts = accounts;
    this.factors = factors;
    this.passkeys = passkeys;
    this.address = address;
    this.providers = providers;
    this.sessions = sessions;
    this.limits = limits;
    this.audit = audit;
  }

  @GetMapping("/account")
  String account(@AuthenticationPrincipal SignedIn reader, HttpSession session, Model model) {
    var person = reader.person().id();
    model.addAttribute("hasFactor", factors.has(person));
    model.addAttribute("hasCodes", factors.hasCodes(person));
    model.addAttribute("passkeys", passkeys.of(person));
    model.addAttribute("address", address.uri());
    model.addAttribute("byProvider", providers.has(person));
    model.addAttribute("codesLeft", factors.recoveryCodesLeft(person));
    model.addAttribute("sessions", sessions.of(reader.getUsername(), session.getId()));
    return VIEW;
  }

  /** The other sessions end: who changes a password may know that somebody else has the old one. */
  @PostMapping("/account/password")
  String changePassword(
      @AuthenticationPrincipal SignedIn reader,
      @RequestParam String old,
      @RequestParam String wanted,
      HttpSession session,
      Model model,
      RedirectAttributes after) {
    var person = reader.person().id();
    var wait = limits.attempt(person);
    if (!wait.isZero()) {
      model.addAttribute("wait", Math.max(1, wait.toSeconds()));
      return account(reader, session, model);
    }
    try {
      accounts.changePassword(reader.getUsername(), old, wanted);
    } catch (AccountException e) {
      model.addAttribute("problem", e.problem());
      return account(reader, session, model);
    }
    limits.succeeded(person);
    audit.write(person, Deed.PASSWORD_CHANGED, "", "");
    sessions.endAllBut(session.getId(), reader.getUsername());
    after.addFlashAttribute("done", "account.passwordChanged");
    return BACK;
  }

  @PostMapping("/account/sessions/{id}/end")
  String end(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable("id") String handle,
      RedirectAttributes after) {
    if (!sessions.end(reader.getUsername(), handle)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    audit.write(reader.person().id(), Deed.SESSION_ENDED, "", "");
    after.addFlashAttribute("done", "account.sessionEnded");
    return BACK;
  }

  @PostMapping("/account/sessions/end-others")
  String endOthers(
      @AuthenticationPrincipal SignedIn reader, HttpSession session, RedirectAttributes after) {
    sessions.endAllBut(session.getId(), reader.getUsername());
    audit.write(reader.person().id(), Deed.SESSION_ENDED, "", "others");
    after.addFlashAttribute("done", "account.othersEnded");
    return BACK;
  }
}
