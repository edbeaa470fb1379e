package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.glossary.Glossary;
import org.maraude.dashboard.glossary.Term;
import org.maraude.dashboard.resources.Resource;
import org.maraude.dashboard.resources.Resources;
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

/** What people look up: words and where to find help. Leads keep both right. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "reference")
class ReferenceApi {

  /** All words; there are few, so there is no next page. */
  record TermList(List<Term> items, @Nullable String next) {}

  /**
   * A word as it is to be.
   *
   * @param version the one that was read; of no meaning for a new one
   * @param sourceDay absent where it is not certain
   */
  record TermRequest(
      @Nullable Integer version,
      @Nullable String wordFr,
      @Nullable String wordEn,
      @Nullable String saysFr,
      @Nullable String saysEn,
      @Nullable String source,
      @Nullable LocalDate sourceDay) {

    Term.Draft draft(boolean fresh) {
      return new Term.Draft(
          fresh ? 0 : needed("version", version),
          needed("wordFr", wordFr),
          needed("wordEn", wordEn),
          needed("saysFr", saysFr),
          needed("saysEn", saysEn),
          needed("source", source),
          sourceDay);
    }
  }

  /** All helplines and pages, in their order. */
  record ResourceList(List<Resource> items, @Nullable String next) {}

  /**
   * A helpline or page as it is to be.
   *
   * @param version the one that was read; of no meaning for a new one
   * @param reviewOn until when somebody looks again that it is right
   */
  record ResourceRequest(
      @Nullable Integer version,
      Resource.@Nullable Kind kind,
      @Nullable String name,
      @Nullable String number,
      @Nullable String link,
      @Nullable String saysFr,
      @Nullable String saysEn,
      @Nullable Integer place,
      @Nullable LocalDate reviewOn) {

    Resource.Draft draft(boolean fresh) {
      return new Resource.Draft(
          fresh ? 0 : needed("version", version),
          needed("kind", kind),
          needed("name", name),
          number == null ? "" : number,
          link == null ? "" : link,
          needed("saysFr", saysFr),
          needed("saysEn", saysEn),
          needed("place", place),
          reviewOn);
    }
  }

  private final Glossary glossary;
  private final Resources resources;

  ReferenceApi(Glossary glossary, Resources resources) {
    this.glossary = glossary;
    this.resources = resources;
  }

  @GetMapping("/glossary")
  @Operation(summary = "The glossary, in French and English, each word with its source")
  TermList terms() {
    return new TermList(glossary.all(), null);
  }

  @PostMapping("/glossary")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds a word")
  Term addTerm(
      @RequestBody TermRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return glossary.add(request.draft(true), person.person());
  }

  @PutMapping("/glossary/{id}")
  @Operation(summary = "Gives a word other terms; 409 when it was changed meanwhile")
  Term changeTerm(
      @PathVariable UUID id,
      @RequestBody TermRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    glossary.of(id);
    return glossary.change(id, request.draft(false), person.person());
  }

  @GetMapping("/resources")
  @Operation(summary = "Helplines and pages, as the public page shows them")
  ResourceList resources() {
    return new ResourceList(resources.all(), null);
  }

  @PostMapping("/resources")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds a helpline or a page")
  Resource addResource(
      @RequestBody ResourceRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return resources.add(request.draft(true), person.person());
  }

  @PutMapping("/resources/{id}")
  @Operation(summary = "Makes one other than it was; 409 when it was changed meanwhile")
  Resource changeResource(
      @PathVariable UUID id,
      @RequestBody ResourceRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    resources.of(id);
    return resources.change(id, request.draft(false), person.person());
  }

  @DeleteMapping("/resources/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes one away")
  void removeResource(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    resources.remove(id, person.person());
  }

  private static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException(field);
    }
    return value;
  }
}
