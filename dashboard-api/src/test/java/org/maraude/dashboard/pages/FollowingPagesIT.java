package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;

/** A case in a browser, from the agreement to its end, on a telephone and on a wide screen. */
class FollowingPagesIT {

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;
  private static String script;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    browser = new TestBrowser(dashboard.dashboard().url());
    script = dashboard.token("script-lead", Role.LEAD);
    new Scene(dashboard, Instant.now()).play();
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static Page as(String name, int width, ColorScheme colours) {
    var page = browser.open(width, colours, true);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), name);
  }

  /** An ad that was chosen for a round, as a script decides it. */
  private static String chosen() {
    var item =
        dashboard
            .sql()
            .sql("select id::text from items where queue = 'ADULT' and status = 'WAITING' limit 1")
            .query(String.class)
            .single();
    var claim = dashboard.post("/api/v1/items/" + item + "/claim", script, null);
    dashboard.get("/api/v1/items/" + item, script);
    var fence = RunningDashboard.json(claim).get("fence").asLong();
    var decided =
        dashboard.post(
            "/api/v1/items/" + item + "/decision",
            script,
            """
            {"fence": %d, "outcome": "CONTACT_IN_ROUND", "reasons": ["SUPPORT_USEFUL"], "note": ""}\
            """
                .formatted(fence));
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    return item;
  }

  @Test
  void aCaseFromTheAgreementToItsEndOnATelephone() {
    var look = new PageLook(ColorScheme.DARK, 360);
    var page = as("outreach", 360, ColorScheme.DARK);
    look.at(page, "/cases");
    assertThat(page.locator(".empty")).isVisible();

    page.navigate("/items/" + chosen());
    page.locator("a[href*='/cases/new']").first().click();
    look.look(page, "/cases/new");
    page.check("input[name=agreement][value=SPOKEN]");
    page.fill("#name", "Alex");
    page.fill("#safeTimes", "le matin");
    page.selectOption("#language", "es");
    page.fill("#next", "rappeler pour la chambre");
    page.check("input[name=needs][value=HOUSING]");
    page.fill("#situation", "Cherche une chambre.");
    page.click("form button.primary");

    assertThat(page.locator("h1")).hasText("Alex");
    look.look(page, "/cases/one");
    assertThat(page.locator("body")).not().containsText(Scene.PHONE);
    page.locator("form[action$='/contact'] button").click();
    assertThat(page.locator(".contact-clear")).containsText(Scene.PHONE);
    look.look(page, "/cases/one/contact");
    page.locator(".button.primary").click();

    page.fill("#words", "Nous avons parlé de la chambre.");
    page.fill("#contactOn", LocalDate.now(Paris.ZONE).toString());
    page.locator("form[action$='/notes'] button").click();
    assertThat(page.locator("[role=status]").first()).containsText("C’est noté");
    assertThat(page.locator(".history")).containsText("Nous avons parlé de la chambre.");

    page.click("details:has(#health) summary");
    page.fill("#health", "Demande un médecin.");
    page.fill("#nextOn", LocalDate.now(Paris.ZONE).plusDays(3).toString());
    page.locator("details:has(#health) button.primary").click();
    assertThat(page.locator("body")).containsText("Demande un médecin.");

    page.click("details:has(input[name=closing]) summary");
    page.check("input[name=closing][value=DONE]");
    look.look(page, "/cases/one/closing");
    page.locator("form[action$='/close'] button").click();
    assertThat(page.locator("[role=status]").first()).containsText("terminé");
    look.at(page, "/cases?show=closed");
    assertThat(page.locator("tbody")).containsText("Alex");
    assertThat(look.faults()).isEmpty();
  }

  @Test
  void whatIsDueIsOnTheFrontPageAndAColleagueSeesOnlyWhatStandingInNeeds() {
    var look = new PageLook(ColorScheme.LIGHT, 1280);
    var page = as("lead", 1280, ColorScheme.LIGHT);
    page.navigate("/cases/new");
    page.check("input[name=agreement][value=IN_PERSON]");
    page.fill("#name", "Dominique <b>&");
    page.fill("#situation", "Papiers à refaire.");
    page.click("form button.primary");
    assertThat(page.locator("h1")).hasText("Dominique <b>&");
    look.look(page, "/cases/own");
    look.at(page, "/");
    page.click("main a[href='/cases']");
    assertThat(page.locator("tbody")).containsText("Dominique");
    look.look(page, "/cases/due");

    var colleague = as("outreach", 1280, ColorScheme.LIGHT);
    colleague.navigate("/cases?show=team");
    colleague.click("tbody a:has-text('Dominique')");
    assertThat(colleague.locator("body")).not().containsText("Papiers à refaire.");
    look.look(colleague, "/cases/colleague");
    colleague.navigate("/cases?show=team&lang=en");
    assertThat(colleague.locator("h1")).hasText("People we accompany");
    assertThat(look.faults()).isEmpty();
  }

  @Test
  void aFormWithAnErrorIsShownAgainAsItWasTyped() {
    var browser = dashboard.browser().as("outreach");
    var answer =
        browser.submit(
            "/cases/new",
            "/cases",
            Map.of(
                "agreement", "SPOKEN",
                "agreedOn", "2999-01-01",
                "name", "Sacha",
                "situation", "à relire"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Sacha", "à relire").contains("2026-03-31");
    var early =
        browser.submit(
            "/cases/new",
            "/cases",
            Map.of(
                "agreement", "SPOKEN", "agreedOn", "2026-01-01", "departement", "4x", "name", "S"));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("44, 2A");
  }
}
