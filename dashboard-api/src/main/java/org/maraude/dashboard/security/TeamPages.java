package org.maraude.dashboard.security;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.maraude.dashboard.accounts.TeamException;
import org.maraude.dashboard.accounts.Teams;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where an administrator makes teams and says which departements each one reaches. What could not
 * be done shows the page again with {@code problem} (a code) and what was {@code typed}.
 */
@Controller
class TeamPages {

  private static final String BACK = "redirect:/teams";

  private final Teams teams;

  TeamPages(Teams teams) {
    this.teams = teams;
  }

  /** As typed; without an id for a team that is to be made. */
  record Typed(String id, String name, String departements) {}

  @GetMapping("/teams")
  String list(Model model) {
    model.addAttribute("teams", teams.all());
    return "teams";
  }

  @PostMapping("/teams")
  ModelAndView make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String departements,
      @AuthenticationPrincipal SignedIn reader,
      RedirectAttributes after) {
    return tried(
        () -> teams.make(name, codes(departements), reader.person()),
        "teams.made",
        new Typed("", name, departements),
        after);
  }

  @PostMapping("/teams/{id}")
  ModelAndView change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String departements,
      @AuthenticationPrincipal SignedIn reader,
      RedirectAttributes after) {
    return tried(
        () -> teams.change(id, name, codes(departements), reader.person()),
        "teams.changed",
        new Typed(id.toString(), name, departements),
        after);
  }

  @PostMapping("/teams/{id}/dissolve")
  ModelAndView dissolve(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn reader, RedirectAttributes after) {
    return tried(
        () -> teams.dissolve(id, reader.person()),
        "teams.dissolved",
        new Typed(id.toString(), "", ""),
        after);
  }

  private ModelAndView tried(Runnable change, String done, Typed typed, RedirectAttributes after) {
    try {
      change.run();
    } catch (TeamException e) {
      if (e.notFound()) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
      var page = new ModelAndView("teams");
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("teams", teams.all());
      page.addObject("problem", e.code());
      page.addObject("typed", typed);
      return page;
    }
    after.addFlashAttribute("done", done);
    return new ModelAndView(BACK);
  }

  /** Codes as people type them: with blanks, commas or semicolons between them. */
  private static List<String> codes(String typed) {
    return Arrays.stream(typed.split("[\\s,;]+")).filter(code -> !code.isEmpty()).toList();
  }
}
