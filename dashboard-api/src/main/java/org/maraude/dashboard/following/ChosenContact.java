package org.maraude.dashboard.following;

import java.util.Optional;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactOpener;
import org.maraude.contacts.ContactTokens;
import org.maraude.contacts.SealException;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.following.CaseException.Problem;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The contact that a case begins with. Out of an ad it goes from the day's key to the person's own
 * without anybody seeing it; only an ad that was chosen for a round gives one.
 */
final class ChosenContact {

  private final JdbcClient sql;
  private final ContactOpener opener;
  private final ContactTokens tokens;

  ChosenContact(JdbcClient sql, ContactOpener opener, ContactTokens tokens) {
    this.sql = sql;
    this.opener = opener;
    this.tokens = tokens;
  }

  /** A contact with its token. */
  record Found(CanonicalContact contact, String token) {
    Parts.Contact part() {
      return new Parts.Contact(contact.kind(), contact.value(), contact.masked());
    }
  }

  /**
   * @throws CaseException when the item does not do, or its contact is erased
   */
  Optional<Found> find(NewCase.Origin from, Person person) {
    return switch (from) {
      case NewCase.Origin.None none -> Optional.empty();
      case NewCase.Origin.Stated stated ->
          Optional.of(new Found(stated.contact(), tokens.token(stated.contact())));
      case NewCase.Origin.Item item -> Optional.of(ofItem(item, person));
    };
  }

  private Found ofItem(NewCase.Origin.Item item, Person person) {
    var sealed =
        sql.sql(
                """
                select i.assessment from items i
                where i.id = ? and i.outcome = 'CONTACT_IN_ROUND' and i.tokens @> array[?]::text[]
                  and %s\
                """
                    .formatted(Reach.of("i", "?")))
            .params(item.id(), item.token(), person.id())
            .query(String.class)
            .optional()
            .map(json -> EventJson.readLine(json, Assessment.class))
            .flatMap(read ->
                read.contacts().stream()
                    .filter(each -> each.token().equals(item.token()))
                    .findFirst())
            .orElseThrow(() ->
                new CaseException(
                    Problem.ITEM_UNFIT,
                    "no ad that was chosen for a round has this contact for you"));
    try {
      return new Found(opener.open(sealed.sealed()), item.token());
    } catch (SealException e) {
      throw new CaseException(
          Problem.ITEM_UNFIT, "the ad's contact is erased; state it as the person gave it");
    }
  }
}
