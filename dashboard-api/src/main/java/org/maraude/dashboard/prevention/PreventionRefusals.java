package org.maraude.dashboard.prevention;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What a page does when something cannot be done. */
@ControllerAdvice(
    basePackages = {
      "org.maraude.dashboard.prevention",
      "org.maraude.dashboard.glossary",
      "org.maraude.dashboard.resources"
    })
public class PreventionRefusals {

  /** A form's deed, and where it leads when it succeeds. */
  public interface Deed {
    String done();
  }

  /**
   * Does it; or shows the page that the form stands on again, with {@code problem}.
   *
   * @throws PreventionException when what it is about does not exist
   */
  public static ModelAndView tried(Deed deed, Supplier<ModelAndView> again) {
    try {
      return new ModelAndView(deed.done());
    } catch (PreventionException e) {
      if (e.notFound()) {
        throw e;
      }
      var page = again.get();
      page.setStatus(e.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("problem", e);
      return page;
    }
  }

  /** What stood in the form, for the page that shows it again. */
  @ModelAttribute("typed")
  Map<String, String> typed(HttpServletRequest request) {
    var typed = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
    return typed;
  }

  @ExceptionHandler
  void missing(PreventionException e, HttpServletResponse answer) throws IOException {
    answer.sendError(e.notFound() ? HttpStatus.NOT_FOUND.value() : HttpStatus.BAD_REQUEST.value());
  }
}
