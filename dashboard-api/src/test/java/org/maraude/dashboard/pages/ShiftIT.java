package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.RunningDashboard;

/** A whole shift: by keyboard alone, and with what goes beside deciding. */
class ShiftIT {

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    new Scene(dashboard, Instant.now()).play();
    browser = new TestBrowser(dashboard.dashboard().url());
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  @BeforeEach
  void everythingWaits() {
    dashboard.sql().sql("delete from decisions").update();
    dashboard
        .sql()
        .sql(
            """
            update items set status = 'WAITING', outcome = null, decided_at = null,
              referred_by = null, confirmed_by = null, holder = null, lease_until = null
            where status <> 'WITHDRAWN'\
            """)
        .update();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static Page signedIn(String name, ColorScheme colours, int width) {
    var page = browser.open(width, colours, true);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), name);
  }

  private static Page outreach() {
    return signedIn("outreach", ColorScheme.LIGHT, 1280);
  }

  /** Once the page's script has come: it comes after the text. */
  private static void press(Page page, String key) {
    page.waitForSelector("html.scripted");
    page.keyboard().press(key);
  }

  private static void claim(Page page) {
    page.navigate("/queues/adult");
    press(page, "c");
    page.waitForURL("**/items/*");
  }

  private static void decideByKeyboard(Page page) {
    press(page, "d");
    assertThat(page.locator("input[value=CONTACT_IN_ROUND]")).isFocused();
    press(page, "ArrowDown");
    press(page, "ArrowDown");
    assertThat(page.locator("input[value=NO_CONCERN]")).isChecked();
    press(page, "Tab");
    press(page, "Space");
    press(page, "Enter");
    page.waitForURL("**/queues/adult");
  }

  @Test
  void aShiftNeedsNoMouse() {
    var page = outreach();
    claim(page);
    var item = page.url();
    press(page, "j");
    assertThat(page.locator("#ad-body mark").first()).isFocused();
    assertThat(page.locator("#ad-body")).hasCSS("filter", "none");
    press(page, "j");
    assertThat(page.locator("#ad-body mark").nth(1)).isFocused();
    press(page, "k");
    press(page, "k");
    assertThat(page.locator("#ad-body mark").last()).isFocused();

    press(page, "h");
    assertThat(page.locator(".message")).containsText("Vous gardez l’annonce deux heures");

    decideByKeyboard(page);
    assertThat(page.locator(".message")).containsText("La décision est enregistrée");
    press(page, "u");
    page.waitForURL(item);
    assertThat(page.locator(".message")).containsText("La décision est annulée");
    assertThat(page.locator(".history")).containsText("annulée");
    decideByKeyboard(page);
    assertThat(page.locator("a.row")).hasCount(Scene.ADULTS - 1);

    press(page, "/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("rendez-vous chauffeurs");
    press(page, "Enter");
    page.waitForURL("**/queues/adult?q=*");
    assertThat(page.locator("a.row")).hasCount(Scene.ADULTS - 1);
  }

  @Test
  void whatTheSearchDoesNotFindIsSaidAndAllIsShownAgain() {
    var page = outreach();
    page.navigate("/queues/adult?q=introuvable");
    assertThat(page.locator(".empty")).containsText("Rien ne correspond");
    assertThat(page.locator("#q")).hasValue("introuvable");
    page.locator("#filters a[href='/queues/adult']").click();
    assertThat(page.locator("a.row")).hasCount(Scene.ADULTS);
    page.navigate("/queues/adult?status=DECIDED");
    assertThat(page.locator(".empty")).containsText("Rien ne correspond");
  }

  @Test
  void anItemIsHandedToAColleagueAndIsTheirsAtOnce() {
    var page = outreach();
    claim(page);
    var item = page.url();
    assertThat(page.locator("#to option")).not().containsText(new String[] {"analyst"});
    page.selectOption("#to", "lead");
    page.locator("#to ~ button").click();
    assertThat(page.locator(".message")).containsText("L’annonce est remise");
    assertThat(page.locator("article")).containsText("lead");
    assertThat(page.locator("[data-decide]")).hasCount(0);
    var lead = signedIn("lead", ColorScheme.LIGHT, 1280);
    lead.navigate(item);
    assertThat(lead.locator("[data-decide]")).hasCount(1);
  }

  @Test
  void whoSaidNoIsNotedAndTheContactIsNotShownAgain() {
    var page = outreach();
    page.navigate("/objections");
    page.fill("#contact", "12");
    page.click("main button");
    assertThat(page.locator("#contact-problem")).containsText("pas un contact");
    assertThat(page.locator("#contact")).hasValue("");
    page.fill("#contact", "06 39 98 12 04");
    page.click("main button");
    assertThat(page.locator(".message")).containsText("C’est noté");
    assertThat(page.locator("main")).not().containsText("39 98");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,360"})
  void aPossibleMinorsWayFromTheClaimToTheSecondReading(ColorScheme colours, int width) {
    dashboard.sql().sql("delete from items where id in (select item_id from tellings)").update();
    var look = new PageLook(colours, width);
    var page = signedIn("outreach", colours, width);
    page.navigate("/queues/minor");
    press(page, "c");
    page.waitForURL("**/items/*");
    var item = page.url();
    var id = item.substring(item.lastIndexOf('/') + 1);
    assertThat(page.locator("#ad-body mark")).hasText(new String[] {"17 ans"});
    assertThat(page.locator(".step-due")).hasCount(1);
    assertThat(page.locator(".step-due")).containsText("Décider");
    assertThat(page.locator(".routes")).containsText("À vérifier");

    page.locator("a:has-text('Note factuelle')").click();
    page.waitForURL("**/note");
    assertThat(page.locator(".sheet")).containsText("« 17 ans »");
    assertThat(page.locator(".sheet")).containsText("age-stated, version 2");
    assertThat(page.locator(".sheet")).not().containsText("639981217");
    look.look(page, "/items/note");
    var file = page.waitForDownload(() -> page.locator("a[href*='note.txt']").click());
    assertThat(read(file)).contains("Mots : « 17 ans »").contains("06 ** ** ** 17");
    page.locator("a[hreflang=en]:has-text('anglais')").click();
    page.waitForURL("**/note?in=en");
    assertThat(page.locator(".sheet")).containsText("It holds no opinion");

    page.navigate(item);
    page.selectOption("#route-new", "CRIP");
    page.fill("#whom-new", "<b>CRIP</b> ${7*7}");
    page.locator("section[aria-labelledby=tellings] > form button").click();
    page.waitForURL("**/items/*#tellings");
    assertThat(page.locator(".message")).containsText("Rien n’a été envoyé d’ici");
    page.locator("section[aria-labelledby=tellings] details summary").click();
    page.fill("#whom-c0", "CRIP 44");
    page.locator("section[aria-labelledby=tellings] details button").click();
    assertThat(page.locator("section[aria-labelledby=tellings] .struck"))
        .containsText("<b>CRIP</b> ${7*7}");
    assertThat(page.locator("section[aria-labelledby=tellings] li").last()).containsText("CRIP 44");

    page.locator("input[value=REFER]").check();
    page.locator("input[value=AGE_DOUBT]").check();
    page.locator("[data-decide] button").click();
    page.waitForURL("**/queues/minor");
    assertThat(page.locator("section[aria-labelledby=awaited]")).hasCount(0);

    var second = signedIn("lead", colours, width);
    second.navigate("/queues/minor");
    look.look(second, "/queues/minor-awaited");
    second.locator("section[aria-labelledby=awaited] a").click();
    second.waitForURL(item);
    look.look(second, "/items/second-look");
    second.locator("input[name=agrees][value=true]").check();
    second.locator("section[aria-labelledby=path] form button").click();
    second.waitForURL("**/items/" + id + "#path");
    assertThat(second.locator(".steps")).containsText("J’aurais signalé aussi");
    assertThat(second.locator(".step-due")).hasCount(0);
    look.at(second, "/crip");
    second.locator("a[href='/crip/44']").click();
    second.fill("#telephone", "01 99 00 12 34");
    second.locator("main form button").click();
    assertThat(second.locator(".message").first()).containsText("C’est enregistré");
    look.look(second, "/crip/44");
    page.context().close();
    second.context().close();
    assertThat(look.faults()).isEmpty();
  }

  private static String read(Download file) {
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,360"})
  void noPageOfAShiftIsGraveForAxeOrScrollsSideways(ColorScheme colours, int width) {
    var look = new PageLook(colours, width);
    var page = signedIn("lead", colours, width);
    claim(page);
    var mine = page.url();
    look.at(page, mine);
    press(page, "h");
    page.waitForSelector(".message");
    look.shoot(page, "/items/held");
    decideByKeyboard(page);
    look.shoot(page, "/queues/decided");
    look.at(page, mine);
    look.at(page, "/queues/adult?q=chauffeur&from=2026-01-01");
    look.at(page, "/queues/adult?q=introuvable");
    look.at(page, "/objections");
    look.at(page, "/rules");
    page.context().close();
    assertThat(look.faults()).isEmpty();
  }
}
