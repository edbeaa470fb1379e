package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.ProviderConfig;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.SignInConfig;
import org.maraude.dashboard.TestProvider;

/** The page on which people log in where a provider is named, its name as long as one can be. */
class ProviderPageIT {

  private static final String NAME =
      "Fédération des associations de l’Ouest pour l’accueil " + "w".repeat(60) + " <b>${7*7}</b>";

  @Test
  void theLogInWithAProviderIsReadableInEachWidth(@TempDir Path folder) {
    try (var provider = new TestProvider();
        var dashboard =
            RunningDashboard.start(
                folder,
                new SignInConfig(
                    null,
                    new ProviderConfig(
                        provider.issuer(),
                        TestProvider.CLIENT,
                        TestProvider.SECRET,
                        NAME,
                        Set.of(),
                        null,
                        Map.of(),
                        Set.of("mfa"))));
        var browser = new TestBrowser(dashboard.dashboard().url())) {
      look(browser, ColorScheme.LIGHT, 1280);
      look(browser, ColorScheme.DARK, 360);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void look(TestBrowser browser, ColorScheme colours, int width) {
    var look = new PageLook(colours, width);
    var page = browser.open(width, colours, true);
    page.navigate("/login");
    assertThat(page.locator("main")).containsText(NAME);
    look.look(page, "/login/with-provider");
    look.at(page, "/login?provider=failed");
    page.context().close();
    assertThat(look.faults()).isEmpty();
  }
}
