package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Queue;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in, how, and what stays behind of it. */
class AccessIT {

  private static final String NOBODY = "nobody";

  @TempDir static Path folder;
  static RunningDashboard running;
  static final Map<Role, String> tokens = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    for (Role role : Role.values()) {
      tokens.put(
          role, running.token("script-" + role.name().toLowerCase(java.util.Locale.ROOT), role));
    }
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from items").update();
  }

  private static Map<String, Map<String, Boolean>> table() throws IOException {
    var table = new LinkedHashMap<String, Map<String, Boolean>>();
    List<String> heads = List.of();
    try (var in = AccessIT.class.getResourceAsStream("/access.csv")) {
      assertThat(in).isNotNull();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        var cells = List.of(line.split(","));
        if (line.startsWith("#")) {
          continue;
        }
        if (heads.isEmpty()) {
          heads = cells;
          continue;
        }
        var row = new LinkedHashMap<String, Boolean>();
        for (int i = 1; i < heads.size(); i++) {
          row.put(heads.get(i), cells.get(i).equals("+"));
        }
        table.put(cells.getFirst(), row);
      }
    }
    return table;
  }

  private static Set<String> endpoints() {
    var endpoints = new TreeSet<String>();
    for (var mapping :
        running.dashboard().web().getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      for (var info : mapping.getHandlerMethods().keySet()) {
        var methods = info.getMethodsCondition().getMethods();
        for (var path : info.getPatternValues()) {
          if (methods.isEmpty()) {
            endpoints.add("ANY " + path);
          }
          methods.forEach(method -> endpoints.add(method + " " + path));
        }
      }
    }
    return endpoints;
  }

  @Test
  void everyEndpointHasARowInTheTableOfAccess() throws Exception {
    assertThat(table().keySet()).containsAll(endpoints());
  }

  @Test
  void everyEndpointLetsInWhomTheTableNamesAndNobodyElse() throws Exception {
    var wrong = new ArrayList<String>();
    for (var row : table().entrySet()) {
      var words = row.getKey().split(" ");
      var method = words[0].equals("ANY") ? "GET" : words[0];
      var path =
          words[1]
              .replace("{queue}", "minor")
              .replace("{token}", "token-of-nobody")
              .replace("{departement}", "44")
              .replace("{file}", "file.zip")
              .replace("{id}", UUID.nameUUIDFromBytes(new byte[0]).toString());
      for (var cell : row.getValue().entrySet()) {
        var token = cell.getKey().equals(NOBODY) ? null : tokens.get(Role.named(cell.getKey()));
        var answer = running.call(method, path, token, null);
        boolean toLogIn =
            answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/login");
        boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403 || toLogIn;
        // A form without its CSRF token is refused to a stranger as well; the door itself is open.
        boolean openForm = method.equals("POST") && cell.getKey().equals(NOBODY);
        if (refused == cell.getValue() && !openForm) {
          wrong.add(
              "%s as %s answered %d".formatted(row.getKey(), cell.getKey(), answer.statusCode()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anUnknownPathOfTheApiIsRefusedToEverybody() {
    assertThat(running.get("/api/v1/else", tokens.get(Role.LEAD)).statusCode()).isEqualTo(403);
    assertThat(running.call("GET", "/api/v1/else", null, null).statusCode()).isEqualTo(401);
  }

  @Test
  void everyPageCarriesItsHeaders() {
    var browser = running.browser().as("outreach");
    for (var path : List.of("/login", "/queues/minor", "/api/v1/health")) {
      var headers = browser.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
          .contains("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
      assertThat(headers.firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
    }
  }

  @Test
  void aFormWithoutItsCsrfTokenIsRefused() {
    var browser = running.browser().as("outreach");
    assertThat(browser.post("/queues/minor/claim", Map.of(), null).statusCode()).isEqualTo(403);
    var cookieAlone = browser.post("/api/v1/queues/minor/claim", Map.of(), null);
    assertThat(cookieAlone.statusCode()).isEqualTo(403);
    assertThat(cookieAlone.body()).contains("csrf-token-missing");
    var nobody = running.browser().post("/api/v1/queues/minor/claim", Map.of(), null);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.body()).contains("no-valid-token");
    var login = running.dashboard().demoLogins().getFirst();
    var stranger = running.browser();
    stranger.post("/login", Map.of("username", login.name(), "password", login.password()), null);
    assertThat(location(stranger.get("/queues/minor")))
        .as("nobody is logged in by a form of another site")
        .isEqualTo("/login");
    assertThat(browser.get("/queues/minor").statusCode()).isEqualTo(200);
  }

  @Test
  void noFormOfAnyEndpointIsTakenWithoutItsCsrfToken() {
    var lead = running.browser().as("lead");
    var admin = running.browser().as("admin");
    var taken = new ArrayList<String>();
    for (var endpoint : endpoints()) {
      if (endpoint.startsWith("GET ") || endpoint.startsWith("ANY ")) {
        continue;
      }
      var path =
          endpoint
              .substring(endpoint.indexOf(' ') + 1)
              .replace("{queue}", "adult")
              .replace("{token}", "token-of-nobody")
              .replace("{departement}", "44")
              .replace("{file}", "file.zip")
              .replace("{id}", UUID.nameUUIDFromBytes(new byte[0]).toString());
      for (var browser : List.of(lead, admin)) {
        if (browser.post(path, Map.of(), null).statusCode() != 403) {
          taken.add(endpoint);
        }
      }
    }
    assertThat(taken).isEmpty();
    assertThat(lead.get("/queues/adult").statusCode()).as("still signed in").isEqualTo(200);
  }

  /** A stranger's id answers as an id that nobody has, to those whom the path lets in. */
  @Test
  void anIdThatNobodyHasIsNotFoundOnEveryEndpointThatTakesOne() throws Exception {
    var unknown = UUID.nameUUIDFromBytes(new byte[] {7}).toString();
    var answers = new java.util.TreeMap<String, Integer>();
    for (var row : table().entrySet()) {
      var words = row.getKey().split(" ");
      var role = row.getValue().entrySet().stream().filter(Map.Entry::getValue).findFirst();
      if (!words[1].contains("{id}") || role.isEmpty()) {
        continue;
      }
      var json =
          words[0].equals("GET")
              ? null
              : """
              {"fence":1,"outcome":"NO_CONCERN","reasons":["MISREAD"],"note":"","name":"x",
               "reason":"SITE_ASKED","to":"%s","purpose":"REFERRAL",
               "route":"CRIP","toldAt":"%s","whom":"CRIP","agrees":true}\
              """
                  .formatted(unknown, java.time.Instant.now());
      var answer =
          running.call(
              words[0],
              words[1]
                      .replace("{id}", unknown)
                      .replace("{token}", "token-of-nobody")
                      .replace("{file}", "file.zip")
                  + "?fence=1&outcome=NO_CONCERN&reasons=MISREAD&purpose=REFERRAL&name=x",
              tokens.get(Role.named(role.get().getKey())),
              json,
              "Idempotency-Key",
              row.getKey().replaceAll("\\W", "-"));
      answers.put(row.getKey(), answer.statusCode());
    }
    assertThat(answers).isNotEmpty();
    assertThat(answers.values()).as(answers.toString()).containsOnly(404);
  }

  @Test
  void theSessionCookieStaysOnThisSiteAndOutOfScripts() {
    var cookie = running.browser().get("/login").headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
  }

  @Test
  void guessesAreSlowedDownAndTheRightPersonStillGetsIn() {
    var guesser = running.browser();
    for (int i = 0; i < 3; i++) {
      assertThat(location(guesser.logIn("lead", "a guess that is wrong " + i))).endsWith("?error");
    }
    assertThat(location(guesser.logIn("lead", "one more guess"))).contains("?wait=");
    RunningDashboard.await(
        "the person gets in",
        () -> {
          var login =
              running.dashboard().demoLogins().stream()
                  .filter(demo -> demo.name().equals("lead"))
                  .findFirst()
                  .orElseThrow();
          return location(guesser.logIn("lead", login.password())).endsWith("/");
        });
  }

  /** Where an answer sends a browser, without the host. */
  private static String location(HttpResponse<String> answer) {
    var target = URI.create(answer.headers().firstValue("Location").orElse(""));
    return target.getQuery() == null
        ? target.getPath()
        : target.getPath() + "?" + target.getQuery();
  }

  @Test
  void noPasswordAndNoTokenLiesInTheDatabaseInClear() {
    var rows = new ArrayList<String>();
    for (var table :
        List.of("users", "tokens", "enrolments", "audit", "spring_session_attributes")) {
      running
          .sql()
          .sql("select to_jsonb(t)::text from " + table + " t")
          .query(String.class)
          .list()
          .forEach(rows::add);
    }
    var all = String.join("\n", rows);
    assertThat(running.dashboard().demoLogins()).isNotEmpty();
    for (var login : running.dashboard().demoLogins()) {
      assertThat(all).doesNotContain(login.password());
    }
    tokens.values().forEach(token -> assertThat(all).doesNotContain(token));
    assertThat(
            running.count(
                "select count(*) from users where password_hash like '{argon2id}$argon2id$%'"))
        .isEqualTo(running.dashboard().demoLogins().size());
  }

  @Test
  void theDemosLogInsLieInAFileForItsOwnerOnlyAndSurviveARestart() throws Exception {
    var file = folder.resolve("demo-logins");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var before = running.dashboard().demoLogins();
    running.restart(() -> {});
    assertThat(running.dashboard().demoLogins()).isEqualTo(before);
    running.browser().as("analyst");
  }

  @Test
  void auditRowsCanBeNeitherChangedNorDeleted() {
    running.browser().as("outreach");
    var sql = running.sql();
    for (var attempt :
        List.of("update audit set reason = 'other'", "delete from audit", "truncate table audit")) {
      assertThatThrownBy(() -> sql.sql(attempt).update())
          .as(attempt)
          .rootCause()
          .hasMessageContaining("audit rows stay as they were written");
    }
    assertThat(running.count("select count(*) from audit where action = 'SIGNED_IN'")).isPositive();
  }

  @Test
  void twoWhoClaimAtOnceGetTwoItems() throws Exception {
    for (int i = 0; i < 8; i++) {
      var ad = "demo-a:race-" + i;
      running.publish(Topic.ADS_ASSESSED, ad, SyntheticAds.assessment(ad, 1, Queue.ADULT, 0.5));
    }
    running.awaitItems(8);
    var items = new ArrayList<String>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> claims = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        var token = tokens.get(i % 2 == 0 ? Role.OUTREACH : Role.LEAD);
        claims.add(() ->
            RunningDashboard.json(running.post("/api/v1/queues/adult/claim", token, null))
                .get("itemId")
                .asString());
      }
      for (var claim : people.invokeAll(claims)) {
        items.add(claim.get());
      }
    }
    assertThat(items).hasSize(8).doesNotHaveDuplicates();
    assertThat(running.post("/api/v1/queues/adult/claim", tokens.get(Role.LEAD), null).statusCode())
        .isEqualTo(204);
  }

  @Test
  void thePagesLeadFromTheQueueToADecision() {
    running.publish(
        Topic.ADS_ASSESSED,
        "demo-a:page",
        SyntheticAds.assessment("demo-a:page", 1, Queue.MINOR, 0.5));
    running.awaitItems(1);
    var browser = running.browser().as("outreach");
    var claimed = browser.submit("/queues/minor", "/queues/minor/claim", Map.of());
    var item = location(claimed);
    assertThat(item).startsWith("/items/");
    assertThat(browser.get(item).body()).contains("Notre équipe");
    var fence = running.count("select fence from items");
    var without =
        browser.submit(
            item, item + "/decision", Map.of("fence", "" + fence, "outcome", "NO_CONCERN"));
    assertThat(without.statusCode()).isEqualTo(422);
    var stale =
        browser.submit(
            item,
            item + "/decision",
            Map.of("fence", "" + (fence - 1), "outcome", "NO_CONCERN", "reasons", "MISREAD"));
    assertThat(stale.statusCode()).isEqualTo(409);
    var decided =
        browser.submit(
            item,
            item + "/decision",
            Map.of("fence", "" + fence, "outcome", "NO_CONCERN", "reasons", "MISREAD"));
    assertThat(location(decided)).isEqualTo("/queues/minor");
    assertThat(running.count("select count(*) from items where status = 'DECIDED'")).isEqualTo(1);
    assertThat(running.count("select count(*) from audit where action = 'ITEM_READ'")).isPositive();
  }

  @Test
  void theApiDescribesItself() {
    var description =
        RunningDashboard.json(running.call("GET", "/api/v1/openapi.json", null, null));
    assertThat(description.at("/paths").propertyNames())
        .contains(
            "/api/v1/items/{id}/decision",
            "/api/v1/queues/{queue}/claim",
            "/api/v1/health",
            "/api/v1/sites",
            "/api/v1/sites/{id}/pause",
            "/api/v1/sites/stop-all");
  }
}
