package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;

/** The vault, by the API and by the form, on the dashboard of the class that takes these on. */
interface OpensContacts {

  String NUMBER = "+33639981204";
  String OTHER_NUMBER = "+33639981205";
  String PURPOSE = "{\"purpose\": \"REFERRAL\", \"words\": \"asked by the CRIP of 44\"}";

  RunningDashboard running();

  Path keyFolder();

  private String flagged(SealedContact... contacts) {
    var ad =
        SyntheticAds.assessment(
            "demo-a:1", 1, Queue.MINOR, 0.9, SyntheticAds.BODY, List.of(contacts), Links.NONE);
    running().publish(Topic.ADS_ASSESSED, "demo-a:1", ad);
    running().awaitItems(1);
    return running().sql().sql("select id::text from items").query(String.class).single();
  }

  private String person(String name) {
    running().sql().sql("delete from contact_openings").update();
    return running().token(name, Role.OUTREACH);
  }

  private void claim(String item, String token) {
    var answer = running().post("/api/v1/items/" + item + "/claim", token, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> open(
      String item, String contact, String token, @Nullable String key, String json) {
    var path = "/api/v1/items/" + item + "/contacts/" + contact + "/reveal";
    return key == null
        ? running().post(path, token, json)
        : running().call("POST", path, token, json, "Idempotency-Key", key);
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningDashboard.json(answer).get("code").asString()).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("3998");
  }

  private List<String> lines(String item) {
    return running()
        .sql()
        .sql("select action || ' ' || reason from audit where subject = ? and action like 'CONT%'")
        .param(item)
        .query(String.class)
        .list();
  }

  @Test
  default void aContactOpensForAMinuteForWhoHoldsTheItemAndSaysWhatFor() {
    var me = person("opener-a");
    var sealed = running().sealed(NUMBER);
    var item = flagged(sealed);
    refused(open(item, sealed.token(), me, null, PURPOSE), 409, "meanwhile-claim-over");
    claim(item, me);
    refused(open(item, sealed.token(), me, null, "{}"), 422, "purpose-missing");
    refused(
        open(item, sealed.token(), me, null, "{\"purpose\": \"OTHER\", \"words\": \" \"}"),
        422,
        "purpose-words-missing");
    refused(open(item, "no-such-token", me, null, PURPOSE), 404, "no-such-contact");
    refused(
        open(item, sealed.token(), running().token("opener-b", Role.OUTREACH), null, PURPOSE),
        409,
        "meanwhile-claimed-by-another");

    var answer = open(item, sealed.token(), me, "key-1", PURPOSE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var opened = RunningDashboard.json(answer);
    assertThat(opened.get("value").asString()).isEqualTo(NUMBER);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    var from = java.time.Instant.parse(opened.get("openedAt").asString());
    assertThat(opened.get("until").asString()).isEqualTo(from.plusSeconds(60).toString());
    assertThat(open(item, sealed.token(), me, "key-1", PURPOSE).body()).isEqualTo(answer.body());
    assertThat(lines(item))
        .as("one opening, one line")
        .containsExactly("CONTACT_OPENED REFERRAL PHONE");
  }

  @Test
  default void whenItsMinuteIsOverAnOpeningShowsNothingMore() {
    var me = person("opener-c");
    var sealed = running().sealed(NUMBER);
    var item = flagged(sealed);
    claim(item, me);
    assertThat(open(item, sealed.token(), me, "key-2", PURPOSE).statusCode()).isEqualTo(200);
    running()
        .sql()
        .sql(
            """
            update contact_openings set opened_at = opened_at - interval '1 minute',
              closes_at = closes_at - interval '1 minute'\
            """)
        .update();
    refused(open(item, sealed.token(), me, "key-2", PURPOSE), 409, "opening-over");
  }

  @Test
  default void oneContactIsShownAtATime() {
    var me = person("opener-d");
    var first = running().sealed(NUMBER);
    var second = running().sealed(OTHER_NUMBER);
    var item = flagged(first, second);
    claim(item, me);
    assertThat(open(item, first.token(), me, null, PURPOSE).statusCode()).isEqualTo(200);
    refused(open(item, second.token(), me, null, PURPOSE), 409, "another-contact-open");
    refused(open(item, first.token(), me, null, PURPOSE), 409, "another-contact-open");
  }

  @Test
  default void aDestroyedDaysKeySaysThatNobodyCanOpenItAnyMore() {
    var me = person("opener-e");
    var sealed = running().sealed(NUMBER);
    var changed =
        new SealedContact(
            sealed.kind(),
            "changed",
            sealed.sealed().substring(0, sealed.sealed().length() - 4) + "AAAA",
            sealed.masked(),
            false,
            List.of(),
            null);
    var item = flagged(sealed, changed);
    claim(item, me);
    refused(open(item, "changed", me, null, PURPOSE), 410, "contact-unreadable");
    DayKeyFiles.in(keyFolder()).destroy(LocalDate.now(ZoneOffset.UTC));
    refused(open(item, sealed.token(), me, null, PURPOSE), 410, "contact-erased");
    assertThat(lines(item))
        .containsExactly(
            "CONTACT_NOT_OPENED REFERRAL UNREADABLE", "CONTACT_NOT_OPENED REFERRAL KEY_DESTROYED");
  }

  @Test
  default void whatWasOpenedLiesInNoRowNoSessionAndNoPageThatIsKept() {
    var sealed = running().sealed(NUMBER);
    var item = flagged(sealed);
    person("opener-f");
    var browser = running().browser().as("outreach");
    browser.submit("/items/" + item, "/items/" + item + "/claim", Map.of());
    var path = "/items/" + item + "/contacts/" + sealed.token() + "/reveal";
    var form = Map.of("purpose", "DANGER", "words", "words of mine", "once", "form-1");
    var shown = browser.submit("/items/" + item, path, form);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains(NUMBER);
    assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(shown.headers().firstValue("Refresh").orElse(""))
        .matches("(60|59); url=/items/" + item + "#contacts");
    assertThat(browser.get("/items/" + item).body())
        .doesNotContain("3998")
        .contains("words of mine");
    assertThat(browser.get(path).headers().firstValue("Location").orElse(""))
        .endsWith("/items/" + item + "#contacts");
    for (var table :
        List.of(
            "contact_openings",
            "audit",
            "outbox",
            "items",
            "spring_session",
            "spring_session_attributes")) {
      var rows =
          running().sql().sql("select t::text from " + table + " t").query(String.class).list();
      // A session's bytes are shown as hexadecimal digits.
      assertThat(rows)
          .as(table)
          .noneMatch(row -> row.contains("639981204") || row.contains("363339393831323034"));
    }
    assertThat(
            running()
                .sql()
                .sql("select a::text from audit a where action = 'CONTACT_OPENED'")
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains("words of mine") || row.contains(sealed.token()));
    browser.submit("/items/" + item, path.replace("/reveal", "/close"), Map.of());
    assertThat(browser.submit("/items/" + item, path, form).statusCode())
        .as("the form sent once more after the end")
        .isEqualTo(409);
  }
}
