package org.maraude.dashboard.trends;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How long ads stay, as page and API. */
@Controller
@Tag(name = "trends")
class LifetimesController {

  private final Lifetimes lifetimes;
  private final Volumes volumes;

  LifetimesController(Lifetimes lifetimes, Volumes volumes) {
    this.lifetimes = lifetimes;
    this.volumes = volumes;
  }

  private Lifetimes.Answer answer(@Nullable String from, @Nullable String to) {
    var query =
        VolumeQuery.parse(
            new VolumeQuery.Asked(from, to, null, null, null, null, null), volumes.today());
    return lifetimes.of(query.from(), query.to());
  }

  @GetMapping("/api/v1/trends/lifetimes")
  @ResponseBody
  @Operation(
      summary = "How long the ads stay that were new in these weeks",
      description =
          "Kaplan-Meier with its 95 % interval. The curve falls by eleven ads or more at once; ads is"
              + " absent when fewer than eleven were new. What is left out is the last half year.")
  Lifetimes.Answer json(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return answer(from, to);
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
      answer = answer(from, to);
    } catch (BadVolumeQueryException e) {
      view.setStatus(HttpStatus.BAD_REQUEST);
      view.addObject("problem", e.code());
      answer = answer(null, null);
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

  @ExceptionHandler(BadVolumeQueryException.class)
  @ResponseBody
  ProblemDetail badQuery(BadVolumeQueryException e) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    problem.setProperty("code", "bad-" + e.code());
    return problem;
  }
}
