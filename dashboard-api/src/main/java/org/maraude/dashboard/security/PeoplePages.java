package org.maraude.dashboard.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.PublicAddress;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.People;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.accounts.Team;
import org.maraude.dashboard.accounts.TeamException;
import org.maraude.dashboard.accounts.Teams;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator invites people, gives roles and takes access away. */
@Controller
class PeoplePages {

  private static final String VIEW = "people";
  private static final String BACK = "redirect:/people";

  private final People people;
  private final Teams teams;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final PublicAddress address;
  private final Audit audit;

  PeoplePages(
      People people,
      Teams teams,
      SecondFactors factors,
      Sessions sessions,
      PublicAddress address,
      Audit audit) {
    this.people = people;
    this.teams = teams;
    this.factors = factors;
    this.sessions = sessions;
    this.address = address;
    this.audit = audit;
  }

  @GetMapping("/people")
  String list(@AuthenticationPrincipal SignedIn reader, Model model) {
    model.addAttribute("people", people.all());
    model.addAttribute("invitations", people.invitations());
    model.addAttribute("teams", teams.all());
    model.addAttribute("roles", Role.values());
    model.addAttribute("self", reader.person().id());
    return VIEW;
  }

  /** The link stands on this answer only: it is not kept. */
  @PostMapping("/people/invitations")
  String invite(
      @AuthenticationPrincipal SignedIn reader,
      @RequestParam Role role,
      @RequestParam(required = false) @Nullable UUID team,
      Model model) {
    var token = people.invite(role, known(team).id());
    audit.write(reader.person().id(), Deed.INVITED, "", role.name());
    model.addAttribute("link", address.enrolment(token).toString());
    return list(reader, model);
  }

  @PostMapping("/people/invitations/{id}/withdraw")
  String withdraw(
      @AuthenticationPrincipal SignedIn reader, @PathVariable UUID id, RedirectAttributes after) {
    if (!people.withdraw(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    audit.write(reader.person().id(), Deed.INVITATION_WITHDRAWN, "", "");
    after.addFlashAttribute("done", "people.withdrawn");
    return BACK;
  }

  @PostMapping("/people/{id}/roles")
  String roles(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      Model model,
      RedirectAttributes after) {
    var wanted = roles == null ? Set.<Role>of() : roles;
    return change(reader, id, Deed.ROLES_CHANGED, () -> people.setRoles(id, wanted), model, after);
  }

  /** Counts at once, in sessions that are open too: what somebody reaches is asked at each look. */
  @PostMapping("/people/{id}/team")
  String team(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      @RequestParam UUID team,
      RedirectAttributes after) {
    try {
      teams.join(id, team, reader.person());
    } catch (TeamException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    after.addFlashAttribute("done", "people.moved");
    return BACK;
  }

  private Team known(@Nullable UUID team) {
    try {
      return teams.of(team == null ? Team.FIRST : team);
    } catch (TeamException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  @PostMapping("/people/{id}/disable")
  String disable(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      Model model,
      RedirectAttributes after) {
    return change(reader, id, Deed.ACCOUNT_DISABLED, () -> people.enable(id, false), model, after);
  }

  @PostMapping("/people/{id}/enable")
  String enable(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      Model model,
      RedirectAttributes after) {
    return change(reader, id, Deed.ACCOUNT_ENABLED, () -> people.enable(id, true), model, after);
  }

  @PostMapping("/people/{id}/revoke-tokens")
  String revoke(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      Model model,
      RedirectAttributes after) {
    return change(reader, id, Deed.TOKENS_REVOKED, () -> people.revokeTokens(id), model, after);
  }

  /** For somebody who lost telephone and recovery codes. */
  @PostMapping("/people/{id}/reset-second-factor")
  String reset(
      @AuthenticationPrincipal SignedIn reader,
      @PathVariable UUID id,
      Model model,
      RedirectAttributes after) {
    return change(reader, id, Deed.SECOND_FACTOR_RESET, () -> factors.remove(id), model, after);
  }

  /** Does it, notes it, and ends the sessions, whose rights were read when they began. */
  private String change(
      SignedIn reader, UUID id, Deed deed, Runnable change, Model model, RedirectAttributes after) {
    var person =
        people.all().stream()
            .filter(row -> row.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      change.run();
    } catch (AccountException e) {
      model.addAttribute("problem", e.problem());
      return list(reader, model);
    }
    audit.write(reader.person().id(), deed, id.toString(), "");
    sessions.endAllBut("", person.name());
    after.addFlashAttribute("done", "people.changed");
    return BACK;
  }
}
