package org.maraude.dashboard.prevention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.security.SignedIn;
import org.maraude.dashboard.trends.Chart;
import org.maraude.dashboard.trends.Frame;
import org.maraude.dashboard.trends.Panel;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of what came of a campaign: drawings, and the same as tables. */
@Controller
class ResultsController {

  private final Outcomes outcomes;

  ResultsController(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  @GetMapping("/campaigns/{id}/results")
  ModelAndView results(
      @PathVariable UUID id,
      @ModelAttribute("say") Speech say,
      Locale locale,
      @AuthenticationPrincipal SignedIn reader) {
    var results = outcomes.of(id, reader.person());
    var charts = new ArrayList<String>();
    if (results.themes().stream().anyMatch(line -> line.theme() != null)) {
      charts.add(chart(results, "answers", line -> line.counts().answers(), say, locale));
      charts.add(chart(results, "talks", line -> line.conversations().count(), say, locale));
    }
    var page = new ModelAndView("results");
    page.addObject("results", results);
    page.addObject("charts", List.copyOf(charts));
    page.addObject("writes", reader.person().may(Permission.WRITE_PREVENTION));
    return page;
  }

  /** Once for wide windows and once for telephones, as the trends are drawn. */
  private static String chart(
      Results results,
      String name,
      Function<Results.ThemeLine, @Nullable Long> value,
      Speech say,
      Locale locale) {
    var campaign = results.campaign();
    var points = new ArrayList<Panel.Point>();
    var told = new ArrayList<String>();
    var stripes = new ArrayList<Panel.Stripe>();
    for (var line : results.themes()) {
      var theme = line.theme();
      if (theme != null) {
        var number = value.apply(line);
        points.add(
            new Panel.Point(
                theme.firstDay(), theme.lastDay().plusDays(1), number, null, null, false, false));
        stripes.add(
            new Panel.Stripe(
                String.valueOf((char) ('A' + stripes.size() % 26)),
                theme.title(),
                theme.firstDay(),
                theme.lastDay().plusDays(1)));
        told.add(
            theme.title()
                + ": "
                + (number == null ? say.text("results.hidden") : say.number(number)));
      }
    }
    var panel =
        new Panel(
            say.text("results.chart." + name),
            String.join("; ", told),
            points,
            stripes,
            campaign.firstDay(),
            campaign.lastDay().plusDays(1));
    var spoken = Locale.forLanguageTag(Speech.languageOf(locale));
    return Chart.draw(panel, Frame.large(name + "-large"), spoken, "chart chart-large")
        + Chart.draw(panel, Frame.small(name + "-small"), spoken, "chart chart-small");
  }
}
