package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;

/** Adults' ads that a person decided to contact in a round. */
public final class ChosenAds {

  private ChosenAds() {}

  /**
   * One more of them.
   *
   * @param phone of the numbers that are kept for fiction
   * @param by the token of who decides
   */
  public static UUID ad(RunningDashboard running, String adId, String phone, String by) {
    long before = running.count("select count(*) from items");
    running.publish(
        Topic.ADS_ASSESSED,
        adId,
        SyntheticAds.assessment(
            adId,
            1,
            Queue.ADULT,
            0.9,
            SyntheticAds.BODY,
            List.of(running.sealed(phone)),
            Links.NONE));
    running.awaitItems(before + 1);
    var id =
        running
            .sql()
            .sql("select id from items where ad_id = ?")
            .param(adId)
            .query(UUID.class)
            .single();
    var claim = running.post("/api/v1/items/" + id + "/claim", by, null);
    var decided =
        running.post(
            "/api/v1/items/" + id + "/decision",
            by,
            """
            {"fence": %d, "outcome": "CONTACT_IN_ROUND", "reasons": ["SUPPORT_USEFUL"]}\
            """
                .formatted(RunningDashboard.json(claim).get("fence").asLong()));
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    return id;
  }
}
