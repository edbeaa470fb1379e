package org.maraude.dashboard.api;

import static org.maraude.dashboard.api.MissingFieldException.needed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.prevention.Counts;
import org.maraude.dashboard.prevention.Interactions;
import org.maraude.dashboard.prevention.Listed;
import org.maraude.dashboard.prevention.Partners;
import org.maraude.dashboard.prevention.Platform;
import org.maraude.dashboard.prevention.Post;
import org.maraude.dashboard.prevention.PostKind;
import org.maraude.dashboard.prevention.Posts;
import org.maraude.dashboard.prevention.Standing;
import org.maraude.dashboard.prevention.Step;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Posts and stories of a campaign. A person puts them out; here it is only noted. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "prevention")
class PostApi {

  /**
   * A post as it is to be.
   *
   * @param version the one that was read; of no meaning for a new one
   */
  record PostRequest(
      @Nullable Integer version,
      @Nullable PostKind kind,
      @Nullable Platform platform,
      @Nullable String words,
      @Nullable String altText,
      @Nullable Instant plannedAt) {

    Post.Draft draft(boolean fresh) {
      if (kind == null) {
        throw new MissingFieldException("kind");
      }
      if (platform == null) {
        throw new MissingFieldException("platform");
      }
      if (plannedAt == null) {
        throw new MissingFieldException("plannedAt");
      }
      return new Post.Draft(
          fresh ? 0 : needed("version", version),
          kind,
          platform,
          words == null ? "" : words,
          altText == null ? "" : altText,
          plannedAt);
    }
  }

  /** Which version was read. */
  record VersionRequest(@Nullable Integer version) {}

  /**
   * When somebody put it out.
   *
   * @param reference what the platform calls it, by which its counts are found
   */
  record PublishedRequest(
      @Nullable Integer version, @Nullable Instant publishedAt, @Nullable String reference) {}

  /** Where a post stands on a day. */
  record StandingRequest(@Nullable LocalDate day, @Nullable Counts counts) {}

  /** All standings of a post. */
  record StandingList(List<Standing> items, @Nullable String next) {}

  /** That a partner passed it on. */
  record RelayRequest(@Nullable UUID partner, @Nullable LocalDate day, @Nullable String link) {}

  private final Posts posts;
  private final Interactions interactions;
  private final Partners partners;

  PostApi(Posts posts, Interactions interactions, Partners partners) {
    this.posts = posts;
    this.interactions = interactions;
    this.partners = partners;
  }

  @GetMapping("/campaigns/{id}/posts")
  @Operation(summary = "A campaign's posts and stories by their planned time")
  Listed<Post> list(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return posts.list(id, person.person(), cursor);
  }

  @PostMapping("/campaigns/{id}/posts")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Begins a draft",
      description = "The same Idempotency-Key with the same request gives the first one again.")
  Post write(
      @PathVariable UUID id,
      @RequestBody PostRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    posts.list(id, person.person(), null);
    return posts.write(id, request.draft(true), person.person(), key);
  }

  @GetMapping("/posts/{id}")
  @Operation(summary = "A post of your team")
  Post read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return posts.of(id, person.person());
  }

  @PutMapping("/posts/{id}")
  @Operation(
      summary = "Writes another version of it; 409 when it was approved or changed meanwhile")
  Post rewrite(
      @PathVariable UUID id,
      @RequestBody PostRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    posts.of(id, person.person());
    return posts.rewrite(id, request.draft(false), person.person());
  }

  @DeleteMapping("/posts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Throws a draft away")
  void discard(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    posts.discard(id, person.person());
  }

  @PostMapping("/posts/{id}/propose")
  @Operation(summary = "Proposes a draft to the leads")
  Post propose(
      @PathVariable UUID id,
      @RequestBody VersionRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return take(Step.PROPOSE, id, request, person);
  }

  @PostMapping("/posts/{id}/approve")
  @Operation(
      summary = "Approves what somebody else wrote",
      description = "Refused, by the database too, to everybody who changed anything of it.")
  Post approve(
      @PathVariable UUID id,
      @RequestBody VersionRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return take(Step.APPROVE, id, request, person);
  }

  @PostMapping("/posts/{id}/send-back")
  @Operation(summary = "Makes a proposed or approved post a draft again")
  Post sendBack(
      @PathVariable UUID id,
      @RequestBody VersionRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return take(Step.SEND_BACK, id, request, person);
  }

  @PostMapping("/posts/{id}/published")
  @Operation(
      summary = "Notes that somebody put an approved post out",
      description = "The program itself publishes nothing.")
  Post published(
      @PathVariable UUID id,
      @RequestBody PublishedRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    posts.of(id, person.person());
    if (request.publishedAt() == null) {
      throw new MissingFieldException("publishedAt");
    }
    var reference = request.reference() == null ? "" : request.reference();
    return posts.published(
        id,
        needed("version", request.version()),
        request.publishedAt(),
        reference,
        person.person());
  }

  @GetMapping("/posts/{id}/interactions")
  @Operation(summary = "Where a post stood on each day that was entered, the latest first")
  StandingList standings(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return new StandingList(interactions.of(id, person.person()), null);
  }

  @PutMapping("/posts/{id}/interactions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Enters where a published post stands on a day",
      description = "Totals as the platform shows them; what stood for the day is replaced.")
  void enter(
      @PathVariable UUID id,
      @RequestBody StandingRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    posts.of(id, person.person());
    if (request.day() == null) {
      throw new MissingFieldException("day");
    }
    if (request.counts() == null) {
      throw new MissingFieldException("counts");
    }
    interactions.enter(id, new Standing(request.day(), request.counts()), person.person());
  }

  @PutMapping("/posts/{id}/relays")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Notes that a partner passed a published post on")
  void relayed(
      @PathVariable UUID id,
      @RequestBody RelayRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    posts.of(id, person.person());
    if (request.partner() == null) {
      throw new MissingFieldException("partner");
    }
    if (request.day() == null) {
      throw new MissingFieldException("day");
    }
    partners.relayed(id, request.partner(), request.day(), request.link(), person.person());
  }

  private Post take(Step step, UUID id, VersionRequest request, SignedIn person) {
    posts.of(id, person.person());
    return posts.take(step, id, needed("version", request.version()), person.person());
  }
}
