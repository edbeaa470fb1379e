package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.RunningDashboard;

class PagesIT {

  private static final int WIDE = 1280;
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
  void everythingIsFree() {
    dashboard.sql().sql("update items set holder = null, lease_until = null").update();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aReaderClaimsAnItemSeesTheMarksOnTheRightWordsDecidesAndSeesItGone() {
    var page = outreach(WIDE, ColorScheme.LIGHT, true);
    page.navigate("/queues/adult");
    long before = page.locator("a.row").count();
    page.click("[data-key=c]");
    page.waitForURL("**/items/*");
    var id = page.url().substring(page.url().lastIndexOf('/') + 1);

    assertThat(page.locator("#ad-body mark").allInnerTexts())
        .containsExactly(
            "notre équipe", "Chauffeur disponible", "sérieuse et fiable", "Acompte demandé");
    assertThat(page.locator("mark.protects").allInnerTexts()).containsExactly("Acompte demandé");
    var sign =
        page.locator(".sign")
            .filter(new Locator.FilterOptions().setHasText("management-bookings v3"));
    assertThat(sign).containsText("Quelqu’un d’autre semble gérer les rendez-vous");
    assertThat(sign).containsText("Une agence ou un secrétariat");
    assertThat(sign).containsText("Giommoni & Ikwu 2021");
    var number = sign.locator(".sign-number").innerText();
    assertThat(page.locator("#ad-body mark").first().getAttribute("data-signs")).isEqualTo(number);

    page.locator("input[value=NO_CONCERN]").check();
    page.locator("input[value=ORDINARY_EXPLANATION]").check();
    page.locator("[data-decide] button").click();
    page.waitForURL("**/queues/adult");
    assertThat(page.locator(".message")).containsText("La décision est enregistrée");
    assertThat(page.locator("a.row").count()).isEqualTo((int) before - 1);
    assertThat(page.locator("a.row[href$='" + id + "']").count()).isZero();
  }

  @Test
  void theTextIsBlurredUntilItIsAskedForAndTheKeyboardAsks() {
    var page = outreach(WIDE, ColorScheme.LIGHT, true);
    page.navigate("/queues/adult");
    page.locator("a.row").first().click();
    page.waitForURL("**/items/*");
    assertThat(page.locator("#ad-body")).hasCSS("filter", Pattern.compile("blur.*"));
    assertThat(page.locator("#ad-body")).hasAttribute("aria-hidden", "true");
    page.keyboard().press("b");
    assertThat(page.locator("#ad-body")).hasCSS("filter", "none");
    assertThat(page.locator("#ad-body").getAttribute("aria-hidden")).isNull();
    page.keyboard().press("b");
    assertThat(page.locator("#ad-body")).hasCSS("filter", Pattern.compile("blur.*"));
  }

  @Test
  void theKeyboardClaimsGoesToTheDecisionAndStaysSilentInFields() {
    var page = outreach(WIDE, ColorScheme.LIGHT, true);
    page.navigate("/queues/adult");
    page.keyboard().press("c");
    page.waitForURL("**/items/*");
    var first = page.url();
    page.keyboard().press("d");
    assertThat(page.locator("input[value=CONTACT_IN_ROUND]")).isFocused();
    page.locator("#note").fill("");
    page.locator("#note").press("n");
    assertThat(page.locator("#note")).hasValue("n");
    assertThat(page.url()).isEqualTo(first);
    page.locator("#note").blur();
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("n");
    page.waitForURL(url -> !url.equals(first));
  }

  @Test
  void withoutScriptAReaderClaimsReadsAndDecides() {
    var page = outreach(WIDE, ColorScheme.LIGHT, false);
    page.navigate("/queues/adult");
    page.click("[data-key=c]");
    page.waitForURL("**/items/*");
    assertThat(page.locator("#ad-body")).hasCSS("filter", Pattern.compile("blur.*"));
    page.locator("#show-text").check();
    assertThat(page.locator("#ad-body")).hasCSS("filter", "none");
    page.locator("input[value=CANNOT_SAY]").check();
    page.locator("[data-decide] button").click();
    page.waitForURL("**/items/*/decision");
    assertThat(page.locator("[role=alert]")).containsText("Cochez au moins un motif");
    page.locator("input[value=CANNOT_SAY]").check();
    page.locator("input[value=TOO_LITTLE]").check();
    page.locator("[data-decide] button").click();
    page.waitForURL("**/queues/adult");
    assertThat(page.locator(".message")).containsText("La décision est enregistrée");
  }

  /** All ads of the scene share a contact; the list of them must not push the decision away. */
  @ParameterizedTest
  @CsvSource({"1280,true", "1280,false", "360,true"})
  void theDecisionStandsBeforeTheLinkedAdsWhichAreUnfoldedOnRequest(int width, boolean withScript) {
    var page = outreach(width, ColorScheme.LIGHT, withScript);
    page.navigate("/queues/adult");
    page.click("[data-key=c]");
    page.waitForURL("**/items/*");
    assertThat(top(page, "#decision")).isLessThan(top(page, "#linked"));
    if (width == WIDE) {
      assertThat(top(page, "#decision")).isLessThan(1_600);
    }
    var each = page.locator(".linked-each");
    assertThat(each.locator("table")).isHidden();
    each.locator("summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(each.locator("tbody tr")).hasCount(Scene.ADULTS + Scene.MINORS - 1);
    assertThat(each.locator("tbody tr").last()).isVisible();
    page.context().close();
  }

  private static double top(Page page, String selector) {
    return page.locator(selector).boundingBox().y;
  }

  @Test
  void aDecisionFromAnOldPageIsRefusedAndSaysWhatHappenedMeanwhile() {
    var page = outreach(WIDE, ColorScheme.LIGHT, true);
    page.navigate("/queues/adult");
    page.click("[data-key=c]");
    page.waitForURL("**/items/*");
    dashboard.sql().sql("update items set holder = null, lease_until = null").update();
    page.locator("input[value=NO_CONCERN]").check();
    page.locator("input[value=MISREAD]").check();
    page.locator("[data-decide] button").click();
    page.waitForURL("**/items/*/decision");
    assertThat(page.locator("[role=alert]")).containsText("Reprenez l’annonce pour décider");
  }

  @Test
  void theMinorPathShowsItsClockAndTheReferralRoutes() {
    var page = outreach(WIDE, ColorScheme.LIGHT, true);
    assertThat(page.locator(".card-alarm")).containsText("Mineurs possibles");
    page.navigate("/queues/minor");
    page.locator("a.row").first().click();
    page.waitForURL("**/items/*");
    for (var route : List.of("17 ou 112", "119", "CRIP", "Procureur", "Pharos")) {
      assertThat(page.locator(".routes")).containsText(route);
    }
    assertThat(page.locator("#ad-body mark").allInnerTexts()).containsExactly("17 ans");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aContactIsShownForAMinuteAndIsGoneFromThePageAndFromItsHistory(boolean withScript) {
    dashboard.sql().sql("delete from contact_openings").update();
    var page = outreach(WIDE, ColorScheme.LIGHT, withScript);
    page.navigate("/queues/minor");
    page.click("[data-key=c]");
    page.waitForURL("**/items/*");
    var item = page.url();
    page.locator(".reveal summary").click();
    page.selectOption("#purpose-0", "OTHER");
    page.locator(".reveal button").click();
    assertThat(page.locator("[role=alert]")).containsText("dites pour quoi vous ouvrez");
    page.navigate(item);
    page.locator(".reveal summary").click();
    page.selectOption("#purpose-0", "REFERRAL");
    page.locator(".reveal button").click();
    assertThat(page.locator(".contact-clear")).hasText(Scene.PHONE);
    if (withScript) {
      var look = new PageLook(ColorScheme.LIGHT, WIDE);
      look.look(page, "/items/contact");
      assertThat(look.faults()).isEmpty();
    }
    page.locator("main button").click();
    page.waitForURL(url -> url.startsWith(item));
    assertThat(page.locator("main")).not().containsText("639981217");
    assertThat(page.locator("main")).containsText("Signaler (CRIP, 119, procureur)");
    try {
      page.goBack(new Page.GoBackOptions().setTimeout(5_000));
    } catch (PlaywrightException e) {
      // A page that says no-store and came of a form is not there any more: that is the answer.
    }
    var shown = new AtomicReference<String>();
    RunningDashboard.await("the page that came back stands still", () -> read(page, shown));
    assertThat(shown.get()).doesNotContain("639981217");
    page.context().close();
  }

  private static boolean read(Page page, AtomicReference<String> shown) {
    try {
      shown.set(page.content());
      return true;
    } catch (PlaywrightException e) {
      return false;
    }
  }

  @Test
  void aPageSpeaksEnglishWhenAskedAndStaysInIt() {
    var page = browser.open(WIDE, ColorScheme.LIGHT, true);
    page.navigate("/login");
    assertThat(page.locator("h1")).hasText("Connexion");
    page.click("a[hreflang=en]");
    assertThat(page.locator("h1")).hasText("Sign in");
    page.navigate("/about");
    assertThat(page.locator("h1")).hasText("Your ads, your rights");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.context().close();
  }

  @Test
  void theTrendsPageDrawsTheInventedBandAndSaysThatItIsInvented() {
    var page = outreach(WIDE, ColorScheme.LIGHT, true);
    page.navigate("/trends");
    assertThat(page.locator("svg.chart-large")).containsText("Confinement (période inventée)");
    assertThat(page.locator("svg.chart-large .hatched").count()).isPositive();
    assertThat(page.locator("#findings"))
        .containsText("Confinement (période inventée) : à partir du");
    assertThat(page.locator("#findings")).containsText("Une date commune n’est pas une cause");
    page.click("#table summary");
    assertThat(page.locator("#table tbody tr").count()).isGreaterThan(25);
    page.selectOption("#split", "site");
    page.click(".filters button");
    page.waitForURL("**split=site**");
    assertThat(page.locator("#answer svg[role=img]")).hasCount(3);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,360"})
  void noPageIsGraveForAxeOrScrollsSideways(ColorScheme colours, int width) {
    var stranger = browser.open(width, colours, true);
    var look = new PageLook(colours, width);
    for (var path : List.of("/login", "/about", "/login?error")) {
      look.at(stranger, path);
    }
    stranger.context().close();
    var page = outreach(width, colours, true);
    page.navigate("/queues/adult");
    page.click("[data-key=c]");
    page.waitForURL("**/items/*");
    var mine = page.url();
    page.navigate("/queues/minor");
    var minor = page.locator("a.row").first().getAttribute("href");
    for (var path :
        List.of(
            "/",
            "/queues/minor",
            "/queues/adult",
            mine,
            minor,
            "/trends",
            "/searches",
            "/second-reads",
            "/bulks/new?all=true",
            "/trends?split=region&per=rate&compare=year",
            "/trends/bands",
            "/trends/lifetimes",
            "/trends?from=x",
            "/nowhere")) {
      look.at(page, path);
    }
    new TogetherWalk(dashboard, page, look).walk();
    page.context().close();
    var lead = browser.open(width, colours, true);
    look.at(browser.logIn(lead, dashboard.dashboard().demoLogins(), "lead"), "/rules");
    lead.context().close();
    assertThat(look.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,fr,5", "DARK,360,en,0"})
  void whoReadsForLongIsAskedToPauseOnTheFrontPageAndInTheQueue(
      ColorScheme colours, int width, String language, int heavy) {
    var page = outreach(width, colours, true);
    page.navigate("/?lang=" + language);
    dashboard.sql().sql("delete from own_reads").update();
    page.reload();
    assertThat(page.locator("#own-day")).hasCount(0);
    for (int i = 1; i <= 10; i++) {
      dashboard
          .sql()
          .sql(
              "insert into own_reads (reader, item, at, heavy) select id, gen_random_uuid(),"
                  + " now() - ? * interval '10 minutes', ? from users where name = 'outreach'")
          .params(i, i <= heavy)
          .update();
    }
    var look = new PageLook(colours, width);
    look.at(page, "/?own-day");
    assertThat(page.locator("#own-day")).isVisible();
    look.at(page, "/queues/adult?pause");
    assertThat(page.locator(".pause-hint")).hasCount(1);
    assertThat(look.faults()).isEmpty();
    dashboard.sql().sql("delete from own_reads").update();
    page.context().close();
  }

  private static Page outreach(int width, ColorScheme colours, boolean withScript) {
    var page = browser.open(width, colours, withScript);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), "outreach");
  }
}
