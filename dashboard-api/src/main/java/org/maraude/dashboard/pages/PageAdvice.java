package org.maraude.dashboard.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Hands every page its frame ({@code page}) and its words ({@code say}). */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {

  private final DashboardConfig config;
  private final MessageSource messages;
  private final Clock clock;

  PageAdvice(DashboardConfig config, MessageSource messages, Clock clock) {
    this.config = config;
    this.messages = messages;
    this.clock = clock;
  }

  @ModelAttribute("page")
  PageFacts page(
      HttpServletRequest request,
      Locale locale,
      @AuthenticationPrincipal @Nullable SignedIn reader) {
    var provider = config.signIn().provider();
    var language = Speech.languageOf(locale);
    return new PageFacts(
        config.demo(),
        provider == null ? "" : provider.name(),
        language,
        inOtherLanguage(request, language.equals("fr") ? "en" : "fr"),
        messages.getMessage("language.other", null, locale),
        reader != null && reader.in() ? reader.getUsername() : "",
        reader != null && reader.in() ? reader.person().permissions() : Set.of());
  }

  @ModelAttribute("say")
  Speech say(Locale locale) {
    return new Speech(messages, locale, clock);
  }

  /** A page that came of a form or of an error has no address of its own: back to the front. */
  private static String inOtherLanguage(HttpServletRequest request, String other) {
    boolean hasAddress =
        request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST;
    var address =
        hasAddress
            ? UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
            : UriComponentsBuilder.fromPath("/");
    return address.replaceQueryParam("lang", other).build().toUriString();
  }
}
