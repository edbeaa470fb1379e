package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.SoftKey;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import tools.jackson.databind.JsonNode;

/** Passkeys in a real browser, and what no browser would send. */
class PasskeysIT {

  private static final String PASSWORD = "tulipe ancre 7 parasol";
  private static final Pattern REMOVE = Pattern.compile("/account/passkeys/([0-9a-f-]{36})/remove");

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

  private static void create(String name) {
    Accounts.over(dashboard.database(), Clock.systemUTC(), new SecureRandom())
        .createUser(name, PASSWORD, Set.of(Role.OUTREACH));
  }

  private static CDPSession device(Page page) {
    var devices = page.context().newCDPSession(page);
    devices.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var arguments = new JsonObject();
    arguments.add("options", options);
    devices.send("WebAuthn.addVirtualAuthenticator", arguments);
    return devices;
  }

  private static void logIn(Page page, String name, String language) {
    page.navigate("/login?lang=" + language);
    page.fill("#username", name);
    page.fill("#password", PASSWORD);
    page.click("main button");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,fr", "DARK,360,en"})
  void aPasskeyIsMadeAsTheFirstStepOpensAndIsRemoved(
      ColorScheme colours, int width, String language) {
    boolean french = language.equals("fr");
    var name = "passkey" + width;
    create(name);
    var look = new PageLook(colours, width);
    var page = browser.open(width, colours, true);
    device(page);
    logIn(page, name, language);
    page.waitForURL("**/account/second-factor");
    look.look(page, "/account/second-factor-first");
    page.fill("#label", "<b>clé</b> bleue");
    page.click("form[data-passkey=create] button");
    assertThat(page.locator(".recovery code")).hasCount(10);
    var recovery = page.locator(".recovery code").first().innerText();
    page.click("main a.button");
    page.waitForURL("**/");
    page.click("text=" + (french ? "Se déconnecter" : "Sign out"));

    logIn(page, name, language);
    page.waitForURL("**/login/second");
    look.look(page, "/login/second-passkey");
    page.click("form[data-passkey=get] button");
    page.waitForURL("**/");
    assertThat(page.locator("h1")).containsText(name);

    look.at(page, "/account");
    assertThat(page.locator(".passkey-label")).hasText("<b>clé</b> bleue");
    var remove = page.locator("form[action$='/remove']");
    page.click("text=" + (french ? "Retirer" : "Remove"));
    remove.locator("input[name=password]").fill(PASSWORD);
    remove.locator("button").click();
    assertThat(page.locator("[role=alert]:visible"))
        .containsText(french ? "seule deuxième étape" : "only second step");
    page.fill("#label", "encore");
    page.fill("#passkey-proof", PASSWORD);
    page.click("form[data-passkey=create] button");
    assertThat(page.locator("form[data-passkey] [role=alert]"))
        .containsText(french ? "a déjà une clé" : "has a passkey");
    page.context().close();

    var elsewhere = browser.open(width, colours, true);
    logIn(elsewhere, name, language);
    elsewhere.waitForURL("**/login/second");
    elsewhere.fill("#code", recovery);
    elsewhere.click("form:not([data-passkey]) button.primary");
    elsewhere.waitForURL("**/");
    elsewhere.context().close();
    assertThat(look.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  /** A person with a software key, wholly in. */
  private static RunningDashboard.Browser with(SoftKey key, String name) {
    create(name);
    var person = dashboard.browser();
    person.logIn(name, PASSWORD);
    var done = add(person, "/account/second-factor", key, origin(), "");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("Codes de secours");
    return person;
  }

  private static String origin() {
    return dashboard.dashboard().url().toString();
  }

  private static HttpResponse<String> add(
      RunningDashboard.Browser person, String at, SoftKey key, String origin, String password) {
    var options = options(person, at, "/account/passkeys/options", password);
    return person.submit(
        at, "/account/passkeys", Map.of("label", "x", "credential", key.make(options, origin)));
  }

  private static JsonNode options(
      RunningDashboard.Browser person, String at, String path, String password) {
    return RunningDashboard.json(person.submit(at, path, Map.of("password", password)));
  }

  private static HttpResponse<String> sign(
      RunningDashboard.Browser half, SoftKey key, String origin, int count) {
    var options = options(half, "/login/second", "/login/second/passkey/options", "");
    return half.submit(
        "/login/second",
        "/login/second/passkey",
        Map.of("credential", key.sign(options, origin, count)));
  }

  private static RunningDashboard.Browser half(String name) {
    var half = dashboard.browser();
    assertThat(location(half.logIn(name, PASSWORD))).isEqualTo("/login/second");
    return half;
  }

  @Test
  void aCopiedPasskeyAForeignOriginAndAChallengeUsedTwiceOpenNothing() {
    var key = new SoftKey("counted");
    with(key, "counted");
    var half = half("counted");
    var before = half.cookie();
    assertThat(location(sign(half, key, origin(), 7))).isEqualTo("/");
    assertThat(half.get("/queues/adult").statusCode()).isEqualTo(200);
    assertThat(half.cookie()).as("another session id").isNotEqualTo(before);

    var copied = half("counted");
    assertThat(location(sign(copied, key, origin(), 7))).isEqualTo("/login/second");
    assertThat(copied.get("/login/second").body()).contains("n’ouvre pas ce compte");
    assertThat(location(sign(copied, key, "http://elsewhere.test", 8))).isEqualTo("/login/second");
    var options = options(copied, "/login/second", "/login/second/passkey/options", "");
    var good = Map.of("credential", key.sign(options, origin(), 9));
    assertThat(location(copied.submit("/login/second", "/login/second/passkey", good)))
        .isEqualTo("/");
    var again = half("counted");
    assertThat(location(again.submit("/login/second", "/login/second/passkey", good)))
        .as("a challenge of another session")
        .isEqualTo("/login/second");
    assertThat(location(again.get("/"))).isEqualTo("/login/second");
  }

  @Test
  void anotherPersonsPasskeyOpensNothingAndIsNeitherKeptNorRemoved() {
    var key = new SoftKey("mine");
    var mine = with(key, "mine");
    var other = new SoftKey("other");
    var person = with(other, "other");
    assertThat(location(sign(half("other"), key, origin(), 3))).isEqualTo("/login/second");
    assertThat(location(add(person, "/account", key, origin(), PASSWORD))).isEqualTo("/account");
    assertThat(person.get("/account").body()).contains("n’a pas été gardée");
    assertThat(location(add(person, "/account", new SoftKey("f"), "http://f.test", PASSWORD)))
        .isEqualTo("/account");
    assertThat(dashboard.count("select count(*) from passkeys where label = 'x'")).isEqualTo(2);

    var page = mine.get("/account").body();
    var found = REMOVE.matcher(page);
    assertThat(found.find()).isTrue();
    var path = found.group();
    assertThat(person.submit("/account", path, Map.of("password", PASSWORD)).statusCode())
        .isEqualTo(404);
    assertThat(location(mine.submit("/account", path, Map.of("password", "wrong"))))
        .isEqualTo("/account");
    assertThat(mine.get("/account").body()).contains("Ni mot de passe actuel");
    assertThat(location(add(mine, "/account", new SoftKey("second"), origin(), PASSWORD)))
        .isEqualTo("/account");
    mine.submit("/account", path, Map.of("password", PASSWORD));
    assertThat(mine.get("/account").body()).doesNotContain(path);
    assertThat(location(half("mine").get("/"))).isEqualTo("/login/second");
  }

  @Test
  void anAnswerThatIsNoneIsRefusedAndGuessesAreSlowedDown() {
    with(new SoftKey("hostile"), "hostile");
    var half = half("hostile");
    for (var answer : new String[] {"", "{}", "{\"rawId\":1}"}) {
      var fields = new HashMap<String, String>();
      fields.put("credential", answer);
      options(half, "/login/second", "/login/second/passkey/options", "");
      assertThat(location(half.submit("/login/second", "/login/second/passkey", fields)))
          .isEqualTo("/login/second");
    }
    half.submit("/login/second", "/login/second/passkey", Map.of("credential", "{}"));
    assertThat(half.get("/login/second").body()).contains("Trop d’essais");
  }

  private static String location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElse("")).getPath();
  }
}
