package org.maraude.standalone.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.population.SiteId;

class FaultPlanTest {

  private static final Map<SiteId, Integer> ADS =
      Map.of(SiteId.QUAI, 2_240, SiteId.HALLE, 2_040, SiteId.JARDIN, 1_490, SiteId.MOULIN, 265);

  @Test
  void aFirstCrawlMeetsAFewFaultsNeverEarlyAndAWallOnlyOnTheSmallSite() {
    for (long seed = 1; seed <= 200; seed++) {
      int faults = 0;
      for (SiteId site : SiteId.values()) {
        FaultPlan plan = new FaultPlan(new Seed(seed), site, false);
        for (int request = 1; request <= ADS.getOrDefault(site, 0); request++) {
          Fault fault = plan.at(request);
          faults += fault == Fault.NONE ? 0 : 1;
          assertThat(request >= 120 || fault == Fault.NONE).isTrue();
          assertThat(fault == Fault.WALL).isEqualTo(site == SiteId.MOULIN && request == 120);
        }
      }
      assertThat(faults).isBetween(2, 30);
    }
  }

  @Test
  void everyKindOfFaultComesUpAndACalmSiteHasNone() {
    Set<Fault> met = EnumSet.noneOf(Fault.class);
    FaultPlan plan = new FaultPlan(new Seed(1), SiteId.MOULIN, false);
    FaultPlan calm = new FaultPlan(new Seed(1), SiteId.MOULIN, true);
    for (int request = 1; request <= 20_000; request++) {
      met.add(plan.at(request));
      assertThat(calm.at(request)).isEqualTo(Fault.NONE);
    }
    assertThat(met).containsExactlyInAnyOrder(Fault.values());
  }
}
