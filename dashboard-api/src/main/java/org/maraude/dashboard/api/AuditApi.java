package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.AuditRow;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, newest first. Reading it is a line of its own. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditApi {

  private static final int PAGE = 100;

  record AuditList(List<AuditRow> items, @Nullable String next) {}

  private static final Set<Deed> TELL_A_DECISION =
      EnumSet.of(Deed.ITEM_DECIDED, Deed.OPINION_GIVEN, Deed.ATTEMPT_NOTED, Deed.ATTEMPT_ANSWERED);

  private final Audit audit;
  private final Lookups lookups;

  AuditApi(Audit audit, Lookups lookups) {
    this.audit = audit;
    this.lookups = lookups;
  }

  @GetMapping
  @Operation(summary = "The audit's lines, newest first")
  AuditList rows(
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    var rows = audit.before(before(cursor), PAGE + 1, reader.person().id());
    audit.write(reader.person().id(), Deed.AUDIT_READ, "", "");
    lookups.shown(
        reader.person(),
        rows.stream()
            .filter(row -> TELL_A_DECISION.contains(row.action()) && !row.subject().isEmpty())
            .map(row -> UUID.fromString(row.subject()))
            .toList());
    if (rows.size() <= PAGE) {
      return new AuditList(rows, null);
    }
    var page = rows.subList(0, PAGE);
    return new AuditList(page, Long.toString(page.getLast().seq()));
  }

  private static long before(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new BadQueryException("cursor", e);
    }
  }
}
