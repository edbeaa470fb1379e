package org.maraude.dashboard.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.release.Ask;
import org.maraude.dashboard.exports.release.Asking;
import org.maraude.dashboard.exports.release.Budget;
import org.maraude.dashboard.exports.release.Budgets;
import org.maraude.dashboard.exports.release.Deciding;
import org.maraude.dashboard.exports.release.ExportException;
import org.maraude.dashboard.exports.release.Release;
import org.maraude.dashboard.exports.release.Releases;
import org.maraude.dashboard.exports.release.State;
import org.maraude.dashboard.exports.release.Taking;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of exports: all of them with the form that asks for one, and one with its progress. */
@Controller
class ExportController {

  private static final int QUARTERS = 8;

  /** A page whose export is being made looks again by itself, without a script. */
  private static final String LOOKS_AGAIN = "3";

  private final Releases releases;
  private final Asking asking;
  private final Deciding deciding;
  private final Taking taking;
  private final Budgets budgets;

  ExportController(
      Releases releases, Asking asking, Deciding deciding, Taking taking, Budgets budgets) {
    this.releases = releases;
    this.asking = asking;
    this.deciding = deciding;
    this.taking = taking;
    this.budgets = budgets;
  }

  @GetMapping("/exports")
  ModelAndView all(
      @RequestParam(required = false) @Nullable UUID cursor,
      @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("exports");
    page.addObject("list", releases.list(reader.person(), cursor));
    page.addObject("asks", reader.person().may(Permission.READ_EXPORTS));
    page.addObject("year", budgets.thisYear());
    page.addObject("quarters", quarters());
    page.addObject("kinds", Kind.values());
    page.addObject("grids", Grid.values());
    return page;
  }

  /** The quarters that are over, with what is left of each. */
  private List<Budget> quarters() {
    var quarters = new ArrayList<Budget>();
    var quarter = Quarter.of(asking.today().minusDays(Ask.DAYS_AFTER + 1L)).before();
    for (int i = 0; i < QUARTERS; i++, quarter = quarter.before()) {
      quarters.add(budgets.of(quarter));
    }
    return quarters;
  }

  @PostMapping("/exports")
  ModelAndView ask(
      @RequestParam Kind kind,
      @RequestParam Grid grid,
      @RequestParam String quarter,
      @RequestParam(required = false) @Nullable Integer epsilon,
      @RequestParam(defaultValue = "") String agreement,
      @AuthenticationPrincipal SignedIn person,
      HttpServletRequest request) {
    return tried(
        () -> {
          var ask = Ask.of(kind, grid, quarter, epsilon, agreement, asking.today());
          return "redirect:/exports/" + asking.ask(ask, person.person(), null).id();
        },
        () -> {
          var typed = new HashMap<String, String>();
          request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
          return all(null, person).addObject("typed", typed);
        });
  }

  @GetMapping("/exports/{id}")
  ModelAndView one(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn reader, HttpServletResponse answer) {
    var release = releases.of(id, reader.person());
    if (release.state() == State.WAITING || release.state() == State.MAKING) {
      answer.setHeader("Refresh", LOOKS_AGAIN);
    }
    return page(release, reader);
  }

  private ModelAndView page(Release release, SignedIn reader) {
    boolean takes = reader.person().may(Permission.READ_EXPORTS);
    var page = new ModelAndView("export");
    page.addObject("release", release);
    page.addObject("takes", takes);
    page.addObject(
        "decides",
        release.state() == State.ASKED
            && !release.mine()
            && !release.approvedByMe()
            && reader.person().may(Permission.APPROVE_EXPORTS));
    page.addObject("link", takes && release.file() != null ? taking.link(release) : "");
    return page;
  }

  @PostMapping("/exports/{id}/approve")
  ModelAndView approve(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return done("exports.approved", id, person, after, () -> deciding.approve(id, person.person()));
  }

  @PostMapping("/exports/{id}/refuse")
  ModelAndView refuse(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return done("exports.refused", id, person, after, () -> deciding.refuse(id, person.person()));
  }

  @PostMapping("/exports/{id}/again")
  ModelAndView again(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return done("exports.again", id, person, after, () -> taking.again(id, person.person()));
  }

  private ModelAndView done(
      String words, UUID id, SignedIn person, RedirectAttributes after, Runnable deed) {
    return tried(
        () -> {
          deed.run();
          after.addFlashAttribute("done", words);
          return "redirect:/exports/" + id;
        },
        () -> page(releases.of(id, person.person()), person));
  }

  @GetMapping("/exports/{id}/{file}")
  ResponseEntity<byte[]> take(
      @PathVariable UUID id,
      @PathVariable String file,
      @RequestParam(defaultValue = "0") long until,
      @RequestParam(defaultValue = "") String seal,
      @AuthenticationPrincipal SignedIn person) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(taking.take(id, file, until, seal, person.person()));
  }

  private static ModelAndView tried(Supplier<String> deed, Supplier<ModelAndView> again) {
    try {
      return new ModelAndView(deed.get());
    } catch (ExportException e) {
      if (e.kind() == ExportException.Kind.MISSING) {
        throw e;
      }
      var page = again.get();
      page.setStatus(
          e.kind() == ExportException.Kind.UNFIT
              ? HttpStatus.UNPROCESSABLE_CONTENT
              : HttpStatus.CONFLICT);
      page.addObject("problem", e.code());
      return page;
    }
  }

  @ExceptionHandler
  void refused(ExportException e, HttpServletResponse answer) throws IOException {
    answer.sendError(
        switch (e.kind()) {
          case MISSING -> HttpStatus.NOT_FOUND.value();
          case GONE -> HttpStatus.GONE.value();
          case MEANWHILE -> HttpStatus.CONFLICT.value();
          case UNFIT -> HttpStatus.UNPROCESSABLE_CONTENT.value();
        });
  }
}
