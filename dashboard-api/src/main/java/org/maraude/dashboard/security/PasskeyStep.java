package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.maraude.dashboard.accounts.passkeys.PasskeyRefusedException;
import org.maraude.dashboard.accounts.passkeys.Passkeys;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step of a log-in by a passkey, beside the one by a code. */
@Controller
class PasskeyStep {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeyStep.class);
  private static final String CHALLENGE = PasskeyStep.class.getName();
  private static final String AGAIN = "redirect:/login/second";

  private final Passkeys passkeys;
  private final CodeLimits limits;
  private final WayIn wayIn;
  private final Audit audit;

  PasskeyStep(Passkeys passkeys, CodeLimits limits, WayIn wayIn, Audit audit) {
    this.passkeys = passkeys;
    this.limits = limits;
    this.wayIn = wayIn;
    this.audit = audit;
  }

  @PostMapping(path = "/login/second/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> options(@AuthenticationPrincipal SignedIn half, HttpSession session) {
    var asked = passkeys.request(half.person());
    session.setAttribute(CHALLENGE, asked);
    return ResponseEntity.ok(Passkeys.json(asked));
  }

  /** A challenge is looked at once, whatever comes of it. */
  @PostMapping("/login/second/passkey")
  String answer(
      @AuthenticationPrincipal SignedIn half,
      @RequestParam String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after) {
    var session = request.getSession();
    var asked = (PublicKeyCredentialRequestOptions) session.getAttribute(CHALLENGE);
    session.removeAttribute(CHALLENGE);
    var person = half.person().id();
    var wait = limits.attempt(person);
    if (!wait.isZero()) {
      after.addFlashAttribute("wait", Math.max(1, wait.toSeconds()));
      return AGAIN;
    }
    try {
      if (asked == null) {
        after.addFlashAttribute("passkeyWrong", true);
        return AGAIN;
      }
      passkeys.check(half.person(), asked, credential);
    } catch (PasskeyRefusedException e) {
      LOG.warn("a passkey opened nothing: {}", e.getMessage());
      audit.write(person, Deed.SIGN_IN_FAILED, "", "passkey");
      after.addFlashAttribute("passkeyWrong", true);
      return AGAIN;
    }
    limits.succeeded(person);
    wayIn.open(half, request, response);
    return "redirect:/";
  }
}
