package org.maraude.dashboard.trends;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long ads stay, for scripts. */
@RestController
@Tag(name = "trends")
class LifetimesApi {

  private final Lifetimes lifetimes;

  LifetimesApi(Lifetimes lifetimes) {
    this.lifetimes = lifetimes;
  }

  @GetMapping("/api/v1/trends/lifetimes")
  @Operation(
      summary = "How long the ads stay that were new in these weeks",
      description =
          "Kaplan-Meier with its 95 % interval. The curve falls by eleven ads or more at once; ads is"
              + " absent when fewer than eleven were new. What is left out is the last half year.")
  Lifetimes.Answer json(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return lifetimes.asked(from, to);
  }

  @ExceptionHandler(BadVolumeQueryException.class)
  ProblemDetail badQuery(BadVolumeQueryException e) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    problem.setProperty("code", "bad-" + e.code());
    return problem;
  }
}
