package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.maraude.dashboard.accounts.passkeys.PasskeyRefusedException;
import org.maraude.dashboard.accounts.passkeys.Passkeys;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where somebody adds and removes passkeys. The page's script asks for a challenge, lets the device
 * answer, and sends the answer as an ordinary form.
 */
@Controller
class PasskeyPages {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeyPages.class);
  private static final String CHALLENGE = PasskeyPages.class.getName();
  private static final String BACK = "redirect:/account";

  private final Passkeys passkeys;
  private final SecondFactors factors;
  private final FreshProof proof;
  private final WayIn wayIn;
  private final Audit audit;
  private final MessageSource messages;

  PasskeyPages(
      Passkeys passkeys,
      SecondFactors factors,
      FreshProof proof,
      WayIn wayIn,
      Audit audit,
      MessageSource messages) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.proof = proof;
    this.wayIn = wayIn;
    this.audit = audit;
    this.messages = messages;
  }

  /** The challenge, or what is wrong in the reader's language. */
  @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> options(
      @AuthenticationPrincipal SignedIn reader,
      @RequestParam(defaultValue = "") String password,
      HttpSession session,
      Locale locale) {
    if (reader.stage() != Stage.SETS_UP) {
      var answer = proof.of(reader, password);
      if (!answer.given()) {
        return problem(
            answer.pause().isZero()
                ? messages.getMessage("passkey.proofWrong", null, locale)
                : messages.getMessage("login.wait", new Object[] {answer.seconds()}, locale));
      }
    }
    var asked = passkeys.creation(reader.person());
    session.setAttribute(CHALLENGE, asked);
    return ResponseEntity.ok(Passkeys.json(asked));
  }

  static ResponseEntity<String> problem(String said) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(Passkeys.json(Map.of("problem", said)));
  }

  /** Keeps the passkey; with the first factor of all come the recovery codes. */
  @PostMapping("/account/passkeys")
  String add(
      @AuthenticationPrincipal SignedIn reader,
      @RequestParam String credential,
      @RequestParam String label,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model,
      RedirectAttributes after) {
    var person = reader.person();
    var asked = (PublicKeyCredentialCreationOptions) request.getSession().getAttribute(CHALLENGE);
    request.getSession().removeAttribute(CHALLENGE);
    try {
      if (asked == null) {
        after.addFlashAttribute("problem", "PASSKEY_REFUSED");
        return back(reader);
      }
      passkeys.register(
          person,
          asked,
          credential,
          label.isBlank() ? messages.getMessage("passkey.unnamed", null, locale) : label);
    } catch (PasskeyRefusedException e) {
      LOG.warn("a passkey was not kept: {}", e.getMessage());
      after.addFlashAttribute("problem", "PASSKEY_REFUSED");
      return back(reader);
    }
    audit.write(person.id(), Deed.PASSKEY_ADDED, "", "");
    if (reader.stage() == Stage.SETS_UP) {
      wayIn.open(reader, request, response);
    }
    if (factors.recoveryCodesLeft(person.id()) == 0) {
      model.addAttribute("codes", factors.renewRecoveryCodes(person.id()));
      return "recovery-codes";
    }
    after.addFlashAttribute("done", "passkey.added");
    return BACK;
  }

  private static String back(SignedIn reader) {
    return reader.stage() == Stage.SETS_UP ? "redirect:/account/second-factor" : BACK;
  }

  @PostMapping("/account/passkeys/{id}/remove")
  String remove(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String password,
      RedirectAttributes after) {
    var answer = proof.of(reader, password);
    if (!answer.given()) {
      refuse(answer, after);
      return BACK;
    }
    switch (passkeys.remove(reader.person().id(), id)) {
      case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case LAST -> after.addFlashAttribute("problem", "PASSKEY_LAST");
      case DONE -> {
        audit.write(reader.person().id(), Deed.PASSKEY_REMOVED, "", "");
        after.addFlashAttribute("done", "passkey.removed");
      }
    }
    return BACK;
  }

  /** For whoever has used them up, or fears that somebody saw them. */
  @PostMapping("/account/recovery-codes")
  String renew(
      @AuthenticationPrincipal SignedIn reader,
      @RequestParam(defaultValue = "") String password,
      Model model,
      RedirectAttributes after) {
    var person = reader.person().id();
    var answer = proof.of(reader, password);
    if (!answer.given() || !factors.has(person)) {
      refuse(answer, after);
      return BACK;
    }
    audit.write(person, Deed.RECOVERY_CODES_RENEWED, "", "");
    model.addAttribute("codes", factors.renewRecoveryCodes(person));
    return "recovery-codes";
  }

  private static void refuse(FreshProof.Answer answer, RedirectAttributes after) {
    if (answer.pause().isZero()) {
      after.addFlashAttribute("problem", "PROOF_WRONG");
    } else {
      after.addFlashAttribute("wait", answer.seconds());
    }
  }
}
