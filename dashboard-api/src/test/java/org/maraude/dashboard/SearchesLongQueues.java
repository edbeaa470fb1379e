package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Role;

/** Searches a queue that is longer than what is looked through in its order. */
interface SearchesLongQueues {

  int LAMPS = 1_700;
  int LIGHTHOUSES = 120;

  RunningDashboard running();

  private void fill() {
    running()
        .sql()
        .sql(
            """
            insert into items (ad_id, site_id, queue, status, flagged_at, score, revision,
              departement, language, signals, rules, assessment, words)
            select 'far:' || n, 'demo', 'ADULT', 'WAITING', now() - interval '1 day' + n * interval '1 second',
              1, 1, case when n % 2 = 0 then '2A' else '44' end, 'fr', '{}',
              case when n > :lamps then '{few}' else '{many}' end::text[], '{}',
              searchable(case when n > :lamps then 'phare' else 'lampe' end)
            from generate_series(1, :all) n\
            """)
        .param("lamps", LAMPS)
        .param("all", LAMPS + LIGHTHOUSES)
        .update();
  }

  /** All pages of a list, in order. */
  private List<String> found(String query, String token) {
    var found = new ArrayList<String>();
    var cursor = "";
    do {
      var page =
          RunningDashboard.json(
              running().get("/api/v1/queues/adult/items?" + query + cursor, token));
      page.get("items").forEach(item -> found.add(item.get("adId").asString()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());
    return found;
  }

  private static List<String> far(int from, int to, int step) {
    return IntStream.rangeClosed(from, to)
        .filter(n -> (n - from) % step == 0)
        .mapToObj(n -> "far:" + n)
        .toList();
  }

  @Test
  default void whatFewHaveIsFoundBehindAllOthersInOrderAndOnce() {
    fill();
    var token = running().token("searcher", Role.OUTREACH);
    var behind = far(LAMPS + 1, LAMPS + LIGHTHOUSES, 1);
    assertThat(found("q=phare", token)).isEqualTo(behind);
    assertThat(found("rule=few", token)).isEqualTo(behind);
    assertThat(found("q=phare&rule=few", token)).isEqualTo(behind);
    assertThat(found("q=phare&rule=many", token)).isEmpty();
    assertThat(found("q=phare&departement=2A", token))
        .isEqualTo(far(LAMPS + 2, LAMPS + LIGHTHOUSES, 2));
    assertThat(found("q=lampe&departement=44", token)).isEqualTo(far(1, LAMPS, 2));
    assertThat(found("q=lampe", token)).isEqualTo(far(1, LAMPS, 1));
  }
}
