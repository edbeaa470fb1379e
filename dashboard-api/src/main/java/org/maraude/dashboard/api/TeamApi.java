package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Team;
import org.maraude.dashboard.accounts.Teams;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams: which departements' items exist for whom. */
@RestController
@RequestMapping("/api/v1/teams")
@Tag(name = "teams")
class TeamApi {

  /** All teams; there are few, so there is no next page. */
  record TeamList(List<Team> items, @Nullable String next) {}

  /**
   * A team as it is to be.
   *
   * @param departements official codes; an empty list stands for all, and none is no answer
   */
  record TeamRequest(@Nullable String name, @Nullable List<String> departements) {}

  /**
   * Who is to be in the team.
   *
   * @param name of a person or a script
   */
  record MemberRequest(@Nullable String name) {}

  private final Teams teams;

  TeamApi(Teams teams) {
    this.teams = teams;
  }

  @GetMapping
  @Operation(summary = "All teams with their departements and members")
  TeamList all() {
    return new TeamList(teams.all(), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Makes a team that reaches these departements",
      description = "An empty list reaches all of them. Items without a departement exist for all.")
  Team make(
      @RequestBody TeamRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return teams.make(name(request), departements(request), person.person());
  }

  @PutMapping("/{id}")
  @Operation(summary = "Gives a team another name and other departements, from the next request on")
  Team change(
      @PathVariable UUID id,
      @RequestBody TeamRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    teams.of(id);
    return teams.change(id, name(request), departements(request), person.person());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Dissolves a team that nobody is in")
  void dissolve(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    teams.dissolve(id, person.person());
  }

  @PostMapping("/{id}/members")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Puts a person or a script into the team, and so out of another")
  void join(
      @PathVariable UUID id,
      @RequestBody MemberRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    if (request.name() == null) {
      throw new MissingFieldException("name");
    }
    teams.join(request.name(), id, person.person());
  }

  private static String name(TeamRequest request) {
    if (request.name() == null) {
      throw new MissingFieldException("name");
    }
    return request.name();
  }

  private static List<String> departements(TeamRequest request) {
    if (request.departements() == null) {
      throw new MissingFieldException("departements");
    }
    return request.departements();
  }
}
