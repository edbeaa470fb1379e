package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.rounds.templates.MessageTemplate;
import org.maraude.dashboard.rounds.templates.MessageTemplate.Kind;
import org.maraude.dashboard.rounds.templates.TemplateException;
import org.maraude.dashboard.rounds.templates.Templates;
import org.springframework.dao.DataAccessException;

class TemplatesIT {

  private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");

  private static RoundTables tables;
  private static Templates templates;
  private static Person one;
  private static Person other;

  @BeforeAll
  static void open() {
    tables = new RoundTables();
    var clock = RoundTables.clock(NOW);
    templates = new Templates(tables.sql, tables.transaction, new Audit(tables.sql, clock), clock);
    one = tables.person("one", Role.LEAD);
    other = tables.person("other", Role.LEAD);
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(TemplateException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static List<MessageTemplate> french() {
    return templates.all().stream()
        .filter(each -> each.kind() == Kind.FIRST && each.language().equals("fr"))
        .toList();
  }

  @Test
  void whatIsShippedStandsInSixLanguagesCanBeApprovedAndIsNot() {
    var shipped = templates.all().stream().filter(each -> each.by() == null).toList();
    assertThat(shipped).hasSize(2 * Templates.LANGUAGES.size());
    assertThat(shipped).allSatisfy(each -> assertThat(each.faults()).isEmpty());
    assertThat(shipped)
        .extracting(MessageTemplate::language)
        .containsOnlyElementsOf(Templates.LANGUAGES);
  }

  @Test
  void aTextIsCopiedOnceSomebodyElseApprovedItAndTheOneBeforeUntilThen() {
    templates.approve(Kind.FIRST, "fr", 1, one);
    assertThat(templates.approvedFor("fr").getFirst().version()).isEqualTo(1);
    templates.write(Kind.FIRST, "fr", 1, "Bonjour. Répondez STOP et c’est fini.", one);
    assertThat(french()).extracting(MessageTemplate::version).containsExactly(2, 1);
    assertThat(templates.approvedFor("fr").getFirst().version()).isEqualTo(1);
    refused("template-own", () -> templates.approve(Kind.FIRST, "fr", 2, one));
    refused("template-changed", () -> templates.write(Kind.FIRST, "fr", 1, "STOP", other));
    templates.approve(Kind.FIRST, "fr", 2, other);
    var shown = templates.approvedFor("fr").getFirst();
    assertThat(shown.version()).isEqualTo(2);
    assertThat(shown.approvedBy()).isEqualTo("other");
    assertThat(shown.approvedAt()).isEqualTo(NOW);
  }

  @Test
  void aTextWithoutAWayToRefuseIsKeptAsADraftAndApprovedByNobody() {
    templates.write(Kind.SECOND, "en", 1, "Hello, write to us.", one);
    refused("template-no-way-to-refuse", () -> templates.approve(Kind.SECOND, "en", 2, other));
    templates.write(Kind.SECOND, "en", 2, "Hello, not the police. Answer STOP.", one);
    refused("template-refused-word", () -> templates.approve(Kind.SECOND, "en", 3, other));
    refused("template-unknown", () -> templates.approve(Kind.SECOND, "en", 9, other));
  }

  @Test
  void theDatabaseKeepsEveryVersionAsItWasAndWritersFromApproving() {
    templates.write(Kind.SECOND, "es", 1, "Hola. STOP.", one);
    for (var change :
        List.of(
            "update message_templates set words = 'x'",
            "delete from message_templates",
            "update message_templates set approved_by = written_by, approved_at = now()"
                + " where written_by is not null and approved_at is null")) {
      assertThatThrownBy(() -> tables.sql.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }
}
