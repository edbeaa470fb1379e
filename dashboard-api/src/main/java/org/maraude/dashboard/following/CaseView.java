package org.maraude.dashboard.following;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;

/**
 * A case as one reader sees it: what is not for them is null, and was not opened either.
 *
 * @param contact its kind and masked form; the clear one is shown apart, for a minute
 * @param health null also when nothing is written
 * @param lines oldest first; empty for who stands in
 */
public record CaseView(
    UUID id,
    Standing standing,
    String worker,
    @Nullable String departement,
    Agreement agreement,
    LocalDate agreedOn,
    @Nullable UUID itemId,
    @Nullable LocalDate nextOn,
    LocalDate lastContactOn,
    LocalDate erasedAfter,
    @Nullable LocalDate closedOn,
    @Nullable Closing closing,
    Parts.Everyday everyday,
    @Nullable MaskedContact contact,
    @Nullable Set<Need> needs,
    @Nullable String situation,
    @Nullable String health,
    List<Line> lines,
    List<String> colleagues,
    int version) {

  /** As much of a contact as may stand on a page. */
  public record MaskedContact(ContactKind kind, String masked) {}

  /** Something that happened. */
  public record Line(LineKind kind, String by, Instant at, String text) {}

  public boolean closed() {
    return closedOn != null;
  }
}
