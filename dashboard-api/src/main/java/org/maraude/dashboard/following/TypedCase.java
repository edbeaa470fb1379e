package org.maraude.dashboard.following;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.following.CaseException.Problem;
import org.maraude.dashboard.retention.StatedContact;

/**
 * A case as it was typed into a form, so that a form that cannot be taken is shown again as it was.
 * Absent fields are null.
 *
 * @param item an ad that was chosen for a round, with {@code token}; else {@code kind} and {@code
 *     contact} hold what the person gave, or nothing
 */
public record TypedCase(
    @Nullable UUID item,
    @Nullable String token,
    @Nullable ContactKind kind,
    @Nullable String contact,
    @Nullable Agreement agreement,
    @Nullable String agreedOn,
    @Nullable String departement,
    @Nullable String nextOn,
    @Nullable String name,
    @Nullable String safeTimes,
    @Nullable SafeChannel channel,
    @Nullable String language,
    @Nullable String next,
    @Nullable List<Need> needs,
    @Nullable String situation) {

  /** An empty form. */
  static TypedCase empty(@Nullable UUID item, @Nullable String token, LocalDate today) {
    return new TypedCase(
        item,
        token,
        ContactKind.PHONE,
        "",
        null,
        today.toString(),
        "",
        "",
        "",
        "",
        SafeChannel.CALL,
        "fr",
        "",
        List.of(),
        "");
  }

  /** Whether a need was ticked. */
  public boolean has(Need need) {
    return needs != null && needs.contains(need);
  }

  /**
   * What it asks for.
   *
   * @throws CaseException with what does not do
   */
  public NewCase read() {
    if (agreement == null) {
      throw new CaseException(
          Problem.AGREEMENT_MISSING, "say how the person agreed: nobody is accompanied without");
    }
    var agreed = day(agreedOn);
    if (agreed == null) {
      throw new CaseException(Problem.AGREEMENT_MISSING, "say on which day the person agreed");
    }
    return new NewCase(
        origin(),
        agreement,
        agreed,
        departement(departement),
        day(nextOn),
        everyday(),
        new Parts.Close(null, needs == null ? Set.of() : Set.copyOf(needs), or(situation)));
  }

  Parts.Everyday everyday() {
    return new Parts.Everyday(
        or(name),
        or(safeTimes),
        channel == null ? SafeChannel.CALL : channel,
        or(language),
        or(next));
  }

  private NewCase.Origin origin() {
    if (item != null && token != null) {
      return new NewCase.Origin.Item(item, token);
    }
    if (contact == null || contact.isBlank()) {
      return new NewCase.Origin.None();
    }
    return StatedContact.read(kind == null ? ContactKind.PHONE : kind, contact)
        .<NewCase.Origin>map(NewCase.Origin.Stated::new)
        .orElseThrow(() ->
            new CaseException(
                Problem.CONTACT_UNREADABLE, "the contact cannot be read as what it is said to be"));
  }

  /**
   * A day as forms send it.
   *
   * @return null for none
   * @throws CaseException when it is none
   */
  public static @Nullable LocalDate day(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      var day = LocalDate.parse(typed.strip());
      if (day.getYear() >= 2000 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeParseException e) {
      throw noDate(e);
    }
    throw noDate(null);
  }

  private static CaseException noDate(@Nullable Exception cause) {
    var problem = new CaseException(Problem.DATE_UNREADABLE, "a day is written like 2026-03-31");
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }

  private static @Nullable String departement(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    var code = typed.strip().toUpperCase(Locale.ROOT);
    if (!code.matches("\\d{2}|2[AB]|97\\d")) {
      throw new CaseException(
          Problem.DEPARTEMENT_UNKNOWN, "a departement has a code like 44, 2A or 974");
    }
    return code;
  }

  private static String or(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "TypedCase";
  }
}
