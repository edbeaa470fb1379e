package org.maraude.dashboard.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at pages in one width and one set of colours: a picture of each for people to look at, what
 * axe finds grave, and whether anything is wider than the window.
 *
 * <p>The layout knows nothing of colours and the colours nothing of widths: light at 1280 and dark
 * at 360 pixels together see all four.
 */
final class PageLook {

  private static final List<String> GRAVE = List.of("serious", "critical");

  private static final double FIRST_FRAME_MILLIS = 15_000;
  private static final double AGAIN_MILLIS = 60_000;

  private final ColorScheme colours;
  private final int width;
  private final Map<String, String> faults = new TreeMap<>();

  PageLook(ColorScheme colours, int width) {
    this.colours = colours;
    this.width = width;
  }

  ColorScheme colours() {
    return colours;
  }

  int width() {
    return width;
  }

  /** Opens an address and looks. */
  void at(Page page, String path) {
    page.navigate(path);
    look(page, path);
  }

  /** Looks at what the page shows now, for pages that came of a form. */
  void look(Page page, String path) {
    shoot(page, path);
    if (page.locator("#show-text").count() > 0) {
      page.locator("#show-text").check();
      shoot(page, path + "-shown");
    }
    if (page.locator("#table").count() > 0) {
      page.click("#table summary");
    }
    new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .forEach(rule ->
                faults.put(
                    path + " " + rule.getId(),
                    String.valueOf(rule.getNodes().getFirst().getHtml())));
    var wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    if (((Number) wider).intValue() > 0) {
      faults.put(path + " is wider than the window", wider.toString());
    }
  }

  /** What was found, by page; empty is well. */
  Map<String, String> faults() {
    return faults;
  }

  /** A picture of what the page shows now. */
  void shoot(Page page, String path) {
    var name = path.replaceAll("https?://[^/]+", "").replaceAll("[0-9a-f-]{36}", "one");
    var picture =
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of(
                    "target",
                    "screenshots",
                    name.replaceAll("\\W+", "_") + "-" + colours + "-" + width + ".png"));
    try {
      page.screenshot(picture.setTimeout(FIRST_FRAME_MILLIS));
    } catch (TimeoutError e) {
      again(page, picture);
    } catch (PlaywrightException e) {
      if (!String.valueOf(e.getMessage()).contains("Unable to capture screenshot")) {
        throw e;
      }
      again(page, picture);
    }
  }

  /**
   * Once more: on a busy machine Chromium now and then has no frame to give, which says nothing of
   * the page. A page in front gets its frames first.
   */
  private static void again(Page page, Page.ScreenshotOptions picture) {
    page.bringToFront();
    page.screenshot(picture.setTimeout(AGAIN_MILLIS));
  }
}
