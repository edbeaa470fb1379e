package org.maraude.dashboard.rounds.templates;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.rounds.templates.MessageTemplate.Kind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where leads write and approve the texts. */
@Controller
class TemplateController {

  /** Makes what the page uses. */
  @Configuration(proxyBeanMethods = false)
  static class Parts {

    @Bean
    Templates templates(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
      return new Templates(sql, transaction, audit, clock);
    }
  }

  private static final String BACK = "redirect:/templates";

  private final Templates templates;

  TemplateController(Templates templates) {
    this.templates = templates;
  }

  @GetMapping("/templates")
  ModelAndView list() {
    var page = new ModelAndView("templates");
    page.addObject(
        "texts",
        templates.all().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.kind() + "-" + each.language(),
                    LinkedHashMap::new,
                    Collectors.toList())));
    return page;
  }

  @PostMapping("/templates")
  ModelAndView write(
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    try {
      templates.write(known(kind), language, version, words, lead.person());
    } catch (TemplateException e) {
      var page = list();
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("problem", e.code());
      page.addObject("typedFor", kind + "-" + language);
      page.addObject("typed", words);
      return page;
    }
    flash.addFlashAttribute("did", "written");
    return new ModelAndView(BACK + "#" + kind + "-" + language);
  }

  @PostMapping("/templates/approve")
  ModelAndView approve(
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "-1") int version,
      @AuthenticationPrincipal SignedIn lead,
      RedirectAttributes flash) {
    try {
      templates.approve(known(kind), language, version, lead.person());
      flash.addFlashAttribute("did", "approved");
    } catch (TemplateException e) {
      flash.addFlashAttribute("problem", e.code());
    }
    return new ModelAndView(BACK + "#" + kind + "-" + language);
  }

  private static Kind known(@Nullable Kind kind) {
    if (kind == null) {
      throw new TemplateException("template-unknown", "there is no such text");
    }
    return kind;
  }
}
