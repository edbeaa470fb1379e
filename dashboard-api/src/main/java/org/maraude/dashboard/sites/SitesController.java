package org.maraude.dashboard.sites;

import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.security.SignedIn;
import org.maraude.events.crawl.CrawlControl;
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
 * The sites' page, and for those who may the step between wanting to pause and pausing: a page that
 * says what will happen and asks why.
 */
@Controller
class SitesController {

  private final Sites sites;
  private final SiteOrders orders;

  SitesController(Sites sites, SiteOrders orders) {
    this.sites = sites;
    this.orders = orders;
  }

  @GetMapping("/sites")
  String list(@AuthenticationPrincipal SignedIn reader, Model model) {
    var rows = sites.all();
    var forAll = sites.orderForAll().orElse(null);
    model.addAttribute("sites", rows);
    model.addAttribute("forAll", forAll);
    model.addAttribute("stopped", forAll != null && forAll.order() == CrawlControl.Order.PAUSE);
    model.addAttribute(
        "obeyed",
        forAll == null
            ? 0
            : rows.stream().filter(row -> forAll.obeyed(row.state(), row.cause())).count());
    model.addAttribute("manages", reader.person().may(Permission.MANAGE_SITES));
    return "sites";
  }

  @GetMapping("/sites/{id}/pause")
  ModelAndView askToPause(@PathVariable String id) {
    return form(id, CrawlControl.Order.PAUSE, "");
  }

  @GetMapping("/sites/{id}/resume")
  ModelAndView askToResume(@PathVariable String id) {
    return form(id, CrawlControl.Order.RESUME, "");
  }

  @GetMapping("/sites/stop-all")
  ModelAndView askToStopAll() {
    return form(CrawlControl.ALL_SITES, CrawlControl.Order.PAUSE, "");
  }

  @GetMapping("/sites/resume-all")
  ModelAndView askToResumeAll() {
    return form(CrawlControl.ALL_SITES, CrawlControl.Order.RESUME, "");
  }

  @PostMapping("/sites/{id}/pause")
  ModelAndView pause(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable OrderReason reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    return give(id, CrawlControl.Order.PAUSE, reason, note, person, flash);
  }

  @PostMapping("/sites/{id}/resume")
  ModelAndView resume(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable OrderReason reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    return give(id, CrawlControl.Order.RESUME, reason, note, person, flash);
  }

  @PostMapping("/sites/stop-all")
  ModelAndView stopAll(
      @RequestParam(required = false) @Nullable OrderReason reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    return give(CrawlControl.ALL_SITES, CrawlControl.Order.PAUSE, reason, note, person, flash);
  }

  @PostMapping("/sites/resume-all")
  ModelAndView resumeAll(
      @RequestParam(required = false) @Nullable OrderReason reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    return give(CrawlControl.ALL_SITES, CrawlControl.Order.RESUME, reason, note, person, flash);
  }

  private ModelAndView give(
      String siteId,
      CrawlControl.Order order,
      @Nullable OrderReason reason,
      String note,
      SignedIn person,
      RedirectAttributes flash) {
    try {
      var given = orders.give(siteId, order, reason, note, person.person(), null);
      flash.addFlashAttribute("ordered", given.order().name());
      return new ModelAndView("redirect:/sites");
    } catch (SiteOrder.InvalidOrderException e) {
      var again = form(siteId, order, note);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      again.addObject("problem", e.code());
      again.addObject("chosen", reason);
      return again;
    }
  }

  private ModelAndView form(String siteId, CrawlControl.Order order, String note) {
    boolean all = siteId.equals(CrawlControl.ALL_SITES);
    var page = new ModelAndView("site-order");
    boolean pauses = order == CrawlControl.Order.PAUSE;
    page.addObject("all", all);
    page.addObject(
        "key",
        all
            ? (pauses ? "order.stopAll" : "order.resumeAll")
            : (pauses ? "order.pause" : "order.resume"));
    page.addObject("siteId", siteId);
    page.addObject("siteName", all ? "" : orders.nameOf(siteId));
    page.addObject("pauses", pauses);
    page.addObject("reasons", OrderReason.values());
    page.addObject("note", note);
    return page;
  }
}
