package org.maraude.dashboard.queue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of second readings: what they are for, and one item without what was said of it. */
@Controller
class SecondReadController {

  private final DoubleReads reads;
  private final Items items;

  SecondReadController(DoubleReads reads, Items items) {
    this.reads = reads;
    this.items = items;
  }

  @GetMapping("/second-reads")
  ModelAndView begin(@AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("second-reads");
    page.addObject("waiting", reads.waiting(reader.person()));
    return page;
  }

  @PostMapping("/second-reads")
  String next(@AuthenticationPrincipal SignedIn reader) {
    return reads
        .next(reader.person())
        .map(id -> "redirect:/second-reads/" + id)
        .orElse("redirect:/second-reads");
  }

  @GetMapping("/second-reads/{id}")
  ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("second-read");
    page.addObject("item", items.blind(reads.itemOf(id, reader.person()), reader.person()));
    page.addObject("reading", id);
    return page;
  }

  @PostMapping("/second-reads/{id}")
  ModelAndView read(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable List<ReasonCode> reasons,
      @AuthenticationPrincipal SignedIn reader,
      RedirectAttributes flash) {
    if (outcome == null || reasons == null || reasons.isEmpty()) {
      var page = show(id, reader);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("problem", outcome == null ? "outcome-missing" : "reason-missing");
      return page;
    }
    reads.read(id, reader.person(), outcome, reasons);
    flash.addFlashAttribute("noted", true);
    return new ModelAndView("redirect:/second-reads");
  }
}
