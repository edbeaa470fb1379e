package org.maraude.dashboard.trends;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of how long ads stay. */
@Controller
class LifetimesController {

  private final Lifetimes lifetimes;
  private final Clock clock;

  LifetimesController(Lifetimes lifetimes, Clock clock) {
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  @GetMapping("/trends/lifetimes")
  ModelAndView page(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @ModelAttribute("say") Speech say,
      Locale locale) {
    var view = new ModelAndView("lifetimes");
    Lifetimes.Answer answer;
    try {
      answer = lifetimes.asked(from, to);
    } catch (BadVolumeQueryException e) {
      view.setStatus(HttpStatus.BAD_REQUEST);
      view.addObject("problem", e.code());
      answer = lifetimes.asked(null, null);
    }
    view.addObject("answer", answer);
    view.addObject("charts", answer.curve().size() < 2 ? List.of() : charts(answer, say, locale));
    return view;
  }

  private List<String> charts(Lifetimes.Answer answer, Speech say, Locale locale) {
    var file = new LifetimeFile(answer, say, locale, clock.instant());
    return List.of(
        file.chart(Frame.large("life"), "chart chart-large"),
        file.chart(Frame.small("life-s"), "chart chart-small"));
  }
}
