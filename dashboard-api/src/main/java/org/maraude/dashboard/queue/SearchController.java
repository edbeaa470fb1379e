package org.maraude.dashboard.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of the searches that a person keeps. */
@Controller
class SearchController {

  private final SavedSearches searches;

  SearchController(SavedSearches searches) {
    this.searches = searches;
  }

  @GetMapping("/searches")
  ModelAndView list(@AuthenticationPrincipal SignedIn owner) {
    var page = new ModelAndView("searches");
    page.addObject("searches", searches.of(owner.person()));
    return page;
  }

  @PostMapping("/searches")
  ModelAndView save(
      @RequestParam QueueKind queue,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable String departement,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(name = "q", required = false) @Nullable String words,
      @AuthenticationPrincipal SignedIn owner) {
    try {
      var query = new QueueQuery(null, departement, rule, null, null, words, null);
      searches.save(queue, name, query, owner.person());
      return new ModelAndView("redirect:/searches");
    } catch (SavedSearch.InvalidSearchException e) {
      return problem(e, owner);
    }
  }

  /** Leads to what it finds. A form and no link: from then on nothing in it is new. */
  @PostMapping("/searches/{id}/open")
  String open(@PathVariable UUID id, @AuthenticationPrincipal SignedIn owner) {
    var search = searches.look(id, owner.person());
    var query = UriComponentsBuilder.fromPath("/queues/" + search.queue().path());
    add(query, "q", search.words());
    add(query, "departement", search.departement());
    add(query, "rule", search.rule());
    return "redirect:" + query.encode().build().toUriString();
  }

  @PostMapping("/searches/{id}/rename")
  ModelAndView rename(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @AuthenticationPrincipal SignedIn owner) {
    try {
      searches.rename(id, name, owner.person());
      return new ModelAndView("redirect:/searches");
    } catch (SavedSearch.InvalidSearchException e) {
      return problem(e, owner);
    }
  }

  @PostMapping("/searches/{id}/delete")
  String delete(@PathVariable UUID id, @AuthenticationPrincipal SignedIn owner) {
    searches.delete(id, owner.person());
    return "redirect:/searches";
  }

  private ModelAndView problem(SavedSearch.InvalidSearchException e, SignedIn owner) {
    var page = list(owner);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("problem", e.code());
    return page;
  }

  /** What was saved may hold anything: as a value it cannot become more than a value. */
  private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query.queryParam(
          name, java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
