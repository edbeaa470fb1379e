package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.places.Departements;

/** The map and the chart that one zooms into, in a browser, over invented volumes. */
class TrendPagesIT {

  private static final String ASKED = "/trends?from=2026-01-05&to=2026-06-28";

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    browser = new TestBrowser(dashboard.dashboard().url());
    var sql = dashboard.sql();
    int number = 0;
    for (var departement : Departements.all()) {
      // One in nine has a count that is hidden.
      sql.sql(
              """
              insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
                returning_ads, live_ads, gone_ads)
              select 'group-' || ?, date '2026-01-05' + 7 * w, 'demo-a', ?, '?',
                case when ? % 9 = 4 then 5 else 12 + (? * 7 + w * 3) % 90 end, 0, 1, 0
              from generate_series(0, 24) w\
              """)
          .params(number, departement.code(), number, number)
          .update();
      number++;
    }
    sql.sql(
            """
            insert into crawl_coverage select 'demo-a', date '2026-02-02' + d, 10,
              case when d between 42 and 55 then 3 else 10 end from generate_series(0, 146) d\
            """)
        .update();
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  private static Page analyst(int width, ColorScheme colours) {
    var page = browser.open(width, colours, true);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), "analyst");
  }

  @Test
  void theMapIsWellForAxeOnBothWidths() {
    for (var look :
        new PageLook[] {
          new PageLook(ColorScheme.LIGHT, 1280), new PageLook(ColorScheme.DARK, 360)
        }) {
      var page = analyst(look.width(), look.colours());
      look.at(page, "/trends/map?week=2026-06-03");
      assertThat(page.locator("svg.map[role=img]")).isVisible();
      assertThat(page.locator(".area-hidden").first()).isVisible();
      assertThat(page.locator("#table tbody tr").count()).isGreaterThan(90);
      page.context().close();
      assertThat(look.faults()).isEmpty();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aStretchIsZoomedIntoByKeysAndByMouseAndAllIsSeenAgain() {
    var look = new PageLook(ColorScheme.LIGHT, 1280);
    var page = analyst(1280, ColorScheme.LIGHT);
    page.navigate(ASKED);
    var view = page.locator("[data-zoom-view]");
    var read = page.locator("[data-zoom-read]");
    assertThat(view).isHidden();
    page.locator("[data-zoom-do=open]").press("Enter");
    assertThat(view).hasAttribute("data-zoomed", "false");
    assertThat(page.locator(".zoom-plot canvas")).isVisible();
    assertThat(page.locator("svg.chart-large")).isHidden();
    assertThat(page.locator("[data-zoom-do=open]")).isHidden();
    assertThat(page.locator(".zoom-plot")).isFocused();

    page.keyboard().press("+");
    assertThat(view).hasAttribute("data-zoomed", "true");
    page.keyboard().press("ArrowRight");
    assertThat(read)
        .hasText(Pattern.compile("5 janv\\. 2026 – 11 janv\\. 2026 : [0-9\u202f ]+ \\(.*"));
    page.keyboard().press("ArrowRight");
    assertThat(read).containsText("12 janv. 2026");
    page.keyboard().press("0");
    assertThat(view).hasAttribute("data-zoomed", "false");

    var box = page.locator(".zoom-plot .u-over").boundingBox();
    page.mouse().move(box.x + box.width * 0.3, box.y + 50);
    page.mouse().down();
    page.mouse().move(box.x + box.width * 0.6, box.y + 60);
    page.mouse().up();
    assertThat(view).hasAttribute("data-zoomed", "true");
    look.look(page, "/trends/zoomed");
    page.locator("[data-zoom-do=whole]").click();
    assertThat(view).hasAttribute("data-zoomed", "false");
    page.locator(".zoom-plot").press("Escape");
    assertThat(view).isHidden();
    assertThat(page.locator("svg.chart-large")).isVisible();
    assertThat(page.locator("[data-zoom-do=open]")).isFocused();
    page.context().close();
    assertThat(look.faults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void ofDepartmentsOneIsChosenAndWhatIsHiddenHasNoNumber() {
    var page = analyst(360, ColorScheme.DARK);
    page.navigate("/trends?from=2026-05-04&to=2026-06-28&split=departement&per=rate");
    page.locator("[data-zoom-do=open]").click();
    var hidden = Departements.all().get(4);
    page.selectOption("[data-zoom-group]", hidden.name() + " (" + hidden.code() + ")");
    page.locator(".zoom-plot").press("ArrowRight");
    assertThat(page.locator("[data-zoom-read]")).containsText(" : moins de 11");
    page.locator("[data-zoom-do=in]").click();
    new PageLook(ColorScheme.DARK, 360).shoot(page, "/trends/zoomed");
    // The rest of a page of so many charts is looked at elsewhere.
    assertThat(new AxeBuilder(page).include("[data-zoom]").analyze().getViolations()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .isEqualTo(0);
    page.context().close();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withoutScriptTheDrawingStandsAndNoButtonPromisesMore() {
    var page = browser.open(1280, ColorScheme.LIGHT, false);
    browser.logIn(page, dashboard.dashboard().demoLogins(), "analyst").navigate(ASKED);
    assertThat(page.locator("svg.chart-large")).isVisible();
    assertThat(page.locator("[data-zoom-do=open]")).isHidden();
    page.context().close();
  }
}
