package org.maraude.dashboard.following;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.following.CaseException.Problem;
import org.maraude.dashboard.queue.KeyReusedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens a case once: its key, its sealed parts, its first line and the audit's line stand or fall
 * together. Thread safe.
 */
final class CaseOpening {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final CaseRows rows;
  private final CaseSeal seal;
  private final LineWriter lines;
  private final ChosenContact contacts;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  CaseOpening(
      JdbcClient sql,
      TransactionTemplate transaction,
      CaseSeal seal,
      LineWriter lines,
      ChosenContact contacts,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.rows = new CaseRows(sql);
    this.seal = seal;
    this.lines = lines;
    this.contacts = contacts;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** As {@link Cases#open}. */
  UUID open(NewCase made, Person person, @Nullable String key) {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            var earlier = earlier(made, person, key);
            return earlier == null ? insert(made, person, key) : earlier;
          }));
    } catch (DuplicateKeyException e) {
      var earlier = earlier(made, person, key);
      if (earlier != null) {
        return earlier;
      }
      throw new CaseException(
          Problem.ALREADY_ACCOMPANIED, "your team accompanies this person already");
    } catch (DataIntegrityViolationException e) {
      if (String.valueOf(e.getMessage()).contains("nobody_is_accompanied_against_their_no")) {
        throw new CaseException(
            Problem.SAID_NO,
            "this contact is on the register of those who said no; when they ask for help"
                + " themselves, a lead takes the no back first; after an objection a case is opened"
                + " without this contact");
      }
      throw e;
    }
  }

  private @Nullable UUID earlier(NewCase made, Person person, @Nullable String key) {
    var found = key == null ? null : rows.byKey(person, key).orElse(null);
    if (found == null) {
      return null;
    }
    if (found.asked() != null && !seal.asked(found.id(), found.asked()).equals(print(made))) {
      throw new KeyReusedException();
    }
    return found.id();
  }

  private UUID insert(NewCase made, Person person, @Nullable String key) {
    var id = ids.get();
    var found = contacts.find(made.from(), person).orElse(null);
    // Whoever tidies keys up waits: the key is there before its case is.
    sql.sql("select 1 from (select pg_advisory_xact_lock_shared(?)) as waits")
        .param(CaseErasure.TIDYING)
        .query(Integer.class)
        .single();
    seal.begin(id);
    var close = made.close().withContact(found == null ? null : found.part());
    var item = made.from() instanceof NewCase.Origin.Item origin ? origin.id() : null;
    rows.insert(
        id,
        made,
        found == null ? null : found.token(),
        item,
        person,
        seal.part(id, made.everyday()),
        seal.part(id, close),
        clock.instant(),
        key,
        key == null ? null : seal.sealAsked(id, print(made)));
    lines.write(id, LineKind.OPENED, "", person, null);
    audit.write(person.id(), Deed.CASE_OPENED, id.toString(), made.agreement().name());
    return id;
  }

  /** Of all that was asked for; the parts print nothing of themselves, so they stand as JSON. */
  private static String print(NewCase made) {
    var stated = made.from() instanceof NewCase.Origin.Stated from ? from.contact().value() : "";
    return DigestUtils.sha256Hex(
        Stream.of(
                made.from(),
                stated,
                made.agreement(),
                made.agreedOn(),
                made.departement(),
                made.nextOn(),
                JSON.writeValueAsString(made.everyday()),
                JSON.writeValueAsString(made.close()))
            .map(String::valueOf)
            .collect(Collectors.joining("\n")));
  }
}
