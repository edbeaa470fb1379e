package org.maraude.dashboard.glossary;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.audit.Audit;
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

/** The glossary's page, for everybody; leads edit it. */
@Controller
class GlossaryController {

  private final Glossary glossary;

  GlossaryController(Glossary glossary) {
    this.glossary = glossary;
  }

  /** The plain class, for pages and API. */
  @Configuration(proxyBeanMethods = false)
  static class Parts {

    @Bean
    Glossary glossary(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
      return new Glossary(sql, transaction, audit, clock, UUID::randomUUID);
    }
  }

  /** As typed. */
  record Form(
      @Nullable Integer version,
      @Nullable String wordFr,
      @Nullable String wordEn,
      @Nullable String saysFr,
      @Nullable String saysEn,
      @Nullable String source,
      @Nullable String sourceDay) {

    Term.Draft draft() {
      return new Term.Draft(
          version == null ? 0 : version,
          or(wordFr),
          or(wordEn),
          or(saysFr),
          or(saysEn),
          or(source),
          day());
    }

    private @Nullable LocalDate day() {
      if (sourceDay == null || sourceDay.isBlank()) {
        return null;
      }
      try {
        return LocalDate.parse(sourceDay.strip());
      } catch (DateTimeParseException e) {
        throw PreventionException.unfit("day-unreadable", "a day is written 2026-01-31");
      }
    }

    private static String or(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @GetMapping("/glossary")
  ModelAndView all(@AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("glossary");
    page.addObject("terms", glossary.all());
    page.addObject("edits", reader.person().may(Permission.EDIT_GLOSSARY));
    return page;
  }

  @PostMapping("/glossary")
  ModelAndView add(Form form, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return PreventionRefusals.tried(
        () -> {
          glossary.add(form.draft(), person.person());
          after.addFlashAttribute("done", "glossary.kept");
          return "redirect:/glossary";
        },
        () -> all(person).addObject("wrong", "new"));
  }

  @PostMapping("/glossary/{id}")
  ModelAndView change(
      @PathVariable UUID id,
      Form form,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    glossary.of(id);
    return PreventionRefusals.tried(
        () -> {
          glossary.change(id, form.draft(), person.person());
          after.addFlashAttribute("done", "glossary.kept");
          return "redirect:/glossary";
        },
        () -> all(person).addObject("wrong", id.toString()));
  }
}
