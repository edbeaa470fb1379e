package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.linked.Among;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import tools.jackson.databind.JsonNode;

/** Linked ads, on the dashboard of the class that takes these on. */
interface ShowsLinkedAds {

  RunningDashboard running();

  private void put(
      String adId, Queue queue, String body, SealedContact contact, @Nullable String template) {
    var links = new Links(null, 0, 0, 0, template, 0, 0);
    running()
        .publish(
            Topic.ADS_ASSESSED,
            adId,
            SyntheticAds.assessment(adId, 1, queue, 1, body, List.of(contact), links));
  }

  private UUID id(String adId) {
    return running()
        .sql()
        .sql("select id from items where ad_id = ?")
        .param(adId)
        .query(UUID.class)
        .single();
  }

  @Test
  default void whatSharesAContactOrATextIsShownAsFarAsTheReaderMaySeeIt() {
    var one = running().sealed("+33639981231");
    var other = running().sealed("+33639981232");
    put("demo-a:1", Queue.ADULT, "Bonjour je suis Lina à Nantes", one, "template-1");
    put("demo-a:2", Queue.ADULT, "Bonjour je suis Mia à Nantes", other, "template-1");
    put("demo-a:3", Queue.MINOR, "<script>alert(1)</script> ${7*7}", one, null);
    put("demo-a:4", Queue.ADULT, "Sans lien", other, null);
    running().awaitItems(4);
    var id = id("demo-a:1");
    var token = running().token("linked-a", Role.OUTREACH);
    var linked = RunningDashboard.json(running().get("/api/v1/items/" + id + "/linked", token));
    assertThat(linked.get("ads").valueStream().map(ad -> ad.get("adId").asString()))
        .containsExactlyInAnyOrder("demo-a:2", "demo-a:3");
    assertThat(linked.at("/slots/parts").valueStream().map(JsonNode::toString))
        .containsExactly(
            "{\"fixed\":\"Bonjour je suis\",\"fillings\":[]}",
            "{\"fixed\":\"\",\"fillings\":[\"Lina\",\"Mia\"]}",
            "{\"fixed\":\"à Nantes\",\"fillings\":[]}");
    assertThat(Among.queues(running().sql(), id, "ADULT").ads())
        .as("without the minor permission")
        .extracting("adId")
        .containsExactly("demo-a:2");
    assertThat(running().count("select count(*) from audit where action = 'LINKED_READ'"))
        .isPositive();
    assertThat(linked.toString()).doesNotContain(one.token(), one.sealed());

    var page = running().browser().as("outreach").get("/items/" + id).body();
    assertThat(page)
        .contains("2 annonces liées", "&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}", "<svg")
        .doesNotContain("<script>alert");
  }
}
