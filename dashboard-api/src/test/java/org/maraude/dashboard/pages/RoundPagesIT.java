package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.ChosenAds;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;

/** A round from its plan to its last ad, with one hand, and with a network that goes. */
class RoundPagesIT {

  private static final String DATABASES =
      "async () => (await indexedDB.databases()).map(d => d.name).join()";

  /** What lies in the browser, in letters, whatever it is. */
  private static final String KEPT =
      """
      () => new Promise(done => {
        const request = indexedDB.open('maraude-rounds');
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            done(all.result.map(row => JSON.stringify(row)
              + new TextDecoder().decode(row.sealed)).join('\\n'));
          };
        };
      })\
      """;

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static TestBrowser browser;
  private static String lead;
  private static String outreach;

  @BeforeAll
  static void open() {
    running = RunningDashboard.start(folder);
    browser = new TestBrowser(running.dashboard().url());
    lead = running.token("lead", Role.LEAD);
    outreach = running.token("outreach", Role.OUTREACH);
  }

  @AfterAll
  static void close() {
    browser.close();
    running.close();
  }

  @BeforeEach
  void empty() {
    for (var table : List.of("attempts", "rounds", "items", "do_not_contact")) {
      running.sql().sql("delete from " + table).update();
    }
  }

  private static LocalDate today() {
    return LocalDate.now(Paris.ZONE);
  }

  private static UUID ad(int n) {
    return ChosenAds.ad(running, "demo-a:" + n, "+3363998126" + n, outreach);
  }

  private static String round() {
    var made =
        running.post(
            "/api/v1/rounds",
            lead,
            "{\"day\": \"%s\", \"workers\": [\"outreach\"]}".formatted(today()));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return "/rounds/" + RunningDashboard.json(made).get("id").asString();
  }

  private static Page as(String name, ColorScheme colours, int width, boolean script) {
    var page = browser.open(width, colours, script);
    return browser.logIn(page, running.dashboard().demoLogins(), name);
  }

  private static void fill(Page page, String channel, String outcome) {
    page.locator("#attempt input[name=token]").first().check();
    page.check("#attempt input[name=channel][value=" + channel + "]");
    page.check("#attempt input[name=outcome][value=" + outcome + "]");
  }

  /** The next page may have this one's address: what tells it is that it is another document. */
  private static void sendAndArrive(Page page) {
    page.evaluate("() => { window.isThePageBefore = true; }");
    page.click("#attempt button.primary");
    page.waitForFunction("() => !window.isThePageBefore && document.readyState === 'complete'");
  }

  private static long attempts() {
    return running.count("select count(*) from attempts");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,fr", "DARK,360,en"})
  void fromThePlanToTheLastAd(ColorScheme colours, int width, String language) {
    var look = new PageLook(colours, width);
    var page = browser.open(width, colours, true);
    page.navigate("/login?lang=" + language);
    browser.logIn(page, running.dashboard().demoLogins(), "lead");
    look.at(page, "/rounds");
    assertThat(page.locator(".empty")).isVisible();
    page.click("main a.button.primary");
    look.look(page, "/rounds/new");
    page.check("input[name=workers][value=outreach]");
    page.check("input[name=workers][value=lead]");
    page.click("#look");
    assertThat(page.locator("#plan")).hasCount(0);
    var item = ad(1);
    ad(2);
    ad(3);
    ChosenAds.ad(running, "demo-a:same", "+33639981261", outreach);
    page.click("#look");
    assertThat(page.locator("section.message li")).hasCount(1);
    look.look(page, "/rounds/new/preview");
    page.click("#plan");
    page.waitForURL("**/rounds/*-*");
    assertThat(page.locator(".round-steps li")).hasCount(3);
    look.look(page, "/rounds/made");
    page.check("#attempt input[name=wish][value=HELP]");
    fill(page, "SMS", "ANSWERED");
    page.click("#attempt button.primary");
    assertThat(page.locator("main [role=alert]")).isVisible();
    look.look(page, "/rounds/refused");
    page.locator("#attempt details").first().evaluate("d => d.open = true");
    page.check("#attempt input[name=needs][value=HEALTH]");
    sendAndArrive(page);
    assertThat(page.locator("main p[role=status]").first()).isVisible();
    page.check("#show-text");
    assertThat(page.locator(".ad-body")).hasCSS("filter", "none");
    fill(page, "CALL", "REFUSED");
    sendAndArrive(page);
    fill(page, "SMS", "NO_ANSWER");
    sendAndArrive(page);
    look.look(page, "/rounds/done");
    page.locator(".round-steps a").nth(2).click();
    assertThat(page.locator(".round-steps a").nth(2)).hasAttribute("aria-current", "step");
    look.look(page, "/rounds/silence");
    assertThat(attempts()).isEqualTo(3);
    look.at(page, "/rounds");
    look.at(page, "/do-not-contact");
    assertThat(page.locator(".history li")).hasCount(1);
    look.at(page, "/rounds/report");
    assertThat(page.locator("main table")).hasCount(2);
    assertThat(page.locator("tfoot td").nth(1)).hasText(language.equals("fr") ? "caché" : "hidden");
    look.at(page, "/items/" + item);
    assertThat(page.locator("#attempts li")).hasCount(1);
    page.context().close();
    assertThat(look.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theReportIsForThoseWhoFollowNumbersAndHoldsNone() {
    var analyst = as("analyst", ColorScheme.LIGHT, 1280, true);
    var look = new PageLook(ColorScheme.LIGHT, 1280);
    analyst.click("header a[href='/rounds/report']");
    analyst.waitForURL("**/rounds/report");
    // What other tests left may be counted for a minute; a year before all has nothing.
    analyst.fill("#year", "2020");
    analyst.click("main form button");
    analyst.waitForURL("**/rounds/report?year=2020");
    assertThat(analyst.locator(".empty")).isVisible();
    look.look(analyst, "/rounds/report/empty");
    assertThat(analyst.locator("a[href='/rounds']")).hasCount(0);
    analyst.context().close();
    var csv = running.get("/rounds/report.csv?year=2020", lead);
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body()).contains("\r\nall,total,0,0,0,0,0\r\n");
    assertThat(running.get("/rounds/report", outreach).statusCode()).isEqualTo(403);
    assertThat(look.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whoseRoundItIsWorksWithoutAnyScript() {
    ad(1);
    ad(2);
    var round = round();
    var page = as("outreach", ColorScheme.LIGHT, 360, false);
    page.click(".round-list a");
    page.waitForURL("**" + round);
    page.locator("article form button").first().click();
    assertThat(page.locator(".contact-clear")).containsText("+3363998126");
    page.click("main form button.primary");
    page.waitForURL("**" + round + "?ad=*");
    fill(page, "SMS", "NO_ANSWER");
    page.click("#attempt button.primary");
    page.waitForURL("**?ad=2");
    assertThat(attempts()).isEqualTo(1);
    page.context().close();
    var stranger = as("outreach2", ColorScheme.LIGHT, 360, false);
    stranger.navigate(round);
    assertThat(stranger.locator("#attempt")).hasCount(0);
    assertThat(stranger.locator("article form")).hasCount(0);
    stranger.context().close();
  }

  @Test
  void whatIsNotedWithoutANetworkIsKeptSealedAndSentOnce() {
    ad(1);
    ad(2);
    var round = round();
    var page = as("outreach", ColorScheme.LIGHT, 360, true);
    page.navigate(round);
    page.waitForFunction("() => document.querySelector('[data-draft]') !== null");
    var token = page.locator("#attempt input[name=token]").first().getAttribute("value");
    fill(page, "MESSAGING", "NO_ANSWER");
    page.context().setOffline(true);
    page.click("#attempt button.primary");
    assertThat(page.locator("[data-said]")).containsText("Pas de réseau");
    assertThat(page.locator("[data-drafts-note]")).isVisible();
    new PageLook(ColorScheme.LIGHT, 360).shoot(page, "/rounds/offline");
    var kept = String.valueOf(page.evaluate(KEPT));
    assertThat(kept).isNotBlank().doesNotContain(token, "MESSAGING", "NO_ANSWER");
    assertThat(attempts()).isZero();

    // The first answer is lost on its way: the server has the attempt, the browser does not know.
    var posts = new AtomicInteger();
    page.route(
        "**/api/v1/rounds/*/attempts",
        route -> {
          if (posts.incrementAndGet() == 1) {
            route.fetch();
            route.abort();
          } else {
            route.resume();
          }
        });
    page.context().setOffline(false);
    RunningDashboard.await("it has arrived", () -> step(page) && attempts() == 1);
    RunningDashboard.await("it was sent again", () -> step(page) && posts.get() == 2);
    page.waitForURL("**?ad=1");
    assertThat(attempts()).isEqualTo(1);
    assertThat(String.valueOf(page.evaluate(KEPT))).isEmpty();
    assertThat(page.locator(".round-steps .done")).hasCount(1);
    page.reload();
    assertThat(attempts()).as("nor after all is loaded again").isEqualTo(1);
    page.context().close();
    assertThat(browser.complaints()).isEmpty();
  }

  /** Lets Playwright tell its routes what happened meanwhile. */
  private static boolean step(Page page) {
    page.evaluate("() => 1");
    return true;
  }

  @Test
  void whoSignsOutLeavesNoDraftBehind() {
    ad(1);
    var round = round();
    var page = as("outreach", ColorScheme.LIGHT, 360, true);
    page.navigate(round);
    fill(page, "SMS", "NO_ANSWER");
    page.context().setOffline(true);
    page.click("#attempt button.primary");
    assertThat(page.locator("[data-said]")).containsText("Pas de réseau");
    assertThat(String.valueOf(page.evaluate(DATABASES))).isEqualTo("maraude-rounds");
    page.route("**/api/v1/rounds/*/attempts", route -> route.abort());
    page.context().setOffline(false);
    page.click("form[action='/logout'] button");
    page.waitForURL("**/login?logout");
    page.waitForFunction("async () => (await indexedDB.databases()).length === 0");
    page.context().close();
    assertThat(attempts()).isZero();
  }

  @Test
  void aTextIsCopiedOnlyAfterASecondPersonApprovedIt() {
    ad(1);
    var round = round();
    var worker = as("outreach", ColorScheme.LIGHT, 360, true);
    worker.navigate(round);
    assertThat(worker.locator(".round-words")).hasCount(0);
    var page = as("lead", ColorScheme.LIGHT, 360, true);
    var look = new PageLook(ColorScheme.LIGHT, 360);
    look.at(page, "/templates");
    page.locator("#FIRST-fr form[action='/templates/approve'] button").click();
    page.locator("#FIRST-en details summary").first().click();
    page.fill("#words-FIRST-en", "Hello, write to us whenever you like.");
    page.locator("#FIRST-en form[action='/templates'] button").click();
    assertThat(page.locator("#FIRST-en form[action='/templates/approve']")).hasCount(0);
    look.look(page, "/templates/written");
    worker.reload();
    worker.locator("article details summary").click();
    assertThat(worker.locator(".round-words")).hasCount(1);
    assertThat(worker.locator(".round-words")).containsText("répondez STOP");
    look.look(worker, "/rounds/words");
    worker.context().close();
    page.context().close();
    assertThat(look.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }
}
