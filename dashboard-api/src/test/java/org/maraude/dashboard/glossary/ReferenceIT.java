package org.maraude.dashboard.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;

/** The glossary and the helplines: who edits them, and where they are shown. */
class ReferenceIT {

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static String outreach;
  private static String lead;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    outreach = running.token("script-outreach", Role.OUTREACH);
    lead = running.token("script-lead", Role.LEAD);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String term(int version, String says) {
    return """
    {"version":%d,"wordFr":"essai","wordEn":"attempt","saysFr":"%s","saysEn":"%s",
     "source":"Association de l’exemple","sourceDay":null}\
    """
        .formatted(version, says, says);
  }

  @Test
  void whatIsShippedNamesItsSourceAndSaysTheSameInBothLanguages() {
    var items = RunningDashboard.json(running.get("/api/v1/glossary", outreach)).get("items");
    assertThat(items.size()).isBetween(15, 26);
    items.forEach(item -> {
      for (var field : List.of("wordFr", "wordEn", "saysFr", "saysEn", "source")) {
        assertThat(item.get(field).asString()).as(item.toString()).isNotBlank();
      }
      assertThat(item.toString()).doesNotContain("http");
    });
    assertThat(
            running.count(
                """
                select count(*) from glossary_terms t, unnest(t.indicators) i
                where i !~ '^[a-z0-9]+(-[a-z0-9]+)*$'\
                """))
        .isZero();
  }

  @Test
  void leadsEditAndAnOlderVersionIsRefused() {
    var made = running.post("/api/v1/glossary", lead, term(0, "Un mot."));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var path = "/api/v1/glossary/" + RunningDashboard.json(made).get("id").asString();
    assertThat(running.call("PUT", path, outreach, term(1, "Autre.")).statusCode()).isEqualTo(403);
    assertThat(running.call("PUT", path, lead, term(1, "Autre.")).statusCode()).isEqualTo(200);
    var late = running.call("PUT", path, lead, term(1, "Encore."));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(RunningDashboard.json(late).get("code").asString()).isEqualTo("entry-changed");
    var twice = running.post("/api/v1/glossary", lead, term(0, "Encore."));
    assertThat(RunningDashboard.json(twice).get("code").asString()).isEqualTo("term-taken");
    assertThat(running.count("select count(*) from audit where action = 'GLOSSARY_EDITED'"))
        .isEqualTo(2);
  }

  @Test
  void whatALeadAddsToTheHelplinesStandsOnThePublicPage() {
    assertThat(running.browser().get("/about").body())
        .contains("href=\"tel:119\"", "href=\"tel:3919\"", "href=\"tel:116000\"");
    var page =
        """
        {"version":0,"kind":"PAGE","name":"Association de l’exemple","number":"",
         "link":"https://example.org/aide","saysFr":"Accueil de jour.","saysEn":"Day centre.",
         "place":5,"reviewOn":null}\
        """;
    assertThat(running.post("/api/v1/resources", outreach, page).statusCode()).isEqualTo(403);
    var made = running.post("/api/v1/resources", lead, page);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var path = "/api/v1/resources/" + RunningDashboard.json(made).get("id").asString();
    assertThat(running.browser().get("/about").body())
        .contains("https://example.org/aide", "Accueil de jour.");
    var script = page.replace("https://example.org/aide", "javascript:alert(1)");
    var refused = running.call("PUT", path, lead, script.replace("\"version\":0", "\"version\":1"));
    assertThat(RunningDashboard.json(refused).get("code").asString()).isEqualTo("link-unfit");
    assertThat(running.call("DELETE", path, lead, null).statusCode()).isEqualTo(204);
    assertThat(running.browser().get("/about").body()).doesNotContain("example.org/aide");
    assertThat(running.call("DELETE", path, lead, null).statusCode()).isEqualTo(404);
  }

  @Test
  void aWordStandsBesideTheRuleOfItsIndicator() {
    running
        .sql()
        .sql(
            """
            insert into rule_texts (rule, version, indicator, level, source, says_fr, says_en,
              ordinary_fr, ordinary_en, caveat_fr, caveat_en)
            values ('movement-x', 1, 'movement', 'B', 'OCRTEH', 'Change souvent de ville',
              'Changes towns often', 'Un voyage', 'A journey', '', '')\
            """)
        .update();
    running
        .sql()
        .sql(
            """
            insert into rule_verdicts (rule, version, outcome, items)
            values ('movement-x', 1, 'NO_CONCERN', 2)\
            """)
        .update();
    var admin = running.token("script-admin", Role.ADMIN);
    assertThat(running.get("/rules", admin).body())
        .contains("Mots du glossaire", "tournée", "De courts séjours dans plusieurs villes");
  }
}
