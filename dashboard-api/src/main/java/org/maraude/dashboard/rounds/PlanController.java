package org.maraude.dashboard.rounds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a lead plans a round: first a look at how many ads the filter finds and why others are left
 * out, then the round. What cannot stand shows the form again with {@code problem} and what was
 * {@code typed}.
 */
@Controller
class PlanController {

  private final Rounds rounds;
  private final RoundPlans plans;

  PlanController(Rounds rounds, RoundPlans plans) {
    this.rounds = rounds;
    this.plans = plans;
  }

  /** A form as typed. */
  record Typed(
      @Nullable String day,
      @Nullable List<String> workers,
      @Nullable String departement,
      @Nullable String language,
      @Nullable String from,
      @Nullable String to,
      @Nullable String tried,
      @Nullable String most,
      @Nullable String once) {

    boolean asked() {
      return day != null;
    }

    public boolean has(String worker) {
      return workers != null && workers.contains(worker);
    }

    public String triedOrAny() {
      return RoundFilter.tried(tried).name();
    }

    LocalDate date() {
      var read = date(day);
      if (read == null) {
        throw RoundException.unfit("round-date", "say the day of the round");
      }
      return read;
    }

    RoundFilter filter() {
      return new RoundFilter(
          departement, language, date(from), date(to), RoundFilter.tried(tried), number());
    }

    private int number() {
      try {
        return most == null || most.isBlank() ? RoundFilter.USUAL : Integer.parseInt(most.strip());
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
      try {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
      } catch (DateTimeException e) {
        throw RoundException.unfit("round-date", "a date is written 2026-01-31");
      }
    }
  }

  @GetMapping("/rounds/new")
  ModelAndView ask(@ModelAttribute Typed typed, @AuthenticationPrincipal SignedIn lead) {
    var page = form(typed, lead);
    if (typed.asked()) {
      try {
        page.addObject("plan", plans.preview(typed.filter(), typed.date(), lead.person()));
      } catch (RoundException e) {
        page.setStatus(RoundRefusals.status(e));
        page.addObject("problem", e.code());
      }
    }
    return page;
  }

  @PostMapping("/rounds")
  ModelAndView plan(
      @ModelAttribute Typed typed,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    try {
      var workers = typed.workers() == null ? List.<String>of() : typed.workers();
      var asked = new RoundRequest(typed.date(), workers, typed.filter());
      var id = plans.plan(asked, lead.person(), key(typed.once()));
      flash.addFlashAttribute("did", "planned");
      return new ModelAndView("redirect:/rounds/" + id);
    } catch (RoundException e) {
      return again(typed, lead, e.code(), RoundRefusals.status(e));
    } catch (KeyReusedException e) {
      return again(typed, lead, "round-sent-twice", HttpStatus.CONFLICT);
    }
  }

  private ModelAndView again(Typed typed, SignedIn lead, String problem, HttpStatus status) {
    var page = form(typed, lead);
    page.setStatus(status);
    page.addObject("problem", problem);
    return page;
  }

  private ModelAndView form(Typed typed, SignedIn lead) {
    var page = new ModelAndView("round-new");
    page.addObject("typed", typed);
    page.addObject("today", rounds.today());
    page.addObject("names", plans.workers(lead.person()));
    page.addObject("triedChoices", RoundFilter.Tried.values());
    page.addObject("once", UUID.randomUUID());
    return page;
  }

  static @Nullable String key(@Nullable String once) {
    return once == null || once.isBlank() || once.length() > 200 ? null : once;
  }
}
