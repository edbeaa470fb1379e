package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.RunningDashboard;

/** An invitation from the admin's page to the first page of the person who came by it. */
class AccountPagesIT {

  private static final String PASSWORD = "tulipe ancre 7 parasol";

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

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,true,fr", "DARK,360,false,en", "LIGHT,360,true,en"})
  void fromTheInvitationToTheFirstPage(
      ColorScheme colours, int width, boolean withScript, String language) throws Exception {
    var look = new PageLook(colours, width);
    // axe needs script in the page; looking is done where there is some, shooting everywhere.
    var admin = browser.open(width, colours, true);
    admin.navigate("/login?lang=" + language);
    browser.logIn(admin, dashboard.dashboard().demoLogins(), "admin");
    look.at(admin, "/teams");
    admin.fill("#name-new", "<b>Loire</b> ${7*7} " + width + withScript);
    admin.fill("#departements-new", "44 999");
    admin.locator("form[action='/teams'] button").click();
    assertThat(admin.locator("#departements-new")).hasValue("44 999");
    look.look(admin, "/teams/refused");
    admin.fill("#departements-new", "44, 49 85");
    admin.locator("form[action='/teams'] button").click();
    assertThat(admin.locator("main")).containsText("<b>Loire</b> ${7*7}");
    admin.locator("article summary").first().click();
    look.look(admin, "/teams/made");
    look.at(admin, "/people");
    admin.locator("article summary").first().click();
    look.look(admin, "/people/one");
    admin.selectOption("#role", "OUTREACH");
    admin.selectOption(
        "#team", new SelectOption().setLabel("<b>Loire</b> ${7*7} " + width + withScript));
    admin.locator("form[action='/people/invitations'] button").click();
    look.look(admin, "/people/invitations");
    var link = admin.locator("#link").innerText();
    look.at(admin, "/account");

    var page = browser.open(width, colours, withScript);
    page.navigate(link + "&lang=" + language);
    see(look, page, "/enrol", withScript);
    page.fill("#username", "camille" + width + withScript);
    page.fill("#password", "passwordpassword");
    page.click("main button");
    assertThat(page.locator("[role=alert]"))
        .containsText(language.equals("fr") ? "se devine vite" : "guessed soon");
    see(look, page, "/enrol/refused", withScript);
    page.fill("#password", PASSWORD);
    page.click("main button");
    page.waitForURL("**/login");
    page.fill("#username", "camille" + width + withScript);
    page.fill("#password", PASSWORD);
    page.click("main button");
    page.waitForURL("**/account/second-factor");
    assertThat(page.locator(".square-dark").getAttribute("d")).startsWith("M4 4h1v1h-1z");
    see(look, page, "/account/second-factor", withScript);
    page.fill("#code", code(page));
    page.click("form[action='/account/second-factor'] button");
    assertThat(page.locator(".recovery code")).hasCount(10);
    var recovery = page.locator(".recovery code").first().innerText();
    see(look, page, "/recovery-codes", withScript);
    page.click("main a.button");
    page.waitForURL("**/");
    assertThat(page.locator("h1")).containsText("camille" + width + withScript);
    assertThat(
            dashboard.count(
                "select count(*) from users u join teams t on t.id = u.team where u.name = 'camille"
                    + width
                    + withScript
                    + "' and t.departements = '{44,49,85}'"))
        .isEqualTo(1);
    page.click("text=" + (language.equals("fr") ? "Se déconnecter" : "Sign out"));
    page.context().close();

    var again = browser.open(width, colours, true);
    again.navigate("/login?lang=" + language);
    again.fill("#username", "camille" + width + withScript);
    again.fill("#password", PASSWORD);
    again.click("main button");
    again.waitForURL("**/login/second");
    look.look(again, "/login/second");
    assertThat(again.locator("form[data-passkey]")).hasCount(0);
    again.fill("#code", recovery);
    again.click("form.panel button");
    again.waitForURL("**/");
    look.at(again, "/account");
    look.at(again, "/account/second-factor");
    again.context().close();
    admin.context().close();
    assertThat(look.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  /** axe is a script; a page without any is looked at by people only. */
  private static void see(PageLook look, Page page, String path, boolean withScript) {
    if (withScript) {
      look.look(page, path);
    } else {
      look.shoot(page, path);
    }
  }

  private static String code(Page page) throws Exception {
    var generator = new TimeBasedOneTimePasswordGenerator();
    var secret = new Base32().decode(page.locator("#secret").innerText());
    return generator.generateOneTimePasswordString(
        new SecretKeySpec(secret, generator.getAlgorithm()), Instant.now());
  }
}
