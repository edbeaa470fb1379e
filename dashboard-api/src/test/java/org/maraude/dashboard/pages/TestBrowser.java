package org.maraude.dashboard.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.maraude.dashboard.accounts.DemoLogin;

/**
 * Chromium without a window: the one that {@code CHROMIUM_PATH} names, else the machine's, else
 * Playwright's own. Whatever a page complains about, the policy above all, is kept.
 */
final class TestBrowser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;
  private final URI address;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  TestBrowser(URI address) {
    this.address = address;
    var installed = installed();
    var environment =
        installed.isPresent()
            ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            : Map.<String, String>of();
    this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    var options =
        new BrowserType.LaunchOptions()
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    installed.ifPresent(options::setExecutablePath);
    this.browser = playwright.chromium().launch(options);
  }

  private static Optional<Path> installed() {
    var named = System.getenv("CHROMIUM_PATH");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    var path = System.getenv("PATH");
    return Stream.of((path == null ? "" : path).split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of its own: nobody is logged in. */
  Page open(int width, ColorScheme colours, boolean withScript) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale("fr-FR")
                .setColorScheme(colours)
                .setJavaScriptEnabled(withScript)
                .setViewportSize(width, 800));
    context.addInitScript(
        "document.addEventListener('securitypolicyviolation',"
            + " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
    var page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(message -> {
      // The browser itself notes every answer of 400 and above; tests ask for some.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  Page logIn(Page page, List<DemoLogin> logins, String name) {
    var login = logins.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    page.navigate("/login");
    page.fill("#username", login.name());
    page.fill("#password", login.password());
    page.click("main button");
    page.waitForURL("**/");
    return page;
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
