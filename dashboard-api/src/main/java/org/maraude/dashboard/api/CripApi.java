package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.referral.CripEntry;
import org.maraude.dashboard.referral.CripTable;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The departments' CRIP. */
@RestController
@RequestMapping("/api/v1/crip")
@Tag(name = "minor path")
class CripApi {

  /** A new version of an entry; {@code version} is the one that was read. */
  record EditRequest(
      @Nullable Integer version,
      @Nullable String name,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable String hours,
      @Nullable Boolean verified) {

    CripEntry.Edit edit() {
      if (version == null) {
        throw new MissingFieldException("version");
      }
      return new CripEntry.Edit(
          version, or(name), or(telephone), or(email), or(hours), Boolean.TRUE.equals(verified));
    }

    private static String or(@Nullable String field) {
      return field == null ? "" : field;
    }
  }

  record CripList(List<CripEntry> items, @Nullable String next) {}

  private final CripTable table;

  CripApi(CripTable table) {
    this.table = table;
  }

  @GetMapping
  @Operation(summary = "What stands for each department; what is not verified says so")
  CripList all() {
    return new CripList(table.all(), null);
  }

  @GetMapping("/{departement}")
  @Operation(summary = "Every version of one department's entry, newest first")
  CripList one(@PathVariable String departement) {
    return new CripList(table.history(departement), null);
  }

  @PutMapping("/{departement}")
  @Operation(
      summary = "Puts a new version on top; leads only",
      description = "409 crip-changed when somebody has edited the entry since it was read.")
  CripEntry edit(
      @PathVariable String departement,
      @RequestBody EditRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return table.edit(departement, person.person(), request.edit());
  }
}
