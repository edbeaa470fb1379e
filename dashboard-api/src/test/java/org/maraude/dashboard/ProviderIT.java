package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.People;
import org.maraude.dashboard.accounts.Role;

/** Coming in by an OpenID Connect provider. */
class ProviderIT {

  @TempDir static Path folder;
  static TestProvider provider;
  static RunningDashboard running;

  @BeforeAll
  static void start() {
    provider = new TestProvider();
    running = RunningDashboard.start(folder, config(Set.of(), null, Map.of(), Set.of("mfa")));
  }

  @AfterAll
  static void stop() {
    running.close();
    provider.close();
  }

  private static SignInConfig config(
      Set<Role> made, @Nullable String claim, Map<String, Role> roles, Set<String> strong) {
    return new SignInConfig(
        null,
        new ProviderConfig(
            provider.issuer(),
            TestProvider.CLIENT,
            TestProvider.SECRET,
            "Essai",
            made,
            claim,
            roles,
            strong));
  }

  private static String invitation(Role role) {
    return new People(running.database(), Clock.systemUTC(), new java.security.SecureRandom())
        .invite(role, org.maraude.dashboard.accounts.Team.FIRST);
  }

  /** Follows the way to the provider and back; what the last answer says. */
  private static HttpResponse<String> come(RunningDashboard.Browser browser, String from) {
    var answer = browser.get(from);
    for (int i = 0; i < 3; i++) {
      answer = browser.get(answer.headers().firstValue("Location").orElseThrow());
    }
    return answer;
  }

  private static String location(HttpResponse<String> answer) {
    var target = URI.create(answer.headers().firstValue("Location").orElse(""));
    return target.getQuery() == null
        ? target.getPath()
        : target.getPath() + "?" + target.getQuery();
  }

  @Test
  void anInvitationTiesThePersonOnceAndOurSecondFactorIsStillAskedFor() {
    provider.person(
        "subject-1", Map.of("preferred_username", "Zoé Martin@x", "groups", List.of("admin")));
    assertThat(running.browser().get("/login").body()).contains("Se connecter avec Essai");
    var stranger = running.browser();
    assertThat(location(come(stranger, "/login/provider"))).isEqualTo("/login?provider=unknown");
    assertThat(stranger.get("/login?provider=unknown").body())
        .contains("Personne n’a de compte ici");
    assertThat(running.count("select count(*) from provider_accounts where subject = 'subject-1'"))
        .isZero();

    var link = invitation(Role.ANALYST);
    var browser = running.browser();
    assertThat(browser.get("/enrol?token=" + link).body()).contains("Continuer avec Essai");
    var before = browser.cookie();
    assertThat(location(come(browser, "/login/provider?invitation=" + link)))
        .isEqualTo("/account/second-factor");
    assertThat(browser.cookie()).as("another session id").isNotEqualTo(before);
    assertThat(location(browser.get("/trends"))).isEqualTo("/account/second-factor");
    assertThat(role("zo-martin")).containsExactly("ANALYST");
    provider.person("subject-2", Map.of("preferred_username", "zo-martin"));
    assertThat(location(come(running.browser(), "/login/provider?invitation=" + link)))
        .as("an invitation is for one")
        .isEqualTo("/login?provider=unknown");
    provider.person("subject-1", Map.of());
    assertThat(location(come(running.browser(), "/login/provider")))
        .as("known without an invitation")
        .isEqualTo("/account/second-factor");
  }

  @Test
  void aSecondFactorOfTheProviderDoesWhereItIsNamedAndADisabledAccountStaysOut() {
    provider.person("subject-3", Map.of("preferred_username", "lead", "amr", List.of("pwd")));
    var link = invitation(Role.OUTREACH);
    assertThat(location(come(running.browser(), "/login/provider?invitation=" + link)))
        .isEqualTo("/account/second-factor");
    assertThat(role("lead")).as("the name of another is not that person").containsExactly("LEAD");
    assertThat(role("lead-2")).containsExactly("OUTREACH");
    provider.person("subject-3", Map.of("amr", List.of("pwd", "mfa")));
    var browser = running.browser();
    assertThat(location(come(browser, "/login/provider"))).isEqualTo("/");
    assertThat(browser.get("/queues/adult").statusCode()).isEqualTo(200);
    assertThat(browser.get("/people").statusCode()).isEqualTo(403);
    running.sql().sql("update users set enabled = false where name = 'lead-2'").update();
    assertThat(location(come(running.browser(), "/login/provider")))
        .isEqualTo("/login?provider=disabled");
  }

  @Test
  void aForgedTokenAForeignStateAndARefusalLeadBackWithTheReason() {
    provider.person("subject-4", Map.of());
    provider.forge();
    assertThat(location(come(running.browser(), "/login/provider")))
        .isEqualTo("/login?provider=failed");
    provider.person("subject-4", Map.of());
    var here = running.browser();
    var back =
        here.get(
                here.get(here.get("/login/provider").headers().firstValue("Location").orElseThrow())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(location(running.browser().get(back)))
        .as("a way back that another browser began")
        .isEqualTo("/login?provider=failed");
    assertThat(location(here.get("/login/oauth2/code/provider?error=access_denied&state=x")))
        .startsWith("/login?provider=");
    assertThat(running.browser().get("/login?provider=%3Cb%3E").body()).doesNotContain("<b>");
  }

  @Test
  void groupsMeanRolesOnlyWhereTheConfigurationSaysSoAndADeadProviderIsNamed() {
    provider.person(
        "subject-5",
        Map.of(
            "preferred_username",
            "group",
            "amr",
            List.of("mfa"),
            "groups",
            List.of("g-lead", "admin")));
    running.restartWith(
        config(Set.of(Role.ANALYST), "groups", Map.of("g-lead", Role.LEAD), Set.of("mfa")));
    var browser = running.browser();
    assertThat(location(come(browser, "/login/provider"))).isEqualTo("/");
    assertThat(role("group")).containsExactly("LEAD");
    assertThat(browser.get("/audit").statusCode()).isNotEqualTo(200);
    provider.person("subject-5", Map.of("amr", List.of("mfa"), "groups", List.of("other")));
    come(running.browser(), "/login/provider");
    assertThat(role("group")).isEmpty();
    assertThat(
            running
                .sql()
                .sql(
                    "select count(*) from spring_session_attributes where encode(attribute_bytes, 'escape') like '%eyJ%'")
                .query(Long.class)
                .single())
        .as("no token of the provider is kept")
        .isZero();
    running.restartWith(
        new SignInConfig(
            null,
            new ProviderConfig(
                provider.issuer().resolve("/gone"),
                "x",
                "y",
                "Essai",
                Set.of(),
                null,
                Map.of(),
                Set.of())));
    assertThat(location(running.browser().get("/login/provider")))
        .isEqualTo("/login?provider=unreachable");
    assertThat(running.browser().get("/login?provider=unreachable").body())
        .contains("Essai ne répond pas");
    running.restartWith(config(Set.of(), null, Map.of(), Set.of("mfa")));
  }

  private static List<String> role(String name) {
    return running
        .sql()
        .sql("select role from user_roles r join users u on u.id = r.user_id where u.name = ?")
        .param(name)
        .query(String.class)
        .list();
  }
}
