package org.maraude.dashboard.prevention;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of one post: writing it, its picture, and its way to the note that it went out. */
@Controller
class PostController {

  private final Campaigns campaigns;
  private final Posts posts;
  private final Pictures pictures;
  private final Interactions interactions;
  private final Partners partners;
  private final Clock clock;

  PostController(
      Campaigns campaigns,
      Posts posts,
      Pictures pictures,
      Interactions interactions,
      Partners partners,
      Clock clock) {
    this.campaigns = campaigns;
    this.posts = posts;
    this.pictures = pictures;
    this.interactions = interactions;
    this.partners = partners;
    this.clock = clock;
  }

  /** As typed, for a new post or another version. */
  record Form(
      @Nullable Integer version,
      @Nullable PostKind kind,
      @Nullable Platform platform,
      @Nullable String words,
      @Nullable String altText,
      @Nullable String plannedAt) {

    Post.Draft draft() {
      return new Post.Draft(
          version == null ? 0 : version,
          kind == null ? PostKind.POST : kind,
          platform == null ? Platform.OTHER : platform,
          words == null ? "" : words,
          altText == null ? "" : altText,
          TypedMoment.at(plannedAt));
    }
  }

  @GetMapping("/campaigns/{id}/posts/new")
  ModelAndView fresh(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String day,
      @AuthenticationPrincipal SignedIn reader) {
    var campaign = campaigns.of(id, reader.person());
    var today = Paris.day(clock.instant());
    var usual = campaign.has(today) ? today : campaign.firstDay();
    boolean given = day != null && day.matches("[12]\\d{3}-\\d{2}-\\d{2}");
    var page = new ModelAndView("post-new");
    page.addObject("campaign", campaign);
    page.addObject("plannedAt", (given ? day : usual) + "T18:00");
    return choices(page);
  }

  @PostMapping("/campaigns/{id}/posts")
  ModelAndView write(
      @PathVariable UUID id,
      Form form,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    campaigns.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          var post = posts.write(id, form.draft(), person.person(), null);
          after.addFlashAttribute("done", "post.written");
          return "redirect:/posts/" + post.id();
        },
        () -> fresh(id, null, person));
  }

  @GetMapping("/posts/{id}")
  ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    var person = reader.person();
    var post = posts.of(id, person);
    var campaign = campaigns.of(post.campaign(), person);
    var page = new ModelAndView("post");
    page.addObject("post", post);
    page.addObject("campaign", campaign);
    page.addObject("theme", Theme.of(Paris.day(post.plannedAt()), campaign.themes()).orElse(null));
    page.addObject("plannedAt", TypedMoment.typed(post.plannedAt()));
    page.addObject("now", TypedMoment.typed(clock.instant()));
    page.addObject("today", Paris.day(clock.instant()));
    page.addObject("approves", person.may(Permission.APPROVE_PREVENTION));
    page.addObject("wrote", post.writers().contains(person.id()));
    page.addObject("standings", interactions.of(id, person));
    page.addObject("partners", partners.of(post.campaign(), person));
    page.addObject(
        "relays",
        partners.relays(post.campaign(), person).stream()
            .filter(relay -> relay.post().equals(id))
            .toList());
    return choices(page);
  }

  private static ModelAndView choices(ModelAndView page) {
    page.addObject("kinds", PostKind.values());
    page.addObject("platforms", Platform.values());
    return page;
  }

  @PostMapping("/posts/{id}")
  ModelAndView rewrite(
      @PathVariable UUID id,
      Form form,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id, person, after, "post.kept", () -> posts.rewrite(id, form.draft(), person.person()));
  }

  @PostMapping("/posts/{id}/picture")
  ModelAndView picture(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id,
        person,
        after,
        "post.pictureKept",
        () -> {
          posts.of(id, person.person());
          pictures.put(id, bytes(file), version, person.person());
        });
  }

  private static byte[] bytes(@Nullable MultipartFile file) {
    if (file == null) {
      return new byte[0];
    }
    if (file.getSize() > Picture.LARGEST_FILE) {
      throw PreventionException.unfit("picture-too-large", "a picture has 8 MB at most");
    }
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw PreventionException.unfit("picture-unreadable", "the picture did not arrive whole");
    }
  }

  @PostMapping("/posts/{id}/picture/remove")
  ModelAndView removePicture(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id,
        person,
        after,
        "post.pictureRemoved",
        () -> pictures.put(id, null, version, person.person()));
  }

  /** A picture of our own making; no browser is to read it as anything else. */
  @GetMapping("/posts/{id}/picture")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    var picture = pictures.of(id, reader.person());
    var ending = picture.type().equals("image/png") ? ".png" : ".jpg";
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(picture.type()))
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("post-" + id + ending).build().toString())
        .body(picture.content());
  }

  @PostMapping("/posts/{id}/propose")
  ModelAndView propose(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return take(Step.PROPOSE, id, version, person, after, "post.proposed");
  }

  @PostMapping("/posts/{id}/approve")
  ModelAndView approve(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return take(Step.APPROVE, id, version, person, after, "post.approved");
  }

  @PostMapping("/posts/{id}/send-back")
  ModelAndView sendBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return take(Step.SEND_BACK, id, version, person, after, "post.sentBack");
  }

  @PostMapping("/posts/{id}/published")
  ModelAndView published(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String publishedAt,
      @RequestParam(defaultValue = "") String reference,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    return tried(
        id,
        person,
        after,
        "post.publishedNoted",
        () -> {
          posts.of(id, person.person());
          posts.published(id, version, TypedMoment.at(publishedAt), reference, person.person());
        });
  }

  @PostMapping("/posts/{id}/discard")
  ModelAndView discard(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, RedirectAttributes after) {
    return PreventionRefusals.tried(
        () -> {
          var campaign = posts.discard(id, person.person());
          after.addFlashAttribute("done", "post.discarded");
          return "redirect:/campaigns/" + campaign;
        },
        () -> one(id, person));
  }

  private ModelAndView take(
      Step step, UUID id, int version, SignedIn person, RedirectAttributes after, String done) {
    return tried(id, person, after, done, () -> posts.take(step, id, version, person.person()));
  }

  private ModelAndView tried(
      UUID id, SignedIn person, RedirectAttributes after, String done, Runnable deed) {
    posts.of(id, person.person());
    return PreventionRefusals.tried(
        () -> {
          deed.run();
          after.addFlashAttribute("done", done);
          return "redirect:/posts/" + id;
        },
        () -> one(id, person));
  }
}
