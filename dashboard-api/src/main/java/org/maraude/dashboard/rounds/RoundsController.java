package org.maraude.dashboard.rounds;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.rounds.templates.Templates;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list of rounds and the page of one, an ad at a time. An attempt that cannot be noted shows
 * the page again with {@code problem} (a code), {@code until} and what was {@code typed}.
 */
@Controller
class RoundsController {

  private final Rounds rounds;
  private final RoundChanges changes;
  private final Attempts attempts;
  private final Templates templates;
  private final Items items;

  RoundsController(
      Rounds rounds, RoundChanges changes, Attempts attempts, Templates templates, Items items) {
    this.rounds = rounds;
    this.changes = changes;
    this.attempts = attempts;
    this.templates = templates;
    this.items = items;
  }

  @GetMapping("/rounds")
  String list(
      @RequestParam(defaultValue = "") String older,
      @AuthenticationPrincipal SignedIn reader,
      Model model) {
    model.addAttribute("lists", rounds.lists(reader.person(), whole(older)));
    return "rounds";
  }

  @GetMapping("/rounds/{id}")
  ModelAndView read(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String ad,
      @AuthenticationPrincipal SignedIn reader) {
    return page(id, whole(ad), reader);
  }

  /** As typed; {@code at} is set by the script where an attempt waited for the network. */
  @PostMapping("/rounds/{id}/attempts")
  ModelAndView attempt(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID item,
      @RequestParam(required = false) @Nullable String token,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String wish,
      @RequestParam(required = false) @Nullable List<String> needs,
      @RequestParam(required = false) @Nullable List<String> oriented,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(defaultValue = "") String ad,
      @RequestParam(defaultValue = "") String once,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    var reply = new AttemptRequest.Reply(outcome, wish, needs, oriented);
    var request = new AttemptRequest(item, token, instant(at), channel, language, reply);
    try {
      attempts.note(id, request, person.person(), PlanController.key(once));
    } catch (RoundException e) {
      return problem(id, whole(ad), person, e, request);
    } catch (KeyReusedException e) {
      var twice = RoundException.conflict("attempt-sent-twice", String.valueOf(e.getMessage()));
      return problem(id, whole(ad), person, twice, request);
    }
    flash.addFlashAttribute("did", "noted");
    var next = rounds.read(id, person.person()).next(whole(ad), person.getUsername());
    return new ModelAndView(to(id, next.map(RoundAd::place).orElse(whole(ad))));
  }

  @PostMapping("/rounds/{id}/answers")
  ModelAndView answer(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID attempt,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String wish,
      @RequestParam(required = false) @Nullable List<String> needs,
      @RequestParam(required = false) @Nullable List<String> oriented,
      @RequestParam(defaultValue = "") String ad,
      @RequestParam(defaultValue = "") String once,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    rounds.mustExist(id, person.person());
    if (attempt == null) {
      throw RoundException.unfit("attempt-missing", "say which attempt was answered");
    }
    return tried(
        id,
        whole(ad),
        "answered",
        flash,
        () ->
            attempts.answer(
                id,
                attempt,
                new AttemptRequest.Reply(outcome, wish, needs, oriented),
                person.person(),
                PlanController.key(once)));
  }

  @PostMapping("/rounds/{id}/ads")
  ModelAndView add(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID item,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    rounds.mustExist(id, lead.person());
    if (item == null) {
      throw RoundException.unfit("item-missing", "say which ad");
    }
    return tried(id, 0, "added", flash, () -> changes.add(id, item, lead.person()));
  }

  @PostMapping("/rounds/{id}/remove")
  ModelAndView remove(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID item,
      @RequestParam(defaultValue = "") String ad,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    rounds.mustExist(id, lead.person());
    if (item == null) {
      throw RoundException.unfit("item-missing", "say which ad");
    }
    return tried(id, whole(ad), "removed", flash, () -> changes.remove(id, item, lead.person()));
  }

  @PostMapping("/rounds/{id}/give")
  ModelAndView give(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID item,
      @RequestParam(defaultValue = "") String worker,
      @RequestParam(defaultValue = "") String ad,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    rounds.mustExist(id, lead.person());
    if (item == null) {
      throw RoundException.unfit("item-missing", "say which ad");
    }
    return tried(
        id, whole(ad), "given", flash, () -> changes.give(id, item, worker, lead.person()));
  }

  @PostMapping("/rounds/{id}/cancel")
  ModelAndView cancel(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn lead, RedirectAttributes flash) {
    rounds.mustExist(id, lead.person());
    try {
      changes.cancel(id, lead.person());
    } catch (RoundException e) {
      flash.addFlashAttribute("problem", e.code());
      return new ModelAndView(to(id, 0));
    }
    flash.addFlashAttribute("did", "cancelled");
    return new ModelAndView("redirect:/rounds");
  }

  private static ModelAndView tried(
      UUID id, int ad, String did, RedirectAttributes flash, Runnable work) {
    try {
      work.run();
      flash.addFlashAttribute("did", did);
    } catch (RoundException e) {
      flash.addFlashAttribute("problem", e.code());
      Optional.ofNullable(e.until()).ifPresent(until -> flash.addFlashAttribute("until", until));
    }
    return new ModelAndView(to(id, ad));
  }

  private static String to(UUID id, int ad) {
    return "redirect:/rounds/" + id + (ad > 0 ? "?ad=" + ad : "");
  }

  private ModelAndView problem(
      UUID id, int ad, SignedIn person, RoundException e, AttemptRequest typed) {
    if (e.kind() == RoundException.Kind.NOT_FOUND || e.kind() == RoundException.Kind.FORBIDDEN) {
      throw e;
    }
    var page = page(id, ad, person);
    page.setStatus(RoundRefusals.status(e));
    page.addObject("problem", e.code());
    page.addObject("noKept", e.noKept());
    page.addObject("typed", typed);
    Optional.ofNullable(e.until()).ifPresent(until -> page.addObject("until", until));
    return page;
  }

  private ModelAndView page(UUID id, int place, SignedIn reader) {
    var round = rounds.read(id, reader.person());
    var page = new ModelAndView("round");
    page.addObject("round", round);
    page.addObject("once", UUID.randomUUID());
    var ad =
        round
            .at(place)
            .or(() -> round.next(0, reader.getUsername()))
            .or(() -> round.ads().stream().findFirst());
    if (ad.isPresent()) {
      page.addObject("ad", ad.get());
      page.addObject("text", items.read(ad.get().itemId(), reader.person()));
      page.addObject("masked", ad.get().masked());
      page.addObject("words", templates.approvedFor(ad.get().language()));
      page.addObject("works", round.workers().contains(reader.getUsername()));
      int at = round.ads().indexOf(ad.get());
      page.addObject("before", at > 0 ? round.ads().get(at - 1).place() : 0);
      page.addObject("after", at + 1 < round.ads().size() ? round.ads().get(at + 1).place() : 0);
    }
    page.addObject("channels", Channel.values());
    page.addObject("outcomes", AttemptOutcome.values());
    page.addObject("wishes", Wish.values());
    page.addObject("needs", Need.values());
    page.addObject("languages", Templates.LANGUAGES);
    return page;
  }

  private static int whole(String number) {
    return number.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(number) : 0;
  }

  private static @Nullable Instant instant(@Nullable String at) {
    try {
      return at == null || at.isBlank() ? null : Instant.parse(at);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
