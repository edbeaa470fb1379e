package org.maraude.dashboard.queue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.ownday.OwnDays;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queues' pages. */
@Controller
class QueueController {

  private final Queues queues;
  private final Claims claims;
  private final SavedSearches searches;
  private final OwnDays ownDays;

  QueueController(Queues queues, Claims claims, SavedSearches searches, OwnDays ownDays) {
    this.queues = queues;
    this.claims = claims;
    this.searches = searches;
    this.ownDays = ownDays;
  }

  @GetMapping("/queues/{queue}")
  String list(
      @PathVariable QueueKind queue,
      @RequestParam(required = false) @Nullable ItemStatus status,
      @RequestParam(required = false) @Nullable String departement,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(name = "q", required = false) @Nullable String words,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal SignedIn reader,
      Model model) {
    var query = new QueueQuery(status, departement, rule, from, to, words, cursor);
    var page = queues.list(queue, query, reader.person());
    model.addAttribute("queue", queue);
    model.addAttribute("query", query);
    model.addAttribute("items", page.items());
    model.addAttribute("next", page.next());
    model.addAttribute(
        "choosing",
        queue == QueueKind.ADULT && status != ItemStatus.DECIDED && status != ItemStatus.WITHDRAWN);
    model.addAttribute(
        "searches",
        searches.of(reader.person()).stream().filter(each -> each.queue() == queue).toList());
    model.addAttribute("statuses", ItemStatus.values());
    model.addAttribute("counts", queues.counts(reader.person()));
    model.addAttribute("ownDay", ownDays.of(reader.person()));
    return "queue";
  }

  /** Opens the claimed item, or comes back with {@code empty} set when nothing was free. */
  @PostMapping("/queues/{queue}/claim")
  String claim(
      @PathVariable QueueKind queue,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    return claims
        .next(queue, person.person())
        .map(claim -> "redirect:/items/" + claim.itemId())
        .orElseGet(() -> {
          flash.addFlashAttribute("empty", true);
          return "redirect:/queues/" + queue.path();
        });
  }
}
