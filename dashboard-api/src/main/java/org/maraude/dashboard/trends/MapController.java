package org.maraude.dashboard.trends;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The map of one week, by rate. A week that is none shows the last whole one and says so. */
@Controller
class MapController {

  private final Volumes volumes;

  MapController(Volumes volumes) {
    this.volumes = volumes;
  }

  @GetMapping("/trends/map")
  ModelAndView map(
      @RequestParam(required = false) @Nullable String week,
      @RequestParam(required = false) @Nullable String measure,
      @ModelAttribute("say") Speech say,
      Locale locale) {
    var view = new ModelAndView("trends-map");
    VolumeQuery query;
    try {
      query = MapQuery.parse(week, measure, volumes.today());
    } catch (BadVolumeQueryException e) {
      view.setStatus(HttpStatus.BAD_REQUEST);
      view.addObject("problem", e.code());
      query = MapQuery.parse(null, null, volumes.today());
    }
    view.addObject("map", MapPage.of(volumes.answer(query), say, locale));
    view.addObject(
        "week",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(query.from())
            + " – "
            + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(query.to()));
    view.addObject("query", query);
    view.addObject(
        "asked", "week=%s&measure=%s".formatted(query.from(), VolumeQuery.word(query.measure())));
    view.addObject("measures", Measure.values());
    return view;
  }
}
