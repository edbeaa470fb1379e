package org.maraude.dashboard.referral;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of a possible minor's way. The note is shown, printed or saved by the person; nothing
 * is sent. What could not be noted shows the item again, with what was typed.
 */
@Controller
class ReferralController {

  private final Notes notes;
  private final Tellings tellings;
  private final SecondLooks looks;
  private final Items items;
  private final Clock clock;

  ReferralController(Notes notes, Tellings tellings, SecondLooks looks, Items items, Clock clock) {
    this.notes = notes;
    this.tellings = tellings;
    this.looks = looks;
    this.items = items;
    this.clock = clock;
  }

  @GetMapping("/items/{id}/note")
  String note(
      @PathVariable UUID id,
      @RequestParam(name = "in", required = false) @Nullable String language,
      @AuthenticationPrincipal SignedIn reader,
      Locale own,
      Model model) {
    model.addAttribute("sheet", notes.compose(id, reader.person(), language, own));
    model.addAttribute("itemId", id);
    return "note";
  }

  @GetMapping("/items/{id}/note.txt")
  ResponseEntity<byte[]> noteFile(
      @PathVariable UUID id,
      @RequestParam(name = "in", required = false) @Nullable String language,
      @AuthenticationPrincipal SignedIn reader,
      Locale own) {
    var note = notes.compose(id, reader.person(), language, own);
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var name = "note-%s-%s.txt".formatted(id.toString().substring(0, 8), day);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(note.asText().getBytes(StandardCharsets.UTF_8));
  }

  /** As typed: {@code told} is the hour of Paris, which the field says. */
  @PostMapping("/items/{id}/tellings")
  ModelAndView tell(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Route route,
      @RequestParam(defaultValue = "") String told,
      @RequestParam(defaultValue = "") String whom,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) @Nullable UUID corrects,
      @RequestParam(required = false) @Nullable UUID once,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    try {
      var note = Telling.Note.of(route, at(told), whom, reference, corrects, clock);
      tellings.note(id, person.person(), note, once == null ? null : once.toString());
      flash.addFlashAttribute("did", "told");
      return new ModelAndView("redirect:/items/" + id + "#tellings");
    } catch (InvalidReferralException e) {
      var page = again(id, person, e);
      page.addObject("typed", new TypedTelling(route, told, whom, reference, corrects));
      return page;
    }
  }

  @PostMapping("/items/{id}/second-look")
  ModelAndView look(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Boolean agrees,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes flash) {
    try {
      looks.note(id, person.person(), agrees, words);
      flash.addFlashAttribute("did", "looked");
      return new ModelAndView("redirect:/items/" + id + "#path");
    } catch (InvalidReferralException e) {
      return again(id, person, e);
    }
  }

  private ModelAndView again(UUID id, SignedIn person, InvalidReferralException e) {
    var page = new ModelAndView("item");
    page.setStatus(e.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("item", items.read(id, person.person()));
    page.addObject("note", "");
    page.addObject("problem", e.code());
    return page;
  }

  private static @Nullable Instant at(String told) {
    try {
      return LocalDateTime.parse(told).atZone(Paris.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
