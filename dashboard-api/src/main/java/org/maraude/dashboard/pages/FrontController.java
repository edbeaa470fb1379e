package org.maraude.dashboard.pages;

import java.util.ArrayList;
import java.util.List;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.queue.ItemStatus;
import org.maraude.dashboard.queue.QueueQuery;
import org.maraude.dashboard.queue.QueueRow;
import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.retention.Retention;
import org.maraude.dashboard.review.QueueKind;
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
  private final Sites sites;
  private final Retention retention;

  FrontController(Queues queues, Sites sites, Retention retention) {
    this.retention = retention;
    this.queues = queues;
    this.sites = sites;
  }

  @GetMapping("/")
  String front(@AuthenticationPrincipal SignedIn reader, Model model) {
    var person = reader.person();
    model.addAttribute("counts", queues.counts(person));
    model.addAttribute("mine", mine(person));
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

  /** The minor queue first, as everywhere. */
  private List<QueueRow> mine(Person person) {
    var claimed = QueueQuery.of(ItemStatus.CLAIMED);
    var rows = new ArrayList<QueueRow>();
    if (person.may(Permission.REVIEW_MINOR)) {
      rows.addAll(queues.list(QueueKind.MINOR, claimed, person).items());
    }
    if (person.may(Permission.REVIEW_ADULT)) {
      rows.addAll(queues.list(QueueKind.ADULT, claimed, person).items());
    }
    rows.removeIf(row -> !row.claim().mine());
    return rows;
  }
}
