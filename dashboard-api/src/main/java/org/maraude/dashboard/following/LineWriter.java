package org.maraude.dashboard.following;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;

/** Seals a line and writes it beneath its case, in the transaction that is open. */
final class LineWriter {

  private final CaseRows rows;
  private final CaseSeal seal;
  private final Clock clock;
  private final Supplier<UUID> ids;

  LineWriter(CaseRows rows, CaseSeal seal, Clock clock, Supplier<UUID> ids) {
    this.rows = rows;
    this.seal = seal;
    this.clock = clock;
    this.ids = ids;
  }

  void write(UUID id, LineKind kind, String text, Person person, @Nullable String key) {
    var line = ids.get();
    rows.line(
        id,
        line,
        kind,
        person,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        seal.line(id, line, text),
        key);
  }
}
