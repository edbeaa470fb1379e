package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.maraude.dashboard.ownday.OwnDay;
import org.maraude.dashboard.ownday.OwnDays;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What you have read today. Nobody else can ask for it. */
@RestController
@Tag(name = "own day")
class OwnDayApi {

  private final OwnDays ownDays;

  OwnDayApi(OwnDays ownDays) {
    this.ownDays = ownDays;
  }

  @GetMapping("/api/v1/own-day")
  @Operation(
      summary = "How many items you have read today, how many weighed, and whether to pause",
      description =
          "Since five in the morning in Paris, each item once. Heavy ones are those of the minor queue and"
              + " those that you referred. A pause is suggested after five heavy items or 90 minutes"
              + " without fifteen minutes of rest. Nobody else is shown any of it.")
  OwnDay ownDay(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return ownDays.of(reader.person());
  }
}
