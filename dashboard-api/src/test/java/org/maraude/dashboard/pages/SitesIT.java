package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.SiteStatus;
import org.maraude.events.crawl.SiteStatus.Cause;
import org.maraude.events.crawl.SiteStatus.State;

/** The sites' page, their API, and what reaches the crawler; the test plays the crawler. */
class SitesIT {

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;
  private static String admin;

  @BeforeAll
  static void open() {
    dashboard = RunningDashboard.start(folder);
    browser = new TestBrowser(dashboard.dashboard().url());
    admin = dashboard.token("script-admin", Role.ADMIN);
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  @BeforeEach
  void sites() {
    dashboard.sql().sql("delete from site_orders").update();
    dashboard.sql().sql("delete from site_status").update();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void four() {
    tell("demo-a", State.RUNNING, null, null);
    tell("demo-b", State.DEGRADED, Cause.LAYOUT, "title");
    tell("demo-c", State.BLOCKED, Cause.ROBOTS_UNREADABLE, "TIMEOUT");
    tell("demo-d", State.BLOCKED, Cause.REFUSED, "TOO_MANY_REQUESTS");
    RunningDashboard.await(
        "four sites are told of", () -> dashboard.count("select count(*) from site_status") == 4);
  }

  private static void tell(String id, State state, @Nullable Cause cause, @Nullable String detail) {
    var now = Instant.now();
    boolean layout = cause == Cause.LAYOUT;
    dashboard.publish(
        Topic.CRAWL_STATUS,
        id,
        new SiteStatus(
            id,
            "Petites annonces " + id.charAt(id.length() - 1) + " (démo)",
            state,
            cause,
            detail,
            cause == null ? null : "why, for a log",
            now.minusSeconds(7_260),
            state == State.PAUSED ? null : now.plusSeconds(240),
            now.minusSeconds(300),
            412,
            398,
            181,
            206,
            Map.of("cards", 1.0, "title", layout ? 0.41 : 0.99, "body", 1.0, "phone", 0.12),
            layout ? List.of("phone") : List.of(),
            now));
  }

  private static void awaitState(String id, State state) {
    RunningDashboard.await(
        id + " is " + state,
        () ->
            dashboard.count(
                    "select count(*) from site_status where site_id = '%s' and state = '%s'"
                        .formatted(id, state))
                == 1);
  }

  /** What the crawler finds in {@code crawl.control}, with the latest last. */
  private static List<CrawlControl> orders(String key, int atLeast) {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, dashboard.bootstrapServers());
    var found = new ArrayList<CrawlControl>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var topic = Topic.CRAWL_CONTROL.topicName();
      var parts =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      RunningDashboard.await(
          atLeast + " orders are told",
          () -> {
            for (var order : consumer.poll(Duration.ofMillis(100))) {
              if (order.key().equals(key)) {
                found.add(EventJson.read(order.value(), CrawlControl.class));
              }
            }
            return found.size() >= atLeast;
          });
    }
    return found;
  }

  private static Page page(String user, int width, ColorScheme colours, boolean script) {
    var page = browser.open(width, colours, script);
    return browser.logIn(page, dashboard.dashboard().demoLogins(), user);
  }

  @Test
  void beforeTheFirstSiteThePageSaysWhatWillAppear() {
    var page = page("analyst", 1280, ColorScheme.LIGHT, true);
    page.navigate("/sites");
    assertThat(page.locator(".empty")).containsText("Aucun site n’est encore suivi");
    page.context().close();
  }

  @Test
  void eachSiteSaysWhatIsWrongWithItSinceWhenAndWhatToDoInBothLanguages() {
    four();
    var page = page("analyst", 1280, ColorScheme.LIGHT, true);
    page.navigate("/sites");
    var degraded = page.locator("[aria-labelledby=site-demo-b]");
    assertThat(degraded).containsText("Pages mal comprises");
    assertThat(degraded).containsText("Les pages ne donnent plus : titre");
    assertThat(degraded).containsText("site check");
    assertThat(degraded).containsText("il y a 2 h");
    assertThat(degraded).containsText("dans 3 min");
    assertThat(degraded)
        .containsText("412 faites, 398 avec réponse, soit 2,0 par annonce nouvelle");
    assertThat(degraded.locator(".field-weak")).hasCount(2);
    assertThat(degraded).containsText("téléphone 12 %");
    assertThat(page.locator("[aria-labelledby=site-demo-c]")).containsText("robots.txt");
    assertThat(page.locator("[aria-labelledby=site-demo-c]"))
        .containsText("le site n’a pas répondu à temps");
    assertThat(page.locator("#stop-all")).hasCount(0);
    page.navigate("/sites?lang=en");
    assertThat(degraded).containsText("Pages no longer yield: title");
    assertThat(page.locator("[aria-labelledby=site-demo-d]"))
        .containsText("The site asks for fewer requests (429)");
    page.context().close();
  }

  @Test
  void anAdminPausesASiteAndThePageTellsWhenTheCrawlerHasObeyedWithoutLosingTheFocus() {
    four();
    var page = page("admin", 1280, ColorScheme.LIGHT, true);
    page.navigate("/sites");
    page.click("#pause-demo-a");
    page.waitForURL("**/sites/demo-a/pause");
    page.locator("input[value=SITE_ASKED]").check();
    page.fill("#note", "Courrier du 3 novembre");
    page.click("#give");
    page.waitForURL("**/sites");
    var site = page.locator("[aria-labelledby=site-demo-a]");
    assertThat(page.locator("[role=status].message"))
        .containsText("L’ordre d’arrêt est enregistré");
    assertThat(site).containsText("Pause ordonnée, en attente du robot");
    assertThat(site).containsText("Ordonné par admin");
    assertThat(site).containsText("Courrier du 3 novembre");

    var order = orders("demo-a", 1).getLast();
    assertThat(order.order()).isEqualTo(CrawlControl.Order.PAUSE);
    assertThat(order.byRole()).isEqualTo("admin");
    assertThat(
            dashboard.count(
                "select count(*) from audit where action = 'SITE_PAUSED' and subject = 'demo-a'"
                    + " and reason = 'SITE_ASKED'"))
        .isEqualTo(1);

    page.focus("#resume-demo-a");
    tell("demo-a", State.PAUSED, Cause.ORDER, null);
    awaitState("demo-a", State.PAUSED);
    page.evaluate("document.getElementById('sites').dispatchEvent(new Event('refresh'))");
    assertThat(site).containsText("En pause sur ordre");
    assertThat(page.locator("#resume-demo-a")).isFocused();
    page.context().close();
  }

  @Test
  void withoutScriptAllIsStoppedAndResumedAfterOneQuestion() {
    four();
    var page = page("admin", 360, ColorScheme.LIGHT, false);
    page.navigate("/sites");
    page.click("#stop-all");
    page.locator("input[value=INCIDENT]").check();
    page.click("#give");
    assertThat(page.locator(".message-error")).containsText("0 sites arrêtés sur 4");
    for (var id : List.of("demo-a", "demo-b", "demo-c", "demo-d")) {
      tell(id, State.PAUSED, Cause.ORDER_FOR_ALL, null);
      awaitState(id, State.PAUSED);
    }
    page.click("#refresh");
    assertThat(page.locator(".message-error")).containsText("Le robot a obéi");
    page.click("#resume-all");
    page.locator("input[value=CAUSE_OVER]").check();
    page.click("#give");
    assertThat(page.locator("main")).containsText("Reprise ordonnée, en attente du robot");
    assertThat(orders(CrawlControl.ALL_SITES, 2))
        .last()
        .extracting(CrawlControl::order)
        .isEqualTo(CrawlControl.Order.RESUME);
    page.context().close();
  }

  @Test
  void anOrderNeedsAReasonAndACsrfTokenAndTheRightRole() {
    four();
    var person = dashboard.browser().as("admin");
    var without = person.submit("/sites/demo-a/pause", "/sites/demo-a/pause", Map.of());
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Choisissez un motif");
    var other =
        person.submit("/sites/demo-a/pause", "/sites/demo-a/pause", Map.of("reason", "OTHER"));
    assertThat(other.body()).contains("demande une note");
    assertThat(person.post("/sites/stop-all", Map.of("reason", "INCIDENT"), null).statusCode())
        .isEqualTo(403);
    assertThat(dashboard.browser().as("analyst").get("/sites/stop-all").statusCode())
        .isEqualTo(403);
    assertThat(person.get("/sites/nowhere/pause").statusCode()).isEqualTo(404);
    assertThat(dashboard.count("select count(*) from site_orders")).isZero();
  }

  @Test
  void aScriptOrdersOnceByItsKeyAndIsToldWhatIsWrong() {
    four();
    var reason = "{\"reason\":\"LAYOUT\"}";
    var first = api("/api/v1/sites/demo-b/pause", reason, "k-1");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(RunningDashboard.json(first).get("order").asString()).isEqualTo("PAUSE");
    assertThat(api("/api/v1/sites/demo-b/pause", reason, "k-1").body()).isEqualTo(first.body());
    assertThat(code(api("/api/v1/sites/demo-c/pause", reason, "k-1"), 422)).isEqualTo("key-reused");
    assertThat(code(api("/api/v1/sites/nowhere/pause", reason, "k-2"), 404))
        .isEqualTo("no-such-site");
    assertThat(code(api("/api/v1/sites/stop-all", "{}", "k-3"), 422)).isEqualTo("reason-missing");
    assertThat(code(api("/api/v1/sites/stop-all", "{\"reason\":\"X\"}", "k-3"), 400))
        .isEqualTo("bad-request");
    assertThat(dashboard.count("select count(*) from site_orders")).isEqualTo(1);
    var items = RunningDashboard.json(dashboard.get("/api/v1/sites", admin)).get("items");
    for (var site : items) {
      boolean ordered = site.get("siteId").asString().equals("demo-b");
      assertThat(site.get("waiting").asBoolean()).isEqualTo(ordered);
      assertThat(site.get("requestsPerNewAd").asDouble()).isEqualTo(2.0);
    }
  }

  private static java.net.http.HttpResponse<String> api(String path, String json, String key) {
    return dashboard.call("POST", path, admin, json, "Idempotency-Key", key);
  }

  private static String code(java.net.http.HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    return RunningDashboard.json(answer).get("code").asString();
  }

  @Test
  void aStatusThatCannotBeReadIsSetAsideAsEveryRecord() {
    dashboard.publish(Topic.CRAWL_STATUS, "demo-x", new byte[] {'{', 'x'});
    dashboard.publish(Topic.CRAWL_COVERAGE, "demo-x|day", new byte[] {'{', 'x'});
    for (var topic : List.of(Topic.CRAWL_STATUS, Topic.CRAWL_COVERAGE)) {
      try (var consumer =
          new KafkaConsumer<>(
              Map.<String, Object>of(
                  ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, dashboard.bootstrapServers()),
              new StringDeserializer(),
              new ByteArrayDeserializer())) {
        var parts =
            consumer.partitionsFor(topic.deadLetterName()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToBeginning(parts);
        RunningDashboard.await(
            "the record of " + topic + " is set aside",
            () -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,360"})
  void noPageOfTheSitesIsGraveForAxeOrScrollsSideways(ColorScheme colours, int width) {
    four();
    tell("demo-a", State.PAUSED, Cause.ORDER, null);
    awaitState("demo-a", State.PAUSED);
    var look = new PageLook(colours, width);
    var page = page("admin", width, colours, true);
    for (var path : List.of("/sites", "/sites/demo-b/pause", "/sites/stop-all")) {
      look.at(page, path);
    }
    page.context().close();
    assertThat(look.faults()).isEmpty();
  }
}
