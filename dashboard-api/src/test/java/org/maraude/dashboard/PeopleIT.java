package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.LostAccess;
import org.maraude.dashboard.accounts.People;
import org.maraude.dashboard.accounts.Role;

/** Who makes accounts, and what a change to one does at once. */
class PeopleIT {

  private static final String PASSWORD = "tulipe ancre 7 parasol";
  private static final Pattern LINK = Pattern.compile("id=\"link\">([^<]+)<");

  @TempDir static Path folder;
  static RunningDashboard running;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static URI invited(RunningDashboard.Browser admin, String role) {
    var page = admin.submit("/people", "/people/invitations", Map.of("role", role)).body();
    var found = LINK.matcher(page);
    assertThat(found.find()).isTrue();
    var link = URI.create(found.group(1));
    assertThat(admin.get("/people").body()).doesNotContain(link.getQuery());
    return link;
  }

  private static HttpResponse<String> enrol(URI link, String name) {
    var path = link.getPath() + "?" + link.getQuery();
    return running
        .browser()
        .submit(
            path,
            "/enrol",
            Map.of(
                "token",
                link.getQuery().substring("token=".length()),
                "username",
                name,
                "password",
                PASSWORD));
  }

  @Test
  void anInvitationMakesOneAccountWithItsRoleWhichSetsUpASecondFactor() {
    var admin = running.browser().as("admin");
    var link = invited(admin, "ANALYST");
    assertThat(location(enrol(link, "invited"))).isEqualTo("/login");
    assertThat(enrol(link, "another").body()).contains("a déjà servi");
    assertThat(role("invited")).containsExactly("ANALYST");
    assertThat(location(running.browser().logIn("invited", PASSWORD)))
        .isEqualTo("/account/second-factor");
  }

  @Test
  void anInvitationEndsAfterAnHourOrWhenItIsWithdrawn() {
    var admin = running.browser().as("admin");
    var late = invited(admin, "OUTREACH");
    running.sql().sql("update enrolments set expires_at = now() - interval '1 second'").update();
    assertThat(enrol(late, "late").body()).contains("a déjà servi");
    var gone = invited(admin, "OUTREACH");
    var id =
        running
            .sql()
            .sql("select id from enrolments where used_at is null and expires_at > now()")
            .query(UUID.class)
            .single();
    admin.submit("/people", "/people/invitations/" + id + "/withdraw", Map.of());
    assertThat(enrol(gone, "gone").body()).contains("a déjà servi");
    assertThat(
            admin
                .submit("/people", "/people/invitations/" + id + "/withdraw", Map.of())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aNameThatIsTakenOrThatWouldForgeALogLineLeavesTheInvitationOpen() {
    var link = invited(running.browser().as("admin"), "OUTREACH");
    assertThat(enrol(link, "lead").body()).contains("porte déjà ce nom");
    for (var name : List.of("x\nWARN forged", "x\r\ny", "x\u202ey", "<b>x</b>", "x".repeat(65))) {
      var answer = enrol(link, name);
      assertThat(answer.statusCode()).as(name).isEqualTo(200);
      assertThat(answer.body()).as(name).contains("Ce nom ne convient pas").doesNotContain("<b>x");
    }
    assertThat(location(enrol(link, "fits"))).isEqualTo("/login");
  }

  /** The command for an admin who is alone. */
  @Test
  void whoLostEverythingComesBackByALinkAndNothingElseOpensMeanwhile() {
    var link = invited(running.browser().as("admin"), "OUTREACH");
    enrol(link, "alone");
    var half = running.browser();
    half.logIn("alone", PASSWORD);
    var lost = LostAccess.over(running.database(), Clock.systemUTC(), new SecureRandom());
    var first = lost.reset("alone");
    var token = lost.reset("alone");
    assertThat(location(half.get("/account/second-factor"))).isEqualTo("/login");
    assertThat(location(running.browser().logIn("alone", PASSWORD))).endsWith("?error");
    assertThat(enrol(URI.create("/enrol?token=" + first), "alone").body()).contains("a déjà servi");
    var back = URI.create("/enrol?token=" + token);
    assertThat(running.browser().get(back.toString()).body()).contains("value=\"alone\"");
    assertThat(enrol(back, "lead").body()).contains("Ce nom ne convient pas");
    assertThat(location(enrol(back, "alone"))).isEqualTo("/login");
    assertThat(enrol(back, "alone").body()).contains("a déjà servi");
    assertThat(role("alone")).containsExactly("OUTREACH");
    assertThat(location(running.browser().logIn("alone", PASSWORD)))
        .isEqualTo("/account/second-factor");
    assertThat(
            running.count(
                "select count(*) from audit where action = 'SECOND_FACTOR_RESET' and reason = 'command'"))
        .isEqualTo(2);
    running.token("a-script", Role.ANALYST);
    for (var name : List.of("nobody-here", "a-script")) {
      assertThatThrownBy(() -> lost.reset(name))
          .isInstanceOf(AccountException.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void whoIsDisabledIsOutAtOnceWithTokensAndComesBackWhenEnabled() {
    var admin = running.browser().as("admin");
    var person = running.browser().as("outreach2");
    var token = running.token("outreach2", Role.OUTREACH);
    var path = "/people/" + id("outreach2");
    assertThat(person.get("/queues/adult").statusCode()).isEqualTo(200);
    admin.submit("/people", path + "/disable", Map.of());
    assertThat(location(person.get("/queues/adult"))).isEqualTo("/login");
    assertThat(running.get("/api/v1/queues/adult/items", token).statusCode()).isEqualTo(401);
    admin.submit("/people", path + "/enable", Map.of());
    assertThat(running.get("/api/v1/queues/adult/items", token).statusCode()).isEqualTo(200);
    running.browser().as("outreach2");
    admin.submit("/people", path + "/revoke-tokens", Map.of());
    assertThat(running.get("/api/v1/queues/adult/items", token).statusCode()).isEqualTo(401);
  }

  @Test
  void aRoleThatIsTakenAwayIsGoneFromOpenSessionsAndTokens() {
    var admin = running.browser().as("admin");
    var person = running.browser().as("lead");
    var token = running.token("lead", Role.LEAD);
    var path = "/people/" + id("lead") + "/roles";
    admin.submit("/people", path, Map.of("roles", "ANALYST"));
    assertThat(location(person.get("/queues/adult"))).isEqualTo("/login");
    assertThat(running.get("/api/v1/queues/adult/items", token).statusCode()).isEqualTo(401);
    person.as("lead");
    assertThat(person.get("/queues/adult").statusCode()).isEqualTo(403);
    admin.submit("/people", path, Map.of("roles", "LEAD"));
    assertThat(role("lead")).containsExactly("LEAD");
  }

  @Test
  void nobodyButAnAdminInPersonSeesOrChangesPeople() {
    var lead = id("outreach");
    for (var name : List.of("outreach", "analyst", "researcher")) {
      var browser = running.browser().as(name);
      assertThat(browser.get("/people").statusCode()).as(name).isEqualTo(403);
      assertThat(browser.get("/").body()).doesNotContain("href=\"/people\"");
      for (var what : List.of("disable", "enable", "roles", "revoke-tokens")) {
        assertThat(
                browser.submit("/account", "/people/" + lead + "/" + what, Map.of()).statusCode())
            .as(name + " " + what)
            .isEqualTo(403);
      }
    }
    var token = running.token("admin", Role.ADMIN);
    assertThat(running.get("/people", token).statusCode()).isEqualTo(403);
    assertThat(running.post("/people/invitations?role=ADMIN", token, null).statusCode())
        .isEqualTo(403);
  }

  @Test
  void somebodyWhoIsNotThereIsNotFound() {
    var admin = running.browser().as("admin");
    for (var what : List.of("disable", "enable", "roles", "revoke-tokens", "reset-second-factor")) {
      assertThat(
              admin
                  .submit("/people", "/people/" + UUID.randomUUID() + "/" + what, Map.of())
                  .statusCode())
          .as(what)
          .isEqualTo(404);
    }
  }

  @Test
  void theLastAdminStays() {
    var admin = running.browser().as("admin");
    var path = "/people/" + id("admin");
    assertThat(admin.submit("/people", path + "/disable", Map.of()).body())
        .contains("dernière personne qui administre");
    assertThat(admin.submit("/people", path + "/roles", Map.of("roles", "LEAD")).body())
        .contains("dernière personne qui administre");
    assertThat(role("admin")).containsExactly("ADMIN");
  }

  @Test
  void twoAdminsWhoDisableEachOtherAtOnceLeaveOne() throws Exception {
    var accounts = Accounts.over(running.database(), Clock.systemUTC(), new SecureRandom());
    var people = new People(running.database(), Clock.systemUTC(), new SecureRandom());
    var other = accounts.createUser("second.admin", PASSWORD, Set.of(Role.ADMIN)).id();
    var first = id("admin");
    int refused = 0;
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          List.<Callable<Boolean>>of(() -> tried(people, first), () -> tried(people, other));
      for (var each : hands.invokeAll(tries)) {
        refused += each.get() ? 0 : 1;
      }
    }
    assertThat(refused).isEqualTo(1);
    people.enable(first, true);
    people.enable(other, false);
  }

  private static boolean tried(People people, UUID id) {
    try {
      people.enable(id, false);
      return true;
    } catch (AccountException e) {
      return false;
    }
  }

  @Test
  void everyChangeLeavesALineWithoutAName() {
    var admin = running.browser().as("admin");
    invited(admin, "RESEARCHER");
    assertThat(
            running.count(
                "select count(*) from audit where action = 'INVITED' and reason = 'RESEARCHER'"
                    + " and subject = '' and at > now() - interval '"
                    + Duration.ofMinutes(1).toSeconds()
                    + " seconds'"))
        .isPositive();
  }

  private static List<String> role(String name) {
    return running
        .sql()
        .sql("select role from user_roles where user_id = ? order by role")
        .param(id(name))
        .query(String.class)
        .list();
  }

  private static UUID id(String name) {
    return running
        .sql()
        .sql("select id from users where name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private static String location(HttpResponse<String> answer) {
    var target = URI.create(answer.headers().firstValue("Location").orElse(""));
    return target.getQuery() == null
        ? target.getPath()
        : target.getPath() + "?" + target.getQuery();
  }
}
