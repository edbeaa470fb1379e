package org.maraude.dashboard.resources;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.prevention.PreventionException;
import org.maraude.dashboard.prevention.PreventionRefusals;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of helplines and pages, for everybody; leads edit it and see what is to be reviewed. */
@Controller
class ResourcesController {

  private static final int LAST = 500;

  private final Resources resources;
  private final Clock clock;

  ResourcesController(Resources resources, Clock clock) {
    this.resources = resources;
    this.clock = clock;
  }

  /** The plain class, for pages and API. */
  @Configuration(proxyBeanMethods = false)
  static class Parts {

    @Bean
    Resources resources(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
      return new Resources(sql, transaction, audit, clock, UUID::randomUUID);
    }
  }

  /** As typed. */
  record Form(
      @Nullable Integer version,
      Resource.@Nullable Kind kind,
      @Nullable String name,
      @Nullable String number,
      @Nullable String link,
      @Nullable String saysFr,
      @Nullable String saysEn,
      @Nullable String place,
      @Nullable String reviewOn) {

    Resource.Draft draft() {
      return new Resource.Draft(
          version == null ? 0 : version,
          kind == null ? Resource.Kind.HELPLINE : kind,
          or(name),
          or(number),
          or(link),
          or(saysFr),
          or(saysEn),
          place == null || place.isBlank() ? LAST : number(place),
          day());
    }

    private static int number(String typed) {
      return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : -1;
    }

    private @Nullable LocalDate day() {
      if (reviewOn == null || reviewOn.isBlank()) {
        return null;
      }
      try {
        return LocalDate.parse(reviewOn.strip());
      } catch (DateTimeParseException e) {
        throw PreventionException.unfit("day-unreadable", "a day is written 2026-01-31");
      }
    }

    private static String or(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @GetMapping("/resources")
  ModelAndView all(@AuthenticationPrincipal SignedIn reader) {
    var list = resources.all();
    var today = Paris.day(clock.instant());
    var page = new ModelAndView("resources");
    page.addObject("resources", list);
    page.addObject("kinds", Resource.Kind.values());
    page.addObject("today", today);
    page.addObject("due", list.stream().filter(each -> each.due(today)).count());
    page.addObject("edits", reader.person().may(Permission.EDIT_RESOURCES));
    return page;
  }

  @PostMapping("/resources")
  ModelAndView add(Form form, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return PreventionRefusals.tried(
        () -> {
          resources.add(form.draft(), person.person());
          after.addFlashAttribute("done", "resources.kept");
          return "redirect:/resources";
        },
        () -> all(person).addObject("wrong", "new"));
  }

  @PostMapping("/resources/{id}")
  ModelAndView change(
      @PathVariable UUID id,
      Form form,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    resources.of(id);
    return PreventionRefusals.tried(
        () -> {
          resources.change(id, form.draft(), person.person());
          after.addFlashAttribute("done", "resources.kept");
          return "redirect:/resources";
        },
        () -> all(person).addObject("wrong", id.toString()));
  }

  @PostMapping("/resources/{id}/remove")
  String remove(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    resources.remove(id, person.person());
    after.addFlashAttribute("done", "resources.removed");
    return "redirect:/resources";
  }
}
