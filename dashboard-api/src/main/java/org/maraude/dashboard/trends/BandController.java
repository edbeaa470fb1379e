package org.maraude.dashboard.trends;

import java.util.Arrays;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of bands. */
@Controller
class BandController {

  private static final int HISTORY = 50;

  private final Bands bands;
  private final BandBook book;

  BandController(Bands bands, BandBook book) {
    this.bands = bands;
    this.book = book;
  }

  @GetMapping("/trends/bands")
  ModelAndView all(@AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("bands");
    page.addObject("bands", bands.kept());
    page.addObject("history", book.history(HISTORY));
    page.addObject("kinds", Arrays.stream(Band.Kind.values()).map(Enum::name).toList());
    page.addObject("edits", reader.person().may(Permission.EDIT_BANDS));
    page.addObject("typed", new BandDraft.Typed(null, null, null, null, null, null, null));
    return page;
  }

  @PostMapping("/trends/bands")
  ModelAndView add(
      BandDraft.Typed typed, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return tried(typed, person, after, () -> book.add(typed.draft(), person.person(), null));
  }

  @PostMapping("/trends/bands/{id}")
  ModelAndView change(
      @PathVariable String id,
      BandDraft.Typed typed,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    if (bands.kept().stream().noneMatch(band -> band.id().equals(id))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return tried(typed, person, after, () -> book.change(id, typed.draft(), person.person(), null));
  }

  @PostMapping("/trends/bands/{id}/remove")
  ModelAndView remove(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    var typed = new BandDraft.Typed(version, null, null, null, null, null, null);
    return tried(typed, person, after, () -> book.remove(id, version, person.person(), null));
  }

  private ModelAndView tried(
      BandDraft.Typed typed, SignedIn person, RedirectAttributes after, Runnable deed) {
    try {
      deed.run();
    } catch (BandException e) {
      var page = all(person);
      page.setStatus(status(e));
      page.addObject("problem", e.code());
      page.addObject("typed", typed);
      return page;
    }
    after.addFlashAttribute("done", "bands.kept");
    return new ModelAndView("redirect:/trends/bands");
  }

  static HttpStatus status(BandException e) {
    return switch (e.code()) {
      case "missing" -> HttpStatus.NOT_FOUND;
      case "changed" -> HttpStatus.CONFLICT;
      default -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
