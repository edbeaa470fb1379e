package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.exports.packages.PackageCheck;
import org.maraude.dashboard.exports.packages.PublicKeyFile;
import org.maraude.dashboard.exports.table.Quarter;

/** From the request to the package, in a browser and by script. */
class ExportPagesIT {

  private static final Quarter OVER =
      Quarter.of(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(8)).before();

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    browser = new TestBrowser(dashboard.dashboard().url());
    dashboard
        .sql()
        .sql(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads)
            select 'group-' || g, cast(? as date) + m * 31, 'demo-a',
              (array['44', '49', '75', '13', '59'])[1 + g % 5], '?', 1, 0, 1, 0
            from generate_series(1, 300) g, generate_series(0, 2) m where (g + m) % 4 > 0\
            """)
        .param(OVER.first().toString())
        .update();
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  private static Page as(String name, int width, ColorScheme colours) {
    var page = browser.open(width, colours, true);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), name);
  }

  @Test
  void aTableUnderAgreementGoesFromItsRequestOverTwoPeopleToItsPackage() throws Exception {
    var wide = new PageLook(ColorScheme.LIGHT, 1280);
    var narrow = new PageLook(ColorScheme.DARK, 360);
    var researcher = as("researcher", 1280, ColorScheme.LIGHT);
    wide.at(researcher, "/exports");
    assertThat(researcher.locator("main"))
        .containsText(Pattern.compile("il reste \\d,\\d\\d sur 4,00 pour les demandes de l’année"));
    researcher.selectOption("#kind", "RESEARCH");
    researcher.click("main form button.primary");
    assertThat(researcher.locator("[role=alert]")).containsText("Nommez la convention");
    assertThat(researcher.locator("#kind option:checked")).hasText("exact, sous convention");
    researcher.fill("#agreement", "Convention de l’exemple");
    researcher.click("main form button.primary");
    researcher.waitForURL("**/exports/*");
    assertThat(researcher.locator("main")).containsText("Approuvé par 0 personne(s)");
    var address = researcher.url();

    var lead = as("lead", 360, ColorScheme.DARK);
    lead.navigate(address);
    narrow.look(lead, "/exports/asked");
    lead.click("text=Approuver");
    assertThat(lead.locator("[role=status].message")).containsText("Votre accord");
    assertThat(lead.locator("text=Approuver")).hasCount(0);
    lead.context().close();
    var analyst = as("analyst", 360, ColorScheme.DARK);
    analyst.navigate(address);
    analyst.click("text=Approuver");
    assertThat(analyst.locator("[role=status].message")).containsText("Votre accord");
    RunningDashboard.await(
        "the export is ready",
        () -> dashboard.count("select count(*) from releases where state = 'READY'") == 1);
    narrow.at(analyst, "/exports");
    assertThat(analyst.locator("main form")).hasCount(0);
    analyst.context().close();

    researcher.navigate(address);
    wide.look(researcher, "/exports/ready");
    var file = folder.resolve("package.zip");
    researcher.waitForDownload(() -> researcher.click("text=Télécharger")).saveAs(file);
    var token = dashboard.token("script-researcher", Role.RESEARCHER);
    var key =
        PublicKeyFile.read(dashboard.get("/api/v1/exports/key.pem", token).body()).orElseThrow();
    assertThat(PackageCheck.of(file, key).findings()).isEmpty();
    assertThat(Files.size(file)).isPositive();
    var deeds =
        dashboard
            .sql()
            .sql("select action from audit where subject = ? order by seq")
            .param(address.substring(address.lastIndexOf('/') + 1))
            .query(String.class)
            .list();
    assertThat(deeds)
        .containsExactly(
            "EXPORT_ASKED", "EXPORT_APPROVED", "EXPORT_APPROVED", "EXPORT_MADE", "EXPORT_TAKEN");
    researcher.context().close();
    assertThat(wide.faults()).isEmpty();
    assertThat(narrow.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aScriptAsksOnceAndIsToldWhenTheBudgetIsSpent() {
    var token = dashboard.token("script-researcher", Role.RESEARCHER);
    var body = "{\"kind\":\"PUBLIC\",\"grid\":\"REGIONS\",\"quarter\":\"%s\",\"epsilon\":%d}";
    var first =
        dashboard.call(
            "POST", "/api/v1/exports", token, body.formatted(OVER, 70), "Idempotency-Key", "one");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    var again =
        dashboard.call(
            "POST", "/api/v1/exports", token, body.formatted(OVER, 70), "Idempotency-Key", "one");
    assertThat(RunningDashboard.json(again).at("/export/id"))
        .isEqualTo(RunningDashboard.json(first).at("/export/id"));
    var other =
        dashboard.call(
            "POST", "/api/v1/exports", token, body.formatted(OVER, 60), "Idempotency-Key", "one");
    assertThat(RunningDashboard.json(other).get("code").asString()).isEqualTo("key-reused");
    var spent =
        dashboard.post(
            "/api/v1/exports", token, body.formatted(OVER, 40).replace("REGIONS", "DEPARTEMENTS"));
    assertThat(spent.statusCode()).isEqualTo(409);
    assertThat(RunningDashboard.json(spent).get("code").asString()).isEqualTo("budget-spent");

    var path = "/api/v1/exports/" + RunningDashboard.json(first).at("/export/id").asString();
    RunningDashboard.await(
        "the package is made",
        () -> !RunningDashboard.json(dashboard.get(path, token)).get("link").isNull());
    var ready = RunningDashboard.json(dashboard.get(path, token));
    var link = ready.get("link").asString();
    assertThat(dashboard.get(link, token).statusCode()).isEqualTo(200);
    assertThat(dashboard.get(link.replaceAll("seal=.", "seal=."), token).statusCode())
        .isEqualTo(410);
    assertThat(dashboard.get(link, dashboard.token("script-lead", Role.LEAD)).statusCode())
        .as("who approves takes nothing")
        .isEqualTo(403);

    dashboard.sql().sql("delete from export_files").update();
    var gone = dashboard.get(link, token);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(RunningDashboard.json(gone).get("code").asString()).isEqualTo("export-purged");
    assertThat(RunningDashboard.json(gone).get("detail").asString()).contains("made again");
    var cookie = dashboard.browser().as("researcher").cookie();
    var page =
        dashboard.call(
            "GET",
            link.replace("/api/v1", ""),
            null,
            null,
            "Accept",
            "text/html",
            "Cookie",
            cookie);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Ce n’est plus là", "s’y refait, à l’identique");
  }
}
