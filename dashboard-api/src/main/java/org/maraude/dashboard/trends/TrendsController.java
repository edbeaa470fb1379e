package org.maraude.dashboard.trends;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.trends.findings.FindingWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The trends page. A question that does not fit shows the usual answer and says what is wrong. */
@Controller
class TrendsController {

  private final Volumes volumes;

  TrendsController(Volumes volumes) {
    this.volumes = volumes;
  }

  @GetMapping("/trends")
  ModelAndView trends(VolumeQuery.Asked asked, @ModelAttribute("say") Speech say, Locale locale) {
    var view = new ModelAndView("trends");
    VolumeQuery query;
    try {
      query = VolumeQuery.parse(asked, volumes.today());
    } catch (BadVolumeQueryException e) {
      view.setStatus(HttpStatus.BAD_REQUEST);
      view.addObject("problem", e.code());
      query = VolumeQuery.usual(volumes.today());
    }
    var table = volumes.answer(query);
    var words = new VolumeWords(table, say, locale);
    view.addObject("table", table);
    view.addObject("words", TrendsPage.of(table, words, locale));
    view.addObject("findings", FindingWords.of(table, say, locale));
    view.addObject("steps", names(Step.values()));
    view.addObject("splits", names(Split.values()));
    view.addObject("pers", names(Per.values()));
    view.addObject("measures", names(Measure.values()));
    return view;
  }

  private static List<String> names(Enum<?>[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> VolumeQuery.word(values[i])).toList();
  }
}
