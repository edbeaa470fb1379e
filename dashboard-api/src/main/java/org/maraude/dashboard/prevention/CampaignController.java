package org.maraude.dashboard.prevention;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of campaigns: all of them, and one with its month, its themes and its partners. */
@Controller
class CampaignController {

  private final Campaigns campaigns;
  private final Posts posts;
  private final Partners partners;
  private final Clock clock;

  CampaignController(Campaigns campaigns, Posts posts, Partners partners, Clock clock) {
    this.campaigns = campaigns;
    this.posts = posts;
    this.partners = partners;
    this.clock = clock;
  }

  @GetMapping("/campaigns")
  ModelAndView all(
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("campaigns");
    page.addObject("list", campaigns.list(reader.person(), cursor));
    page.addObject("writes", reader.person().may(Permission.WRITE_PREVENTION));
    page.addObject("today", today());
    return page;
  }

  @PostMapping("/campaigns")
  ModelAndView make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String aim,
      @RequestParam(defaultValue = "") String firstDay,
      @RequestParam(defaultValue = "") String lastDay,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return PreventionRefusals.tried(
        () -> {
          var draft =
              new Campaign.Draft(name, aim, TypedMoment.date(firstDay), TypedMoment.date(lastDay));
          var made = campaigns.make(draft, person.person(), null);
          after.addFlashAttribute("done", "campaign.made");
          return "redirect:/campaigns/" + made.id();
        },
        () -> all(null, person));
  }

  @GetMapping("/campaigns/{id}")
  ModelAndView one(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String month,
      @AuthenticationPrincipal SignedIn reader) {
    var campaign = campaigns.of(id, reader.person());
    var shown = month(month, campaign);
    var from = Paris.midnight(shown.atDay(1));
    var to = Paris.midnight(shown.plusMonths(1).atDay(1));
    var planned = posts.between(id, reader.person(), from, to);
    var page = new ModelAndView("campaign");
    page.addObject("campaign", campaign);
    page.addObject("calendar", MonthCalendar.of(shown, campaign, planned, today()));
    page.addObject("partners", partners.of(id, reader.person()));
    page.addObject("relays", partners.relays(id, reader.person()));
    page.addObject("today", today());
    return page;
  }

  @PostMapping("/campaigns/{id}")
  ModelAndView change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String aim,
      @RequestParam(defaultValue = "") String firstDay,
      @RequestParam(defaultValue = "") String lastDay,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    campaigns.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          var draft =
              new Campaign.Draft(name, aim, TypedMoment.date(firstDay), TypedMoment.date(lastDay));
          campaigns.change(id, draft, person.person());
          after.addFlashAttribute("done", "campaign.changed");
          return "redirect:/campaigns/" + id;
        },
        () -> one(id, null, person).addObject("form", "change"));
  }

  @PostMapping("/campaigns/{id}/themes")
  ModelAndView addTheme(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String firstDay,
      @RequestParam(defaultValue = "") String lastDay,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    campaigns.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          campaigns.addTheme(id, theme(title, message, firstDay, lastDay), person.person(), null);
          after.addFlashAttribute("done", "theme.added");
          return "redirect:/campaigns/" + id;
        },
        () -> one(id, null, person).addObject("form", "theme"));
  }

  @PostMapping("/themes/{id}")
  ModelAndView changeTheme(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String firstDay,
      @RequestParam(defaultValue = "") String lastDay,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    var campaign = campaigns.campaignOfTheme(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          campaigns.changeTheme(id, theme(title, message, firstDay, lastDay), person.person());
          after.addFlashAttribute("done", "theme.changed");
          return "redirect:/campaigns/" + campaign;
        },
        () -> one(campaign, null, person).addObject("form", id.toString()));
  }

  @PostMapping("/campaigns/{id}/partners")
  ModelAndView addPartner(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String partner,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    campaigns.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          partners.add(id, partner, person.person());
          after.addFlashAttribute("done", "partner.added");
          return "redirect:/campaigns/" + id;
        },
        () -> one(id, null, person).addObject("form", "partner"));
  }

  private static Theme.Draft theme(String title, String message, String firstDay, String lastDay) {
    return new Theme.Draft(
        title,
        message,
        TypedMoment.date(firstDay),
        lastDay.isBlank() ? null : TypedMoment.date(lastDay));
  }

  /** Anybody may have written the address: what is no month is the usual one. */
  private YearMonth month(@Nullable String typed, Campaign campaign) {
    if (typed != null && typed.matches("[12]\\d{3}-\\d{2}")) {
      try {
        return YearMonth.parse(typed);
      } catch (DateTimeException e) {
        return MonthCalendar.usual(campaign, today());
      }
    }
    return MonthCalendar.usual(campaign, today());
  }

  private LocalDate today() {
    return Paris.day(clock.instant());
  }
}
