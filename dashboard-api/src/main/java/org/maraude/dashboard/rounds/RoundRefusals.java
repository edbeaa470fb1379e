package org.maraude.dashboard.rounds;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What no page of a round says itself ends on the page of errors. */
@ControllerAdvice(basePackageClasses = RoundRefusals.class)
class RoundRefusals {

  @ExceptionHandler
  void refused(RoundException e, HttpServletResponse response) throws IOException {
    response.sendError(status(e).value());
  }

  static HttpStatus status(RoundException e) {
    return switch (e.kind()) {
      case UNFIT -> HttpStatus.UNPROCESSABLE_CONTENT;
      case CONFLICT -> HttpStatus.CONFLICT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
    };
  }
}
