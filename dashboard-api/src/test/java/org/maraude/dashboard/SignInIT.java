package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.slf4j.LoggerFactory;

/** The second step of a log-in, and how long a session lasts. */
class SignInIT {

  private static final String PASSWORD = "tulipe ancre 7 parasol";
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]+)<");
  private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7-]{19})</code>");
  private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f]{32})/end");

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

  private static void create(String name) {
    Accounts.over(running.database(), Clock.systemUTC(), new SecureRandom())
        .createUser(name, PASSWORD, Set.of(Role.OUTREACH));
  }

  private static String code(String secret, Duration later) throws Exception {
    var generator = new TimeBasedOneTimePasswordGenerator();
    return generator.generateOneTimePasswordString(
        new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()),
        Instant.now().plus(later));
  }

  /** Sets a second factor up with the code of now; the page has the recovery codes. */
  /**
   * @param used the code that it was set up with
   */
  private record Enrolled(
      RunningDashboard.Browser browser, String secret, String used, List<String> recovery) {}

  private static Enrolled enrolled(String name) throws Exception {
    create(name);
    var browser = running.browser();
    assertThat(location(browser.logIn(name, PASSWORD))).isEqualTo("/account/second-factor");
    var page = browser.get("/account/second-factor").body();
    var secret = first(SECRET, page);
    var used = code(secret, Duration.ZERO);
    var done =
        browser.submit("/account/second-factor", "/account/second-factor", Map.of("code", used));
    assertThat(done.statusCode()).isEqualTo(200);
    var recovery = RECOVERY.matcher(done.body()).results().map(found -> found.group(1)).toList();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    return new Enrolled(browser, secret, used, recovery);
  }

  private static HttpResponse<String> second(RunningDashboard.Browser browser, String code) {
    return browser.submit("/login/second", "/login/second", Map.of("code", code));
  }

  @Test
  void aPersonSetsUpASecondFactorBeforeAnythingElse() throws Exception {
    create("newcomer");
    var browser = running.browser();
    browser.logIn("newcomer", PASSWORD);
    for (var path : List.of("/", "/queues/adult", "/account", "/login/second", "/trends")) {
      assertThat(location(browser.get(path))).as(path).isEqualTo("/account/second-factor");
    }
    assertThat(browser.get("/api/v1/queues/adult/items").statusCode()).isEqualTo(403);
    var wrong =
        browser.submit("/account/second-factor", "/account/second-factor", Map.of("code", "abc"));
    assertThat(wrong.body()).contains("Ce code ne convient pas");
    assertThat(location(browser.get("/"))).isEqualTo("/account/second-factor");
  }

  @Test
  void thePasswordAloneOpensNothing() throws Exception {
    var enrolled = enrolled("careful");
    assertThat(enrolled.browser().get("/queues/adult").statusCode()).isEqualTo(200);
    var browser = running.browser();
    assertThat(location(browser.logIn("careful", PASSWORD))).isEqualTo("/login/second");
    for (var path : List.of("/", "/queues/adult", "/account", "/account/second-factor")) {
      assertThat(location(browser.get(path))).as(path).isEqualTo("/login/second");
    }
    assertThat(browser.get("/api/v1/queues/adult/items").statusCode()).isEqualTo(403);
    assertThat(browser.post("/account/second-factor", Map.of("code", "1"), null).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aCodeOpensOnce() throws Exception {
    var enrolled = enrolled("once");
    var browser = running.browser();
    browser.logIn("once", PASSWORD);
    assertThat(second(browser, enrolled.used()).body()).as("used to set up").contains("déjà servi");
    var next = code(enrolled.secret(), Duration.ofSeconds(30));
    assertThat(location(second(browser, next))).isEqualTo("/");
    assertThat(browser.get("/queues/adult").statusCode()).isEqualTo(200);
    var other = running.browser();
    other.logIn("once", PASSWORD);
    assertThat(second(other, next).body()).as("seen over a shoulder").contains("déjà servi");
  }

  @Test
  void aRecoveryCodeOpensOnceAndTheOthersStay() throws Exception {
    var enrolled = enrolled("lost");
    var browser = running.browser();
    browser.logIn("lost", PASSWORD);
    assertThat(location(second(browser, enrolled.recovery().getFirst()))).isEqualTo("/");
    assertThat(browser.get("/account").body()).contains("Il reste 9 codes de secours");
    var other = running.browser();
    other.logIn("lost", PASSWORD);
    assertThat(second(other, enrolled.recovery().getFirst()).body()).contains("déjà servi");
    assertThat(location(second(other, enrolled.recovery().getLast()))).isEqualTo("/");
  }

  @Test
  void guessedCodesAreSlowedDownEvenManyAtOnce() throws Exception {
    enrolled("guessed");
    var browser = running.browser();
    browser.logIn("guessed", PASSWORD);
    for (int i = 0; i < 3; i++) {
      assertThat(second(browser, "00000" + i).body()).contains("déjà servi");
    }
    assertThat(second(browser, "000004").body()).contains("Trop d’essais");
    var elsewhere = running.browser();
    elsewhere.logIn("guessed", PASSWORD);
    assertThat(second(elsewhere, "000005").body()).contains("Trop d’essais");
  }

  @Test
  void aRestartGivesNobodyNewGuesses() throws Exception {
    var enrolled = enrolled("restarted");
    var browser = running.browser();
    browser.logIn("restarted", PASSWORD);
    // The wait doubles with each guess; with these it is half a minute, longer than a restart.
    running
        .sql()
        .sql(
            """
            insert into code_guesses (user_id, failures, last_at)
            select id, 7, now() - interval '1 hour' from users where name = 'restarted'\
            """)
        .update();
    assertThat(second(browser, "000001").body()).as("forgotten by now").contains("déjà servi");
    assertThat(guesses()).isEqualTo(1);
    guess("failures = 7");
    assertThat(second(browser, "000002").body()).contains("Trop d’essais");
    running.restart(() -> {});
    var after = running.browser();
    after.logIn("restarted", PASSWORD);
    assertThat(second(after, "000003").body()).contains("Trop d’essais");
    guess("last_at = now() - interval '31 seconds'");
    assertThat(location(second(after, enrolled.recovery().getFirst()))).isEqualTo("/");
    assertThat(guesses()).as("forgiven").isZero();
  }

  private static void guess(String change) {
    running
        .sql()
        .sql(
            "update code_guesses set "
                + change
                + " where user_id = (select id from users where name = 'restarted')")
        .update();
  }

  private static long guesses() {
    return running.count(
        """
        select coalesce(sum(failures), 0) from code_guesses g join users u on u.id = g.user_id
        where u.name = 'restarted'\
        """);
  }

  /** What cannot be read is refused, and what was sent stays out of the log. */
  @Test
  void noRefusalWritesIntoTheLogWhatWasSent() {
    var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    try {
      var typed = "06-39-98-12-31";
      var browser = running.browser().as("outreach");
      var id = "00000000-0000-4000-8000-000000000007";
      for (var path :
          List.of(
              "/items/" + typed,
              "/queues/adult?from=" + typed,
              "/second-reads/" + typed,
              "/bulks/" + typed,
              "/trends?from=" + typed + "&split=" + typed,
              "/api/v1/items/" + typed,
              "/api/v1/queues/adult/items?from=" + typed,
              "/queues/" + typed)) {
        assertThat(browser.get(path).statusCode()).as(path).isBetween(200, 499);
      }
      for (var fields :
          List.of(
              Map.of("fence", typed, "outcome", "REFER"),
              Map.of("fence", "1", "outcome", typed),
              Map.of("fence", "1", "outcome", "REFER", "reasons", typed),
              Map.of("note", typed))) {
        assertThat(browser.submit("/objections", "/items/" + id + "/decision", fields).statusCode())
            .as(fields.toString())
            .isBetween(400, 499);
      }
      assertThat(browser.submit("/objections", "/objections", Map.of("kind", typed)).statusCode())
          .isBetween(400, 499);
      var token = running.token("script-typing", Role.OUTREACH);
      for (var json :
          List.of("{\"kind\": \"" + typed + "\"}", "{\"" + typed, "\"" + typed + "\"")) {
        assertThat(running.post("/api/v1/objections", token, json).statusCode())
            .as(json)
            .isBetween(400, 499);
      }
      var written =
          lines.list.stream()
              .map(line ->
                  line.getLevel()
                      + " "
                      + line.getFormattedMessage()
                      + (line.getThrowableProxy() == null
                          ? ""
                          : ThrowableProxyUtil.asString(line.getThrowableProxy())))
              .toList();
      assertThat(written)
          .as("refusals are noted")
          .anyMatch(line -> line.contains("refused a request"));
      assertThat(written).as("without their words").noneMatch(line -> line.contains(typed));
    } finally {
      log.detachAppender(lines);
    }
  }

  @Test
  void replacingAFactorAsksForThePasswordAgain() throws Exception {
    var enrolled = enrolled("replacing");
    var browser = enrolled.browser();
    var secret = first(SECRET, browser.get("/account/second-factor").body());
    assertThat(secret).isNotEqualTo(enrolled.secret());
    var path = "/account/second-factor";
    var code = code(secret, Duration.ZERO);
    assertThat(browser.submit(path, path, Map.of("code", code)).body())
        .contains("Le mot de passe actuel ne convient pas");
    assertThat(browser.submit(path, path, Map.of("code", code, "password", PASSWORD)).body())
        .contains("Codes de secours");
    var later = running.browser();
    later.logIn("replacing", PASSWORD);
    assertThat(second(later, enrolled.recovery().getFirst()).body()).contains("déjà servi");
  }

  @Test
  void noSecretOfASecondFactorLiesInTheDatabaseInClear() throws Exception {
    var enrolled = enrolled("sealed");
    var rows = new StringBuilder();
    for (var table : List.of("second_factors", "recovery_codes", "spring_session_attributes")) {
      rows.append(
          running
              .sql()
              .sql("select to_jsonb(t)::text from " + table + " t")
              .query(String.class)
              .list());
    }
    var plain = java.util.HexFormat.of().formatHex(new Base32().decode(enrolled.secret()));
    assertThat(rows.toString()).doesNotContain(enrolled.secret()).doesNotContain(plain);
    enrolled.recovery().forEach(code -> assertThat(rows.toString()).doesNotContain(code));
  }

  @Test
  void aSessionIdKnownBeforeTheLogInOpensNothingAfterIt() {
    var browser = running.browser();
    browser.get("/login");
    var before = session(browser.get("/login"), browser);
    browser.as("outreach");
    assertThat(browser.cookie()).isNotEqualTo(before);
    var answer = running.call("GET", "/queues/adult", null, null, "Cookie", before);
    assertThat(location(answer)).isEqualTo("/login");
  }

  @Test
  void theSecondStepChangesTheSessionIdAgain() throws Exception {
    var enrolled = enrolled("fixed");
    var browser = running.browser();
    browser.logIn("fixed", PASSWORD);
    var half = browser.cookie();
    second(browser, enrolled.recovery().getFirst());
    assertThat(browser.cookie()).isNotEqualTo(half);
    assertThat(location(running.call("GET", "/", null, null, "Cookie", half))).isEqualTo("/login");
  }

  @Test
  void aSessionEndsAfterAQuarterOfAnHourWithoutUse() {
    var browser = running.browser().as("analyst");
    age("analyst", "last_access_time", Duration.ofMinutes(14));
    assertThat(browser.get("/trends").statusCode()).isEqualTo(200);
    age("analyst", "last_access_time", Duration.ofMinutes(16));
    assertThat(location(browser.get("/trends"))).isEqualTo("/login");
  }

  @Test
  void aSessionEndsAfterTenHoursHoweverBusy() {
    var browser = running.browser().as("researcher");
    age("researcher", "creation_time", Duration.ofMinutes(599));
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    age("researcher", "creation_time", Duration.ofMinutes(601));
    assertThat(location(browser.get("/"))).isEqualTo("/login");
  }

  private static void age(String name, String column, Duration age) {
    running
        .sql()
        .sql("update spring_session set " + column + " = ? where principal_name = ?")
        .params(Instant.now().minus(age).toEpochMilli(), name)
        .update();
  }

  @Test
  void aPersonSeesAndEndsOwnSessionsAndNobodyElses() {
    var here = running.browser().as("lead");
    var there = running.browser().as("lead");
    var page = here.get("/account").body();
    assertThat(page).contains("celle-ci");
    var handle = first(END, page);
    var stranger = running.browser().as("outreach");
    var path = "/account/sessions/" + handle + "/end";
    assertThat(stranger.submit("/account", path, Map.of()).statusCode()).isEqualTo(404);
    assertThat(there.get("/queues/adult").statusCode()).isEqualTo(200);
    assertThat(here.post(path, Map.of(), null).statusCode()).as("no CSRF token").isEqualTo(403);
    assertThat(location(here.submit("/account", path, Map.of()))).isEqualTo("/account");
    assertThat(location(there.get("/queues/adult"))).isEqualTo("/login");
    assertThat(here.get("/queues/adult").statusCode()).isEqualTo(200);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() throws Exception {
    var enrolled = enrolled("changing");
    var other = running.browser();
    other.logIn("changing", PASSWORD);
    second(other, enrolled.recovery().getFirst());
    var here = enrolled.browser();
    assertThat(change(here, "wrong", "le vent tourne sur la digue").body())
        .contains("Le mot de passe actuel ne convient pas");
    assertThat(change(here, PASSWORD, "passwordpassword").body()).contains("se devine vite");
    assertThat(other.get("/queues/adult").statusCode()).isEqualTo(200);
    assertThat(location(change(here, PASSWORD, "le vent tourne sur la digue")))
        .isEqualTo("/account");
    assertThat(location(other.get("/queues/adult"))).isEqualTo("/login");
    assertThat(here.get("/queues/adult").statusCode()).isEqualTo(200);
    assertThat(location(running.browser().logIn("changing", PASSWORD))).endsWith("?error");
  }

  private static HttpResponse<String> change(
      RunningDashboard.Browser browser, String old, String wanted) {
    return browser.submit("/account", "/account/password", Map.of("old", old, "wanted", wanted));
  }

  private static String session(HttpResponse<String> answer, RunningDashboard.Browser browser) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return browser.cookie();
  }

  private static String first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
    return found.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    var target = URI.create(answer.headers().firstValue("Location").orElse(""));
    return target.getQuery() == null
        ? target.getPath()
        : target.getPath() + "?" + target.getQuery();
  }
}
