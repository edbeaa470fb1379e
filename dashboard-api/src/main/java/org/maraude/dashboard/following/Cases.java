package org.maraude.dashboard.following;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.following.CaseException.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens cases with somebody's agreement, writes in them, hands them over and closes them. A deed
 * and its line of the audit stand or fall together; days are those of {@link Paris#ZONE}. Thread
 * safe.
 */
public final class Cases {

  /** Where the teams work. */

  /** How long a case is kept after the last contact. */
  public static final Period KEPT = Period.ofYears(2);

  private final TransactionTemplate transaction;
  private final CaseRows rows;
  private final CaseSeal seal;
  private final Audit audit;
  private final Clock clock;
  private final LineWriter lines;
  private final CaseOpening opening;

  public Cases(
      JdbcClient sql,
      TransactionTemplate transaction,
      KeyFolder keys,
      CaseKeys caseKeys,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.transaction = transaction;
    this.rows = new CaseRows(sql);
    this.seal = new CaseSeal(caseKeys);
    this.lines = new LineWriter(rows, seal, clock, ids);
    var contacts = new ChosenContact(sql, keys.opener(), keys.tokens());
    this.opening = new CaseOpening(sql, transaction, seal, lines, contacts, audit, clock, ids);
    this.audit = audit;
    this.clock = clock;
  }

  /** Today where the teams work. */
  public LocalDate today() {
    return Paris.day(clock.instant());
  }

  /**
   * Opens a case, which its opener accompanies.
   *
   * @param key the same key opens nothing a second time
   * @return its id
   * @throws CaseException when something is missing, they said no, or the team accompanies them
   *     already
   * @throws org.maraude.dashboard.queue.KeyReusedException when the key stood with another request
   */
  public UUID open(NewCase made, Person person, @Nullable String key) {
    notInTheFuture(made.agreedOn());
    return opening.open(made, person, key);
  }

  /**
   * The case as this person may see it; the reading is logged.
   *
   * @throws CaseException when there is none for them, or its key is gone
   */
  public CaseView read(UUID id, Person reader) {
    return done(() -> {
      var row = rows.find(id, reader);
      var standing = Standing.of(row.worker(), reader);
      audit.write(reader.id(), Deed.CASE_READ, id.toString(), standing.name());
      return view(row, standing, reader);
    });
  }

  private CaseView view(CaseRow row, Standing standing, Person reader) {
    var close = standing.seesClose() ? seal.part(row.id(), Parts.Close.class, row.close()) : null;
    var contact = close == null ? null : close.contact();
    var health = row.health();
    return new CaseView(
        row.id(),
        standing,
        row.workerName(),
        row.departement(),
        row.agreement(),
        row.agreedOn(),
        row.itemId(),
        row.nextOn(),
        row.lastContactOn(),
        row.lastContactOn().plus(KEPT),
        row.closedOn(),
        row.closing(),
        seal.part(row.id(), Parts.Everyday.class, row.everyday()),
        contact == null ? null : new CaseView.MaskedContact(contact.kind(), contact.masked()),
        close == null ? null : close.needs(),
        close == null ? null : close.situation(),
        !standing.seesHealth() || health == null
            ? null
            : seal.part(row.id(), Parts.Health.class, health).words(),
        standing.seesClose() ? lines(row.id()) : List.of(),
        standing.leads() && !row.closed() ? rows.colleagues(row.worker(), reader) : List.of(),
        row.version());
  }

  private List<CaseView.Line> lines(UUID id) {
    return rows.lines(id).stream()
        .map(line ->
            new CaseView.Line(
                line.kind(), line.by(), line.at(), seal.openLine(id, line.id(), line.sealed())))
        .toList();
  }

  /**
   * Looks whether a case exists for somebody, before anything else of a request is judged.
   *
   * @throws CaseException when there is none for them
   */
  public void mustExist(UUID id, Person reader) {
    rows.find(id, reader);
  }

  /**
   * The contact in clear, for who accompanies or leads; each time is a line of the audit.
   *
   * @throws CaseException when there is none for them
   */
  public Parts.Contact contact(UUID id, Person reader) {
    return done(() -> {
      var row = rows.find(id, reader);
      if (!Standing.of(row.worker(), reader).seesClose()) {
        throw notForYou();
      }
      var contact = seal.part(id, Parts.Close.class, row.close()).contact();
      if (contact == null) {
        throw CaseException.noSuchCase();
      }
      audit.write(reader.id(), Deed.CASE_CONTACT_OPENED, id.toString(), contact.kind().name());
      return contact;
    });
  }

  /**
   * Changes what a case says.
   *
   * @throws CaseException when somebody wrote meanwhile, or a part is not for this person
   */
  public void change(UUID id, CaseChange change, Person person) {
    write(
        id,
        person,
        row -> {
          var standing = Standing.of(row.worker(), person);
          if (row.version() != change.version()) {
            throw new CaseException(
                Problem.CHANGED_MEANWHILE,
                "somebody wrote in this case meanwhile: look at it again");
          }
          mustBeOpen(row);
          rows.change(id, change.nextOn(), seal.part(id, change.everyday()));
          var close = change.close();
          if (close != null) {
            allowed(standing.seesClose());
            var contact = seal.part(id, Parts.Close.class, row.close()).contact();
            rows.close(id, seal.part(id, close.withContact(contact)));
          }
          var health = change.health();
          if (health != null) {
            allowed(standing.seesHealth());
            rows.health(id, health.words().isEmpty() ? null : seal.part(id, health));
          }
          audit.write(person.id(), Deed.CASE_CHANGED, id.toString(), "");
        });
  }

  /**
   * Writes a line.
   *
   * @param contactOn the day of a contact, which lets the term of two years begin anew; null for a
   *     note without one
   * @param key the same key writes nothing a second time
   * @throws CaseException when nothing is said, or the day has not come yet
   */
  public void note(
      UUID id, String text, @Nullable LocalDate contactOn, Person person, @Nullable String key) {
    var fit = Parts.fitText("note", text);
    if (contactOn != null) {
      notInTheFuture(contactOn);
    } else if (fit.isEmpty()) {
      throw new CaseException(Problem.NOTE_EMPTY, "a note without contact needs words");
    }
    write(
        id,
        person,
        row -> {
          if (rows.hasLine(person, key, id)) {
            return;
          }
          mustBeOpen(row);
          lines.write(id, contactOn == null ? LineKind.NOTE : LineKind.CONTACT, fit, person, key);
          if (contactOn != null) {
            rows.contactOn(id, contactOn);
          }
          audit.write(
              person.id(), Deed.CASE_WRITTEN_IN, id.toString(), contactOn == null ? "" : "CONTACT");
        });
  }

  /**
   * Gives the case to a colleague of the team, who accompanies from now on.
   *
   * @param words for the colleague; may be empty
   * @throws CaseException when there is no such colleague, or the case is not this person's to give
   */
  public void handOver(UUID id, String colleague, String words, Person person) {
    var fit = Parts.fitText("note", words);
    write(
        id,
        person,
        row -> {
          allowed(Standing.of(row.worker(), person).leads());
          mustBeOpen(row);
          var to =
              rows.colleague(colleague, person)
                  .filter(other -> !other.equals(row.worker()))
                  .orElseThrow(() ->
                      new CaseException(
                          Problem.COLLEAGUE_UNKNOWN,
                          "no colleague of that name accompanies people in your team"));
          rows.handOver(id, to);
          lines.write(id, LineKind.HANDED_OVER, fit, person, null);
          audit.write(person.id(), Deed.CASE_HANDED_OVER, id.toString(), to.toString());
        });
  }

  /**
   * Closes a case; it is kept until two years after the last contact.
   *
   * @throws CaseException when it is not this person's to close
   */
  public void close(UUID id, Closing closing, String words, Person person) {
    var fit = Parts.fitText("note", words);
    write(
        id,
        person,
        row -> {
          allowed(Standing.of(row.worker(), person).leads());
          mustBeOpen(row);
          rows.end(id, today(), closing);
          lines.write(id, LineKind.CLOSED, fit, person, null);
          audit.write(person.id(), Deed.CASE_CLOSED, id.toString(), closing.name());
        });
  }

  /**
   * Opens a closed case again.
   *
   * @throws CaseException when it is not closed, or not this person's to open
   */
  public void reopen(UUID id, Person person) {
    try {
      write(
          id,
          person,
          row -> {
            allowed(Standing.of(row.worker(), person).leads());
            if (!row.closed()) {
              throw new CaseException(Problem.NOT_CLOSED, "this case is open");
            }
            rows.end(id, null, null);
            lines.write(id, LineKind.REOPENED, "", person, null);
            audit.write(person.id(), Deed.CASE_REOPENED, id.toString(), "");
          });
    } catch (DuplicateKeyException e) {
      throw new CaseException(
          Problem.ALREADY_ACCOMPANIED, "your team accompanies this person already");
    }
  }

  private interface Writing {
    void to(CaseRow row);
  }

  private void write(UUID id, Person person, Writing writing) {
    transaction.executeWithoutResult(status -> writing.to(rows.lock(id, person)));
  }

  private <T> T done(Supplier<T> work) {
    T answer = transaction.execute(status -> work.get());
    if (answer == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return answer;
  }

  private void notInTheFuture(LocalDate day) {
    if (day.isAfter(today())) {
      throw new CaseException(Problem.DATE_IN_THE_FUTURE, "%s has not come yet".formatted(day));
    }
  }

  private static void mustBeOpen(CaseRow row) {
    if (row.closed()) {
      throw new CaseException(Problem.CLOSED, "this case is closed; open it again first");
    }
  }

  private static void allowed(boolean may) {
    if (!may) {
      throw notForYou();
    }
  }

  private static CaseException notForYou() {
    return new CaseException(
        Problem.NOT_FOR_YOU, "this part of the case is for who accompanies the person");
  }
}
