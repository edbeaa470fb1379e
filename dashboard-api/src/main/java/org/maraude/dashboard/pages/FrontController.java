package org.maraude.dashboard.pages;

import java.util.List;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.following.CaseLists;
import org.maraude.dashboard.ownday.OwnDays;
import org.maraude.dashboard.queue.DoubleReads;
import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.queue.SavedSearches;
import org.maraude.dashboard.retention.Retention;
import org.maraude.dashboard.rounds.RoundLine;
import org.maraude.dashboard.rounds.Rounds;
import org.maraude.dashboard.security.SignedIn;
import org.maraude.dashboard.sites.SiteRow;
import org.maraude.dashboard.sites.Sites;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page answers: what waits, what is mine, is everything running. */
@Controller
class FrontController {

  private final Queues queues;
  private final SavedSearches searches;
  private final DoubleReads doubleReads;
  private final Sites sites;
  private final Retention retention;
  private final CaseLists cases;
  private final Rounds rounds;
  private final OwnDays ownDays;

  FrontController(
      Queues queues,
      SavedSearches searches,
      DoubleReads doubleReads,
      Sites sites,
      Retention retention,
      CaseLists cases,
      Rounds rounds,
      OwnDays ownDays) {
    this.cases = cases;
    this.rounds = rounds;
    this.ownDays = ownDays;
    this.doubleReads = doubleReads;
    this.retention = retention;
    this.queues = queues;
    this.searches = searches;
    this.sites = sites;
  }

  @GetMapping("/")
  String front(@AuthenticationPrincipal SignedIn reader, Model model) {
    var person = reader.person();
    model.addAttribute("counts", queues.counts(person));
    model.addAttribute("mine", queues.mine(person));
    boolean reviews = person.may(Permission.REVIEW_MINOR) || person.may(Permission.REVIEW_ADULT);
    model.addAttribute("ownDay", reviews ? ownDays.of(person) : null);
    model.addAttribute("secondReads", reviews ? doubleReads.waiting(person) : 0);
    model.addAttribute(
        "myRounds",
        person.may(Permission.GO_ON_ROUNDS) ? rounds.mineToday(person) : List.<RoundLine>of());
    model.addAttribute("searches", searches.of(person));
    model.addAttribute("casesDue", person.may(Permission.FOLLOW_CASES) ? cases.due(person) : 0);
    var lines = person.may(Permission.READ_SITES) ? sites.all() : List.<SiteRow>of();
    model.addAttribute("sites", lines);
    model.addAttribute("running", Running.of(lines));
    model.addAttribute("retentionLate", retention.isLate());
    return "front";
  }

  @GetMapping("/login")
  String login() {
    return "login";
  }
}
