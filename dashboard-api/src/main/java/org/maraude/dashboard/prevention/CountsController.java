package org.maraude.dashboard.prevention;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people enter what came of posts: counts, relays and conversations. */
@Controller
class CountsController {

  private final Campaigns campaigns;
  private final Posts posts;
  private final PostController pages;
  private final Interactions interactions;
  private final Partners partners;
  private final Conversations conversations;
  private final Clock clock;

  CountsController(
      Campaigns campaigns,
      Posts posts,
      PostController pages,
      Interactions interactions,
      Partners partners,
      Conversations conversations,
      Clock clock) {
    this.campaigns = campaigns;
    this.posts = posts;
    this.pages = pages;
    this.interactions = interactions;
    this.partners = partners;
    this.conversations = conversations;
    this.clock = clock;
  }

  /** As typed; an empty field is none. */
  record Form(
      @Nullable String day,
      @Nullable String views,
      @Nullable String likes,
      @Nullable String comments,
      @Nullable String shares,
      @Nullable String saves) {

    Standing standing() {
      return new Standing(
          TypedMoment.date(day),
          new Counts(
              number(views), number(likes), number(comments), number(shares), number(saves)));
    }

    private static long number(@Nullable String typed) {
      return typed == null || typed.isBlank() ? 0 : WholeNumber.read(typed);
    }
  }

  @PostMapping("/posts/{id}/interactions")
  ModelAndView enter(
      @PathVariable UUID id,
      Form form,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    posts.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          interactions.enter(id, form.standing(), person.person());
          after.addFlashAttribute("done", "post.counted");
          return "redirect:/posts/" + id;
        },
        () -> pages.one(id, person));
  }

  @PostMapping("/posts/{id}/relays")
  ModelAndView relayed(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID partner,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String link,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    posts.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          if (partner == null) {
            throw PreventionException.unfit("partner-unknown", "choose a partner");
          }
          partners.relayed(id, partner, TypedMoment.date(day), link, person.person());
          after.addFlashAttribute("done", "post.relayed");
          return "redirect:/posts/" + id;
        },
        () -> pages.one(id, person));
  }

  @GetMapping("/campaigns/{id}/conversations")
  ModelAndView conversations(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("conversations");
    page.addObject("campaign", campaigns.of(id, reader.person()));
    page.addObject("lines", conversations.of(id, reader.person()));
    page.addObject("orientations", Orientation.values());
    page.addObject("today", Paris.day(clock.instant()));
    return page;
  }

  @PostMapping("/campaigns/{id}/conversations")
  ModelAndView count(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(required = false) @Nullable UUID theme,
      @RequestParam(required = false) @Nullable Orientation orientation,
      @RequestParam(defaultValue = "") String number,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    campaigns.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          var to = orientation == null ? Orientation.LISTENING : orientation;
          int read = Math.toIntExact(Math.min(Integer.MAX_VALUE, WholeNumber.read(number)));
          conversations.count(
              id, new Talks(TypedMoment.date(day), theme, to, read), person.person());
          after.addFlashAttribute("done", "talks.counted");
          return "redirect:/campaigns/" + id + "/conversations";
        },
        () -> conversations(id, person));
  }
}
