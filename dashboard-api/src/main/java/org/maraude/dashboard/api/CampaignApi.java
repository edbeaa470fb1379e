package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.prevention.Campaign;
import org.maraude.dashboard.prevention.Campaigns;
import org.maraude.dashboard.prevention.Conversations;
import org.maraude.dashboard.prevention.Listed;
import org.maraude.dashboard.prevention.Orientation;
import org.maraude.dashboard.prevention.Partner;
import org.maraude.dashboard.prevention.Partners;
import org.maraude.dashboard.prevention.Talks;
import org.maraude.dashboard.prevention.Theme;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prevention campaigns of your team, with their themes, partners and conversations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "prevention")
class CampaignApi {

  /** A campaign as it is to be. */
  record CampaignRequest(
      @Nullable String name,
      @Nullable String aim,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {

    Campaign.Draft draft() {
      if (name == null) {
        throw new MissingFieldException("name");
      }
      if (firstDay == null) {
        throw new MissingFieldException("firstDay");
      }
      if (lastDay == null) {
        throw new MissingFieldException("lastDay");
      }
      return new Campaign.Draft(name, aim == null ? "" : aim, firstDay, lastDay);
    }
  }

  /**
   * A theme as it is to be.
   *
   * @param lastDay absent for a fortnight, or until the campaign ends
   */
  record ThemeRequest(
      @Nullable String title,
      @Nullable String message,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {

    Theme.Draft draft() {
      if (title == null) {
        throw new MissingFieldException("title");
      }
      if (firstDay == null) {
        throw new MissingFieldException("firstDay");
      }
      return new Theme.Draft(title, message == null ? "" : message, firstDay, lastDay);
    }
  }

  /** An organisation that passes posts on. */
  record PartnerRequest(@Nullable String name) {}

  /** Those of a campaign. */
  record PartnerList(List<Partner> items, @Nullable String next) {}

  /** How many conversations of a day led to a contact. */
  record TalksRequest(
      @Nullable LocalDate day,
      @Nullable UUID theme,
      @Nullable Orientation orientation,
      @Nullable Integer number) {}

  /** Those of a campaign. */
  record TalksList(List<Talks> items, @Nullable String next) {}

  private final Campaigns campaigns;
  private final Partners partners;
  private final Conversations conversations;

  CampaignApi(Campaigns campaigns, Partners partners, Conversations conversations) {
    this.campaigns = campaigns;
    this.partners = partners;
    this.conversations = conversations;
  }

  @GetMapping("/campaigns")
  @Operation(summary = "Your team's campaigns with their themes, the latest first")
  Listed<Campaign> list(
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return campaigns.list(person.person(), cursor);
  }

  @PostMapping("/campaigns")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Makes a campaign for your team",
      description = "The same Idempotency-Key with the same request gives the first one again.")
  Campaign make(
      @RequestBody CampaignRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    return campaigns.make(request.draft(), person.person(), key);
  }

  @GetMapping("/campaigns/{id}")
  @Operation(summary = "A campaign of your team with its themes")
  Campaign read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return campaigns.of(id, person.person());
  }

  @PutMapping("/campaigns/{id}")
  @Operation(summary = "Gives a campaign another name, aim or days")
  Campaign change(
      @PathVariable UUID id,
      @RequestBody CampaignRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    campaigns.of(id, person.person());
    return campaigns.change(id, request.draft(), person.person());
  }

  @PostMapping("/campaigns/{id}/themes")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Adds the theme of a fortnight",
      description = "Themes of a campaign do not overlap. Without a last day it lasts 14 days.")
  Theme addTheme(
      @PathVariable UUID id,
      @RequestBody ThemeRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    campaigns.of(id, person.person());
    return campaigns.addTheme(id, request.draft(), person.person(), key);
  }

  @PutMapping("/themes/{id}")
  @Operation(summary = "Gives a theme other words or days")
  Theme changeTheme(
      @PathVariable UUID id,
      @RequestBody ThemeRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    campaigns.campaignOfTheme(id, person.person());
    return campaigns.changeTheme(id, request.draft(), person.person());
  }

  @GetMapping("/campaigns/{id}/partners")
  @Operation(summary = "The organisations that pass a campaign's posts on")
  PartnerList partners(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return new PartnerList(partners.of(id, person.person()), null);
  }

  @PostMapping("/campaigns/{id}/partners")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds one; a name that is there already gives the one that has it")
  Partner addPartner(
      @PathVariable UUID id,
      @RequestBody PartnerRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    campaigns.of(id, person.person());
    if (request.name() == null) {
      throw new MissingFieldException("name");
    }
    return partners.add(id, request.name(), person.person());
  }

  @GetMapping("/campaigns/{id}/conversations")
  @Operation(summary = "How many conversations led to a contact, by day, theme and orientation")
  TalksList conversations(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return new TalksList(conversations.of(id, person.person()), null);
  }

  @PutMapping("/campaigns/{id}/conversations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Notes how many there were on a day, of a theme and an orientation",
      description = "Replaces what stood there; 0 takes it away. Numbers only, nothing of anybody.")
  void count(
      @PathVariable UUID id,
      @RequestBody TalksRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    campaigns.of(id, person.person());
    if (request.day() == null) {
      throw new MissingFieldException("day");
    }
    if (request.orientation() == null) {
      throw new MissingFieldException("orientation");
    }
    if (request.number() == null) {
      throw new MissingFieldException("number");
    }
    var talks = new Talks(request.day(), request.theme(), request.orientation(), request.number());
    conversations.count(id, talks, person.person());
  }
}
