package org.maraude.dashboard.vault;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.ConflictException;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that shows a contact in clear. It is the answer to the form itself, so that no session
 * holds the contact on the way; it leaves by itself, by a header, so that it needs no script; the
 * form's number is its idempotency key, so that going back or loading again opens nothing anew.
 */
@Controller
class VaultController {

  private static final int LONGEST_KEY = 200;

  private final Vault vault;
  private final Items items;
  private final Clock clock;

  VaultController(Vault vault, Items items, Clock clock) {
    this.vault = vault;
    this.items = items;
    this.clock = clock;
  }

  /** The address of an opened contact, typed or loaded again: back to the item. */
  @GetMapping("/items/{id}/contacts/{token}/reveal")
  String back(
      @PathVariable UUID id, @PathVariable String token, @AuthenticationPrincipal SignedIn person) {
    items.queueOf(id, person.person());
    return "redirect:" + place(id, null, 0);
  }

  @PostMapping("/items/{id}/contacts/{token}/reveal")
  ModelAndView open(
      @PathVariable UUID id,
      @PathVariable String token,
      @RequestParam(required = false) @Nullable Purpose purpose,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String once,
      @RequestParam(required = false) @Nullable UUID round,
      @RequestParam(defaultValue = "0") int ad,
      @AuthenticationPrincipal SignedIn person,
      HttpServletResponse response) {
    try {
      var stated = StatedPurpose.of(purpose, words);
      var opening = vault.open(id, token, person.person(), stated, key(once));
      return shown(id, token, person, opening, place(id, round, ad), response);
    } catch (StatedPurpose.InvalidPurposeException e) {
      return again(id, person, HttpStatus.UNPROCESSABLE_CONTENT, "problem", e.code());
    } catch (CannotOpenException e) {
      return again(id, person, HttpStatus.CONFLICT, "problem", e.code());
    } catch (ConflictException e) {
      return again(id, person, HttpStatus.CONFLICT, "conflict", e);
    }
  }

  @PostMapping("/items/{id}/contacts/{token}/close")
  String close(
      @PathVariable UUID id,
      @PathVariable String token,
      @RequestParam(required = false) @Nullable UUID round,
      @RequestParam(defaultValue = "0") int ad,
      @AuthenticationPrincipal SignedIn person) {
    items.queueOf(id, person.person());
    vault.close(person.person());
    return "redirect:" + place(id, round, ad);
  }

  private static @Nullable String key(String once) {
    return once.isBlank() || once.length() > LONGEST_KEY ? null : once;
  }

  /** Where the person came from: the ad in a round, or the item. */
  private static String place(UUID id, @Nullable UUID round, int ad) {
    return round == null ? "/items/" + id + "#contacts" : "/rounds/" + round + "?ad=" + ad;
  }

  private ModelAndView shown(
      UUID id,
      String token,
      SignedIn person,
      Opening opening,
      String then,
      HttpServletResponse response) {
    var page = new ModelAndView("contact");
    page.addObject("itemId", id);
    page.addObject("token", token);
    page.addObject("queue", items.queueOf(id, person.person()));
    page.addObject("then", then);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    switch (opening) {
      case Opening.Opened opened -> {
        var left = Duration.between(clock.instant(), opened.until()).plusMillis(999).toSeconds();
        long seconds = Math.max(1, left);
        response.setHeader("Refresh", seconds + "; url=" + then);
        page.addObject("opened", opened);
        page.addObject("seconds", seconds);
      }
      case Opening.Shut shut -> {
        page.setStatus(HttpStatus.GONE);
        page.addObject("shut", shut);
      }
    }
    return page;
  }

  private ModelAndView again(
      UUID id, SignedIn person, HttpStatus status, String name, Object problem) {
    var page = new ModelAndView("item");
    page.setStatus(status);
    page.addObject("item", items.read(id, person.person()));
    page.addObject("note", "");
    page.addObject(name, problem);
    return page;
  }
}
