package org.maraude.dashboard.trends;

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

  LifetimesController(Lifetimes lifetimes) {
    this.lifetimes = lifetimes;
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

  private static List<String> charts(Lifetimes.Answer answer, Speech say, Locale locale) {
    var title = say.text("lifetimes.chart");
    var description =
        say.text("lifetimes.described", say.date(answer.from()), say.date(answer.to()));
    var day = say.text("lifetimes.dayShort");
    return List.of(
        LifetimeChart.draw(
            answer, Frame.large("life"), title, description, day, locale, "chart chart-large"),
        LifetimeChart.draw(
            answer, Frame.small("life-s"), title, description, day, locale, "chart chart-small"));
  }
}
