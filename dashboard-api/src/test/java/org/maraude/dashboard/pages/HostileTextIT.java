package org.maraude.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;
import org.maraude.events.crawl.SiteStatus;
import org.maraude.events.volume.AdVolume;

/**
 * One walk with an ad that is written against its readers, over every page and file that shows what
 * came from outside: all of it stays text.
 */
class HostileTextIT {

  /** What is to be found again, sign by sign. */
  private static final List<String> WRITTEN =
      List.of(
          "<script>window.planted=1</script>",
          "<img src=x onerror=\"window.planted=2\">",
          "</textarea></title></style>--> ]]>",
          "<b data-planted>x</b> &lt;b&gt; &#60;i>",
          "${7*7} #{7*7} *{7*7} @{/x} ~{x} __${7*7}__",
          "[[${7*7}]] [(${7*7})] {{7*7}} <%= 7*7 %>",
          "'; drop table items; -- \" ' \\ % _ || chr(65)",
          "\u202Eback\u202C \u2066iso\u2069 \u200Ezero\u200B\u200D\uFEFF");

  private static final String HOSTILE = String.join(" ", WRITTEN);

  /** One word, nearly as long as what Kafka lets through. */
  private static final String LONG_WORD = "W".repeat(800_000);

  private static final String SHORT = "<b data-planted>${7*7}</b>";
  private static final Instant NOW = Instant.now();

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    for (int i = 1; i <= 3; i++) {
      tell("demo-a:" + i + SHORT, Queue.ADULT, i == 1 ? LONG_WORD : "");
    }
    tell("demo-a:4" + SHORT + "w".repeat(200), Queue.MINOR, "");
    volumesAndSites();
    dashboard.awaitItems(4);
    RunningDashboard.await(
        "volumes and sites are stored",
        () ->
            dashboard.count("select count(*) from ad_volumes") == 40
                && dashboard.count("select count(*) from site_status") == 1);
    browser = new TestBrowser(dashboard.dashboard().url());
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  private static void tell(String adId, Queue queue, String more) {
    var sealed = dashboard.sealed("+33639981255");
    var contact =
        new SealedContact(
            sealed.kind(), sealed.token(), sealed.sealed(), SHORT + "**", true, List.of(), null);
    var body = HOSTILE + " " + more;
    var words = new ArrayList<Span>();
    for (var written : WRITTEN) {
      int at = body.indexOf(written);
      words.add(new Span(Span.Field.BODY, at + 1, at + written.length() - 1));
    }
    dashboard.publish(
        Topic.ADS_ASSESSED,
        adId,
        new Assessment(
            adId,
            "demo-a",
            "https://demo-a.example.org/x\"onmouseover=\"window.planted=3\"<b data-planted>",
            1,
            NOW,
            null,
            SHORT,
            new Place("Nantes " + HOSTILE, "44", "FR"),
            "rules-" + SHORT,
            "fr",
            "Titre " + HOSTILE,
            body,
            List.of(contact),
            new Facts(List.of(), List.of(), List.of("Lina " + SHORT), null),
            List.of(
                new Signal(
                    "sign-" + SHORT, "rule-" + SHORT, 1, Signal.Group.TEXT, 0.4, words, SHORT)),
            new Links("group-1", 3, 1, 1, "template-1", 3, 1),
            0.7,
            queue,
            List.of("why-" + SHORT + ":" + SHORT, "missing:" + SHORT)));
  }

  private static void volumesAndSites() {
    var today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    for (int back = 1; back <= 40; back++) {
      var volume =
          new AdVolume(
              "advertiser-" + back,
              today.minusDays(back),
              "=1+1" + SHORT,
              SHORT,
              "?",
              20,
              0,
              20,
              0);
      dashboard.publish(Topic.ADS_VOLUME, volume.key(), volume);
    }
    dashboard.publish(
        Topic.CRAWL_STATUS,
        "demo-a",
        new SiteStatus(
            "demo-a",
            "Site " + HOSTILE,
            SiteStatus.State.DEGRADED,
            SiteStatus.Cause.LAYOUT,
            SHORT,
            HOSTILE,
            NOW,
            null,
            null,
            1,
            1,
            1,
            1,
            Map.of(SHORT, 0.1),
            List.of(SHORT),
            NOW));
  }

  private static String id(int number) {
    return dashboard
        .sql()
        .sql("select id::text from items where ad_id like ?")
        .param("demo-a:" + number + "%")
        .query(String.class)
        .single();
  }

  /** All is unfolded; nothing was planted, nothing worked out, nothing is wider than the window. */
  private static void look(Page page, String... shown) {
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    assertThat(page.evaluate("window.planted === undefined")).as(page.url()).isEqualTo(true);
    assertThat(page.locator("[data-planted], [onerror], [onmouseover], script:not([src])").count())
        .as("elements of the ad on " + page.url())
        .isZero();
    assertThat(
            ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .intValue())
        .as("wider than the window: " + page.url())
        .isNotPositive();
    var text = String.valueOf(page.evaluate("document.querySelector('main').textContent"));
    for (var each : shown) {
      assertThat(text.contains(each)).as(each + " is shown as written on " + page.url()).isTrue();
    }
  }

  private static void at(Page page, String path, String... shown) {
    page.navigate(path);
    look(page, shown);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void everyPageShowsTheAdAsTextAndKeepsItsWidth(int width) {
    everythingWaits();
    var all = WRITTEN.toArray(String[]::new);
    var page = browser.open(width, ColorScheme.LIGHT, true);
    // A word of 800 000 letters takes a busy machine a while to lay out.
    page.setDefaultTimeout(120_000);
    page.onDialog(dialog -> {
      throw new AssertionError("a dialog was opened: " + dialog.message());
    });
    browser.logIn(page, dashboard.dashboard().demoLogins(), "lead");
    at(page, "/queues/adult", SHORT);
    at(page, "/queues/minor", SHORT);
    at(page, "/queues/adult?q=%3Cscript%3E%24%7B7*7%7D&departement=%27--");
    at(page, "/sites", all);
    at(page, "/trends?split=site", "=1+1" + SHORT);
    at(page, "/trends?split=departement", SHORT);
    at(page, "/rules");

    at(page, "/items/" + id(1), all);
    page.locator("#show-text").check();
    look(page, LONG_WORD);
    at(page, "/items/" + id(2), all);
    assertThat(page.locator("#ad-body mark").first().textContent()).contains("script>window");
    page.locator("[data-key=c]").click();
    look(page, all);
    at(page, "/", SHORT);
    decidesTooEarly(page, all);
    opensTheContact(page);
    closesInBulk(page);
    readsAgain(page, all);

    at(page, "/items/" + id(4), all);
    at(page, "/items/" + id(4) + "/note", SHORT);
    at(page, "/items/" + id(4) + "/note?in=en", SHORT);
    at(page, "/nowhere/%3Cscript%3E");
    page.context().close();
    assertThat(browser.complaints()).isEmpty();
  }

  private static void everythingWaits() {
    for (var table : List.of("double_reads", "decisions", "bulks", "contact_openings")) {
      dashboard.sql().sql("delete from " + table).update();
    }
    dashboard
        .sql()
        .sql(
            """
            update items set status = 'WAITING', outcome = null, decided_at = null, holder = null,
              lease_until = null\
            """)
        .update();
  }

  private static void decidesTooEarly(Page page, String[] all) {
    page.navigate("/items/" + id(2));
    page.locator("#decision input[value=NO_CONCERN]").check();
    page.locator("#note").fill(HOSTILE);
    page.locator("[data-decide] button").click();
    page.waitForURL("**/decision");
    look(page, all);
    assertThat(page.locator("#note").inputValue()).isEqualTo(HOSTILE);
  }

  private static void opensTheContact(Page page) {
    page.navigate("/items/" + id(2));
    page.locator(".reveal summary").click();
    page.selectOption("#purpose-0", "CHECK_READING");
    page.locator(".reveal button").click();
    look(page, "+33639981255");
  }

  private static void closesInBulk(Page page) {
    page.navigate("/bulks/new?items=" + id(1) + "&items=" + id(3));
    page.locator("input[value=NO_CONCERN]").check();
    page.locator("input[value=MISREAD]").check();
    page.locator("form[action$='/bulks/preview'] button").click();
    page.waitForURL("**/bulks/preview");
    look(page, SHORT);
    page.locator("form[action$='/bulks'] button").click();
    page.waitForURL(url -> url.matches(".*/bulks/[0-9a-f-]{36}"));
    look(page, SHORT);
  }

  /** What another person decided, as if it had been drawn; one in twenty is. */
  private static void readsAgain(Page page, String[] all) {
    dashboard
        .sql()
        .sql(
            """
            insert into double_reads (id, item_id, round, queue, decision_id, first_by,
              first_outcome, drawn_at)
            select gen_random_uuid(), d.item_id, d.round, d.queue, d.id, d.decided_by, d.outcome,
              now() from decisions d where d.item_id = ?::uuid
            on conflict (decision_id) do nothing\
            """)
        .param(id(3))
        .update();
    var second = browser.open(page.viewportSize().width, ColorScheme.LIGHT, true);
    second.setDefaultTimeout(120_000);
    browser.logIn(second, dashboard.dashboard().demoLogins(), "outreach");
    second.navigate("/second-reads");
    second.locator("main form button").click();
    second.waitForURL(url -> url.matches(".*/second-reads/[0-9a-f-]{36}"));
    look(second, all);
    second.context().close();
  }

  @Test
  void everyFileHoldsTheAdAsText() throws Exception {
    var lead = dashboard.token("script-files", Role.LEAD);
    var note = dashboard.get("/items/" + id(4) + "/note.txt", lead).body();
    assertThat(note).contains(SHORT, "script>window.planted=1").doesNotContain("49");
    assertThat(note.chars())
        .as("nothing in it turns, hides or breaks a line")
        .noneMatch(sign -> "\u202E\u202C\u2066\u2069\u200E\u200B\u200D\uFEFF".indexOf(sign) >= 0);

    var csv = dashboard.get("/api/v1/trends/volume.csv?split=site", lead).body();
    assertThat(csv).contains("'=1+1" + SHORT).doesNotContain(",=1+1");
    for (var split : List.of("site", "departement")) {
      var svg = dashboard.get("/api/v1/trends/volume.svg?split=" + split, lead).body();
      var drawing =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(drawing.getDocumentElement().getTextContent()).as(split).contains(SHORT);
      for (var element : List.of("b", "script", "img", "foreignObject")) {
        assertThat(drawing.getElementsByTagName(element).getLength()).as(element).isZero();
      }
    }
    for (var path : List.of("", "/linked", "/note")) {
      var answer = dashboard.get("/api/v1/items/" + id(4) + path, lead);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .startsWith("application/json");
      assertThat(RunningDashboard.json(answer).toString()).as(path).contains("window.planted=1");
    }
    assertThat(dashboard.count("select count(*) from items")).isEqualTo(4);
  }
}
