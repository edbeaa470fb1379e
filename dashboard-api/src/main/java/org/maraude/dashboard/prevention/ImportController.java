package org.maraude.dashboard.prevention;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a platform's table is handed in, its columns are chosen, and it is taken in. */
@Controller
class ImportController {

  private static final int SHOWN = 5;

  private final Campaigns campaigns;
  private final PlatformImports imports;

  ImportController(Campaigns campaigns, PlatformImports imports) {
    this.campaigns = campaigns;
    this.imports = imports;
  }

  /** As chosen; what is not chosen is guessed at the first look. */
  record Form(
      @Nullable UUID upload,
      @Nullable Encoding encoding,
      @Nullable Separator separator,
      @Nullable DateForm dates,
      @Nullable Integer reference,
      @Nullable Integer dayColumn,
      @Nullable Integer views,
      @Nullable Integer likes,
      @Nullable Integer comments,
      @Nullable Integer shares,
      @Nullable Integer saves,
      @Nullable String day,
      @Nullable Boolean leaveOthers) {

    ImportChoice choice() {
      return ImportChoice.of(
          encoding,
          separator,
          dates,
          Arrays.asList(reference, dayColumn, views, likes, comments, shares, saves),
          day == null || day.isBlank() ? null : TypedMoment.date(day),
          leaveOthers);
    }
  }

  @GetMapping("/campaigns/{id}/import")
  ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("import");
    page.addObject("campaign", campaigns.of(id, reader.person()));
    return page;
  }

  @PostMapping("/campaigns/{id}/import/file")
  ModelAndView handIn(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal SignedIn person) {
    campaigns.of(id, person.person());
    try {
      var bytes = file == null ? new byte[0] : file.getBytes();
      var upload = imports.handIn(id, bytes, person.person());
      var top = PlatformTable.top(bytes, Encoding.AUTO, Separator.AUTO, SHOWN);
      var columns = Column.guessed(top.heads());
      var days = new ArrayList<String>();
      var at = columns.get(Column.DAY);
      if (at != null) {
        top.lines().stream()
            .filter(line -> line.size() > at)
            .forEach(line -> days.add(line.get(at)));
      }
      var choice =
          new ImportChoice(Encoding.AUTO, Separator.AUTO, DateForm.of(days), columns, null, false);
      return chosen(id, upload, choice, top, person);
    } catch (PreventionException e) {
      return refused(ask(id, person), e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What the choice would take in; changes nothing. */
  @PostMapping("/campaigns/{id}/import/look")
  ModelAndView look(@PathVariable UUID id, Form form, @AuthenticationPrincipal SignedIn person) {
    campaigns.of(id, person.person());
    return again(id, form, person, null);
  }

  @PostMapping("/campaigns/{id}/import")
  ModelAndView take(
      @PathVariable UUID id,
      Form form,
      @AuthenticationPrincipal SignedIn person,
      RedirectAttributes after) {
    campaigns.of(id, person.person());
    try {
      var outcome = imports.take(id, upload(form), form.choice(), person.person());
      if (outcome.reading().sound()) {
        after.addFlashAttribute("imported", outcome.again() ? "import.again" : "import.done");
        after.addFlashAttribute("importedLines", outcome.reading().lines().size());
        after.addFlashAttribute("importedChanged", outcome.changed());
        return new ModelAndView("redirect:/campaigns/" + id + "/results");
      }
      var page = again(id, form, person, null);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    } catch (PreventionException e) {
      return again(id, form, person, e);
    }
  }

  private static UUID upload(Form form) {
    if (form.upload() == null) {
      throw PreventionException.unfit("import-file-missing", "choose a file");
    }
    return form.upload();
  }

  private ModelAndView again(
      UUID id, Form form, SignedIn person, @Nullable PreventionException before) {
    byte[] file;
    try {
      file = imports.file(id, upload(form), person.person());
    } catch (PreventionException e) {
      return refused(ask(id, person), e);
    }
    var choice = form.choice();
    var top = new PlatformTable.Top(List.of(), List.of());
    try {
      top = PlatformTable.top(file, choice.encoding(), choice.separator(), SHOWN);
      var page = chosen(id, upload(form), choice, top, person);
      if (before != null) {
        return refused(page, before);
      }
      return page.addObject("reading", imports.look(id, file, choice, person.person()));
    } catch (PreventionException e) {
      return refused(chosen(id, upload(form), choice, top, person), e);
    }
  }

  private ModelAndView chosen(
      UUID id, UUID upload, ImportChoice choice, PlatformTable.Top top, SignedIn person) {
    var page = ask(id, person);
    page.addObject("upload", upload);
    page.addObject("choice", choice);
    page.addObject("top", top);
    page.addObject("columns", Column.values());
    page.addObject("encodings", Encoding.values());
    page.addObject("separators", Separator.values());
    page.addObject("dateForms", DateForm.values());
    return page;
  }

  private static ModelAndView refused(ModelAndView page, PreventionException e) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("problem", e);
    return page;
  }
}
