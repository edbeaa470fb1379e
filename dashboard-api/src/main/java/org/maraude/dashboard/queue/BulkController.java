package org.maraude.dashboard.queue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Choice;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
 * Closing several items at once, in three pages: what would be done (the preview, which the queue's
 * check boxes or a search lead to), then what was done, and from there all of it back.
 */
@Controller
class BulkController {

  private static final String PREVIEW = "bulk-preview";

  private final Bulks bulks;

  BulkController(Bulks bulks) {
    this.bulks = bulks;
  }

  /** Without a decision yet: the page then asks for it beside what was chosen. */
  @GetMapping("/bulks/new")
  ModelAndView begin(
      @RequestParam(required = false) @Nullable List<UUID> items,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable ItemStatus status,
      @RequestParam(required = false) @Nullable String departement,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(name = "q", required = false) @Nullable String words,
      @AuthenticationPrincipal SignedIn person) {
    var query = new QueueQuery(status, departement, rule, from, to, words, null);
    var chosen = all ? bulks.found(query, person.person()) : items;
    var page = new ModelAndView(PREVIEW);
    page.addObject("queue", QueueKind.ADULT);
    page.addObject("outcomes", BulkChoice.HARMLESS);
    page.addObject("reasonCodes", ReasonCode.values());
    page.addObject("most", BulkChoice.MOST);
    page.addObject("chosen", chosen == null ? List.of() : chosen.stream().distinct().toList());
    return page;
  }

  @PostMapping("/bulks/preview")
  ModelAndView preview(
      @RequestParam(required = false) @Nullable List<UUID> items,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable List<ReasonCode> reasons,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn person) {
    if (outcome == null) {
      return problem(items, "outcome-missing", note, person);
    }
    try {
      return shown(bulks.preview(choice(items, outcome, reasons, note), person.person()));
    } catch (Choice.InvalidChoiceException e) {
      return problem(items, e.code(), note, person);
    }
  }

  @PostMapping("/bulks")
  ModelAndView confirm(
      @RequestParam(required = false) @Nullable List<UUID> items,
      @RequestParam Outcome outcome,
      @RequestParam(required = false) @Nullable List<ReasonCode> reasons,
      @RequestParam(defaultValue = "") String note,
      @RequestParam String fingerprint,
      @AuthenticationPrincipal SignedIn person) {
    try {
      var choice = choice(items, outcome, reasons, note);
      var id = bulks.confirm(choice, fingerprint, person.person(), null);
      return new ModelAndView("redirect:/bulks/" + id);
    } catch (PreviewChangedException e) {
      var page = shown(e.now());
      page.setStatus(HttpStatus.CONFLICT);
      page.addObject("changed", true);
      return page;
    } catch (Choice.InvalidChoiceException e) {
      return problem(items, e.code(), note, person);
    }
  }

  @GetMapping("/bulks/{id}")
  String read(@PathVariable UUID id, @AuthenticationPrincipal SignedIn person, Model model) {
    model.addAttribute("bulk", bulks.read(id, person.person()));
    return "bulk";
  }

  @PostMapping("/bulks/{id}/undo")
  ModelAndView undo(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
    try {
      flash.addFlashAttribute("takenBack", bulks.undo(id, person.person()));
      return new ModelAndView("redirect:/bulks/" + id);
    } catch (ConflictException e) {
      var page = new ModelAndView("bulk");
      page.setStatus(HttpStatus.CONFLICT);
      page.addObject("bulk", bulks.read(id, person.person()));
      page.addObject("tooLate", true);
      return page;
    }
  }

  private static BulkChoice choice(
      @Nullable List<UUID> items,
      Outcome outcome,
      @Nullable List<ReasonCode> reasons,
      String note) {
    return new BulkChoice(
        items == null ? List.of() : items, outcome, reasons == null ? List.of() : reasons, note);
  }

  private static ModelAndView shown(BulkPreview preview) {
    var page = new ModelAndView(PREVIEW);
    page.addObject("queue", QueueKind.ADULT);
    page.addObject("preview", preview);
    return page;
  }

  private ModelAndView problem(
      @Nullable List<UUID> items, String code, String note, SignedIn person) {
    var page = begin(items, false, null, null, null, null, null, null, person);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("problem", code);
    page.addObject("note", note);
    return page;
  }
}
