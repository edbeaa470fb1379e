package org.maraude.dashboard.queue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Choice;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
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
 * The item's page. What cannot be done shows the page again: with {@code conflict} (a {@link
 * ConflictException}) when something happened meanwhile, with {@code problem} (a code) when the
 * form lacks something; {@code note} then holds what was typed.
 */
@Controller
class ItemController {

  private final Items items;
  private final Claims claims;
  private final HandOvers handOvers;
  private final Decisions decisions;
  private final Reversals reversals;

  ItemController(
      Items items, Claims claims, HandOvers handOvers, Decisions decisions, Reversals reversals) {
    this.items = items;
    this.claims = claims;
    this.handOvers = handOvers;
    this.decisions = decisions;
    this.reversals = reversals;
  }

  @GetMapping("/items/{id}")
  String read(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader, Model model) {
    model.addAttribute("item", items.read(id, reader.person()));
    return "item";
  }

  @PostMapping("/items/{id}/claim")
  ModelAndView claim(@PathVariable UUID id, @AuthenticationPrincipal SignedIn person) {
    try {
      claims.one(id, person.person());
      return new ModelAndView("redirect:/items/" + id);
    } catch (ConflictException e) {
      return conflict(id, person, e, "");
    }
  }

  @PostMapping("/items/{id}/release")
  ModelAndView release(@PathVariable UUID id, @AuthenticationPrincipal SignedIn person) {
    try {
      claims.release(id, person.person());
      return new ModelAndView("redirect:/");
    } catch (ConflictException e) {
      return conflict(id, person, e, "");
    }
  }

  @PostMapping("/items/{id}/hold")
  ModelAndView hold(
      @PathVariable UUID id,
      @RequestParam long fence,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    try {
      handOvers.hold(id, person.person(), fence);
      flash.addFlashAttribute("did", "held");
      return new ModelAndView("redirect:/items/" + id);
    } catch (ConflictException e) {
      return conflict(id, person, e, "");
    }
  }

  @PostMapping("/items/{id}/assign")
  ModelAndView assign(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    if (to.isBlank()) {
      return problem(id, person, "colleague-missing", "");
    }
    try {
      handOvers.give(id, person.person(), to);
      flash.addFlashAttribute("did", "given");
      return new ModelAndView("redirect:/items/" + id);
    } catch (ConflictException e) {
      return conflict(id, person, e, "");
    }
  }

  /** Opens the item again, in the person's own hands. */
  @PostMapping("/items/{id}/undo")
  ModelAndView undo(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
    try {
      boolean mine = reversals.undo(id, person.person()).isPresent();
      flash.addFlashAttribute("did", mine ? "undone" : "reopened");
      return new ModelAndView("redirect:/items/" + id);
    } catch (ConflictException e) {
      return conflict(id, person, e, "");
    }
  }

  @PostMapping("/items/{id}/decision")
  ModelAndView decide(
      @PathVariable UUID id,
      @RequestParam long fence,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable List<ReasonCode> reasons,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    if (outcome == null) {
      return problem(id, person, "outcome-missing", note);
    }
    try {
      var choice = new Choice(fence, outcome, reasons == null ? List.of() : reasons, note);
      var queue = items.queueOf(id, person.person());
      var answer = decisions.decide(id, person.person(), choice, null);
      flash.addFlashAttribute("decided", answer);
      return new ModelAndView("redirect:/queues/" + queue.path());
    } catch (Choice.InvalidChoiceException e) {
      return problem(id, person, e.code(), note);
    } catch (ConflictException e) {
      return conflict(id, person, e, note);
    }
  }

  private ModelAndView conflict(UUID id, SignedIn person, ConflictException e, String note) {
    var page = again(id, person, note, HttpStatus.CONFLICT);
    page.addObject("conflict", e);
    return page;
  }

  private ModelAndView problem(UUID id, SignedIn person, String code, String note) {
    var page = again(id, person, note, HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("problem", code);
    return page;
  }

  private ModelAndView again(UUID id, SignedIn person, String note, HttpStatus status) {
    var page = new ModelAndView("item");
    page.setStatus(status);
    page.addObject("item", items.read(id, person.person()));
    page.addObject("note", note);
    return page;
  }
}
