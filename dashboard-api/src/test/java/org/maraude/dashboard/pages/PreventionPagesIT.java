package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.prevention.TestPictures;

/** A fortnight of prevention, walked in a browser from the theme to the results. */
class PreventionPagesIT {

  private static final LocalDate TODAY = Paris.day(Instant.now());
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    browser = new TestBrowser(dashboard.dashboard().url());
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  @BeforeEach
  void empty() {
    dashboard.sql().sql("delete from campaigns").update();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static Page as(String name, int width, ColorScheme colours) {
    var page = browser.open(width, colours, true);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), name);
  }

  private static void campaign(Page page) {
    page.navigate("/campaigns");
    page.fill("#name-new", "Printemps");
    page.fill("#first-new", TODAY.minusDays(13).toString());
    page.fill("#last-new", TODAY.plusDays(60).toString());
    page.click("main form button.primary");
    page.waitForURL("**/campaigns/*");
  }

  private static void theme(Page page) {
    page.fill("#title-new", "Les mots que l’on entend");
    page.fill("#message-new", "Ce que les mots cachent.");
    page.fill("#from-new", TODAY.minusDays(13).toString());
    page.click("form[action$='/themes'] button");
    assertThat(page.locator("[role=status].message")).containsText("Le thème est ajouté");
  }

  private static void post(Page page, String words) {
    page.click(".page-head a.primary");
    page.waitForURL("**/posts/new");
    page.fill("#words", words);
    page.fill("#plannedAt", TODAY + "T18:00");
    page.click("main form button.primary");
    page.waitForURL("**/posts/*");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,360"})
  void aFortnightGoesFromItsThemeToItsResults(ColorScheme colours, int width) {
    var look = new PageLook(colours, width);
    var page = as("outreach", width, colours);
    look.at(page, "/campaigns");
    campaign(page);
    var campaign = page.url();
    look.look(page, "/campaigns/empty");
    theme(page);
    post(page, "Un mot, une idée reçue.\n119, jour et nuit.");
    var post = page.url();

    page.setInputFiles(
        "#file",
        new FilePayload(
            "photo.png", "image/png", "<html></html>".getBytes(StandardCharsets.UTF_8)));
    page.click("form[enctype] button");
    assertThat(page.locator("[role=alert]")).containsText("ni un JPEG ni un PNG");
    page.setInputFiles(
        "#file",
        new FilePayload("photo.jpg", "image/jpeg", TestPictures.jpegWithPlace(640, 360, 1)));
    page.click("form[enctype] button");
    assertThat(page.locator("[role=status].message")).containsText("sans ses données cachées");
    assertThat(page.locator("img.post-picture")).isVisible();
    var seen = page.evaluate("document.querySelector('img.post-picture').naturalWidth");
    assertThat(((Number) seen).intValue()).as("the browser shows it").isEqualTo(640);
    page.fill("#altText", "Une aire bleue, un coin rouge.");
    page.click("text=Enregistrer >> nth=-1");
    assertThat(page.locator("[role=status].message")).containsText("enregistrée");
    look.look(page, "/posts/draft");
    page.click("text=Proposer");
    assertThat(page.locator(".tag >> nth=0")).hasText("proposée");
    page.context().close();

    var lead = as("lead", width, colours);
    lead.navigate(post);
    look.look(lead, "/posts/proposed");
    lead.click("text=Approuver");
    assertThat(lead.locator("[role=status].message")).containsText("approuvée");
    lead.fill("#reference", "https://example.org/p/1");
    lead.click("text=Noter >> nth=-1");
    assertThat(lead.locator("[role=status].message")).containsText("La mise en ligne est notée");
    lead.context().close();

    var counts = as("outreach2", width, colours);
    counts.navigate(campaign);
    counts.fill("#partner", "Association de l’exemple");
    counts.click("form[action$='/partners'] button");
    counts.navigate(post);
    counts.fill("#views", "1 200");
    counts.fill("#likes", "12");
    counts.click("text=Enregistrer les chiffres");
    assertThat(counts.locator("[role=status].message")).containsText("Les chiffres sont");
    counts.fill("#link", "https://example.org/relais");
    counts.click("text=Noter le relais");
    assertThat(counts.locator("#relays + p, section[aria-labelledby=relays] ul"))
        .containsText("Association de l’exemple");
    look.look(counts, "/posts/published");
    counts.navigate(campaign + "/conversations");
    counts.selectOption("#orientation", "HEALTH");
    counts.fill("#number", "3");
    counts.click("main form button.primary");
    assertThat(counts.locator("main table")).containsText("santé");
    look.look(counts, "/campaigns/conversations");
    counts.navigate(campaign);
    assertThat(counts.locator(".day-today")).containsText("publiée");
    look.look(counts, "/campaigns/one");

    counts.navigate(campaign + "/results");
    assertThat(counts.locator("main")).containsText("Les mots que l’on entend");
    assertThat(counts.locator(".card .figure >> nth=1")).hasText("12");
    assertThat(counts.locator("svg[role=img] title >> nth=0")).hasText("Interactions par thème");
    look.look(counts, "/campaigns/results");
    counts.context().close();

    var analyst = as("analyst", width, colours);
    analyst.navigate(campaign + "/results");
    assertThat(analyst.locator("main")).containsText("moins de 11");
    look.look(analyst, "/campaigns/results-analyst");
    analyst.context().close();
    assertThat(look.faults()).isEmpty();
  }

  @Test
  void aPlatformsTableIsMendedUntilItIsTakenInWholeAndOnce() {
    var page = as("outreach", 1280, ColorScheme.LIGHT);
    campaign(page);
    var campaign = page.url();
    var id = campaign.substring(campaign.lastIndexOf('/') + 1);
    published(id, "p-1");
    published(id, "p-2");
    var look = new PageLook(ColorScheme.LIGHT, 1280);
    var days = DAY.format(TODAY.minusDays(1));
    var table =
        "Lien;Le jour;Vues;J’aime;Qui a répondu\np-1;%1$s;1 200;12;quelqu’un\np-2;%1$s;40;douze;\np-3;%1$s;1;1;\n"
            .formatted(days)
            .getBytes(Charset.forName("windows-1252"));
    handIn(page, campaign, table);
    assertThat(page.locator("#reference option:checked")).containsText("Lien");
    assertThat(page.locator("#dates option:checked")).hasText("31/01/2026");
    page.click("text=Importer >> nth=-1");
    var problems = page.locator("[role=alert] li");
    assertThat(problems).hasCount(2);
    assertThat(problems.nth(0))
        .hasText(
            "Ligne 3, colonne « J’aime » : « douze » n’est pas un nombre entier de 0 à un milliard.");
    assertThat(problems.nth(1)).containsText("Ligne 4, colonne « Lien »");
    assertThat(dashboard.count("select count(*) from interactions")).isZero();
    look.look(page, "/campaigns/import-problems");

    var mended =
        new String(table, Charset.forName("windows-1252"))
            .replace("douze", "13")
            .getBytes(StandardCharsets.UTF_16);
    for (var said : new String[] {"2 chiffres nouveaux", "a déjà été importé"}) {
      handIn(page, campaign, mended);
      page.check("[name=leaveOthers]");
      page.click("text=Vérifier");
      assertThat(page.locator("section[aria-labelledby=reading]"))
          .containsText("2 lignes à importer");
      page.click("text=Importer >> nth=-1");
      page.waitForURL("**/results");
      assertThat(page.locator("[role=status].message")).containsText(said);
    }
    assertThat(dashboard.count("select sum(likes) from interactions")).isEqualTo(25);
    assertThat(dashboard.count("select count(*) from import_uploads"))
        .as("the file is gone")
        .isZero();
    assertThat(dashboard.count("select count(*) from audit where action = 'INTERACTIONS_IMPORTED'"))
        .isEqualTo(1);
    assertThat(look.faults()).isEmpty();
    page.context().close();
  }

  @Test
  void whatIsNoTableIsRefusedAndTheFormIsStillThere() {
    var page = as("outreach", 360, ColorScheme.DARK);
    campaign(page);
    var campaign = page.url();
    handIn(page, campaign, "\n\n".getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("[role=alert]")).containsText("ne contient pas de tableau");
    assertThat(page.locator("#file")).isVisible();
    var look = new PageLook(ColorScheme.DARK, 360);
    handIn(page, campaign, "Lien,Date,Vues\np-1,2026-01-01,3\n".getBytes(StandardCharsets.UTF_8));
    look.look(page, "/campaigns/import-columns");
    page.selectOption("#reference", "-1");
    page.click("text=Vérifier");
    assertThat(page.locator("[role=alert]")).containsText("Choisissez la colonne");
    assertThat(page.locator("#reference option:checked")).hasText("aucune");
    assertThat(look.faults()).isEmpty();
    page.context().close();
  }

  @Test
  void anotherTeamsPictureDoesNotExistAndOnesOwnIsServedAsWhatItIs() {
    var page = as("outreach", 1280, ColorScheme.LIGHT);
    campaign(page);
    post(page, "Bonjour");
    page.setInputFiles(
        "#file", new FilePayload("x", "text/html", TestPictures.jpegWithPlace(64, 64, 1)));
    page.click("form[enctype] button");
    assertThat(page.locator("img.post-picture")).isVisible();
    var address = page.url().substring(page.url().indexOf("/posts/")) + "/picture";
    var token = dashboard.token("script-outreach", Role.OUTREACH);
    var answer = dashboard.get(address, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(answer.body()).doesNotContain(TestPictures.PLACE, "Exif");
    assertThat(
            dashboard.count(
                "select count(*) from pictures where position('Exif'::bytea in content) > 0"))
        .isZero();
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,360"})
  void wordsAndHelplinesAreReadByAllAndKeptByLeads(ColorScheme colours, int width) {
    var look = new PageLook(colours, width);
    var lead = as("lead", width, colours);
    look.at(lead, "/glossary");
    assertThat(lead.locator("article").count()).isGreaterThan(14);
    lead.fill("#wordFr-new", "essai " + width);
    lead.fill("#wordEn-new", "attempt");
    lead.fill("#saysFr-new", "Un mot.");
    lead.fill("#saysEn-new", "A word.");
    lead.fill("#source-new", "Association de l’exemple");
    lead.click("form[action$='/glossary'] button");
    assertThat(lead.locator("[role=status].message")).containsText("enregistré");
    assertThat(lead.locator("main")).containsText("essai " + width);
    look.at(lead, "/resources");
    lead.fill("#name-new", "Association de l’exemple");
    lead.fill("#link-new", "javascript:alert(1)");
    lead.fill("#saysFr-new", "Accueil.");
    lead.fill("#saysEn-new", "Day centre.");
    lead.click("form[action$='/resources'] button");
    assertThat(lead.locator("[role=alert]")).containsText("https://");
    assertThat(lead.locator("#saysFr-new")).hasValue("Accueil.");
    look.look(lead, "/resources/refused");
    lead.fill("#link-new", "https://example.org/aide");
    lead.click("form[action$='/resources'] button");
    assertThat(lead.locator("[role=status].message")).containsText("enregistrée");
    lead.context().close();
    var stranger = browser.open(width, colours, true);
    look.at(stranger, "/about");
    assertThat(stranger.locator(".helplines")).containsText("119");
    assertThat(stranger.locator(".helplines a[href='https://example.org/aide']").first())
        .isVisible();
    stranger.context().close();
    var analyst = as("analyst", width, colours);
    look.at(analyst, "/glossary");
    assertThat(analyst.locator("main form")).hasCount(0);
    analyst.context().close();
    assertThat(look.faults()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsLedToAPageThatSaysSo() throws Exception {
    var form =
        HttpRequest.newBuilder(dashboard.dashboard().url().resolve("/campaigns/x/import/file"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[18_000_000]))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(form, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).hasValue("/too-large");
    }
    var page = dashboard.get("/too-large", dashboard.token("script-outreach", Role.OUTREACH));
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("Fichier trop lourd", "16 Mo");
  }

  private static void handIn(Page page, String campaign, byte[] table) {
    page.navigate(campaign + "/import");
    page.setInputFiles("#file", new FilePayload("export.csv", "text/csv", table));
    page.click("form[enctype] button");
  }

  private static void published(String campaign, String reference) {
    dashboard
        .sql()
        .sql(
            """
            insert into posts (id, campaign, kind, platform, words, alt_text, planned_at, status,
              version, author, writers, approved_by, approved_at, published_by, published_at,
              reference, written_at)
            select gen_random_uuid(), ?::uuid, 'POST', 'OTHER', 'Bonjour', '', now(), 'PUBLISHED', 1,
              o.id, array[o.id], l.id, now(), o.id, now(), ?, now()
            from users o, users l where o.name = 'outreach' and l.name = 'lead'\
            """)
        .params(campaign, reference)
        .update();
  }
}
