package org.maraude.dashboard.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;

class StandingTest {

  private static final UUID WORKER = new UUID(0, 1);

  private static Standing of(UUID id, Role role) {
    return Standing.of(WORKER, new Person(id, "somebody", Set.of(role)));
  }

  @Test
  void whoAccompaniesSeesAll() {
    var standing = of(WORKER, Role.OUTREACH);
    assertThat(standing).isEqualTo(Standing.ACCOMPANIES);
    assertThat(standing.seesClose()).isTrue();
    assertThat(standing.seesHealth()).isTrue();
  }

  @Test
  void aLeadSeesWhatTheAssociationAnswersForAndNothingOfHealth() {
    var standing = of(new UUID(0, 2), Role.LEAD);
    assertThat(standing.seesClose()).isTrue();
    assertThat(standing.seesHealth()).isFalse();
    assertThat(standing.leads()).isTrue();
  }

  @Test
  void aColleagueSeesWhatStandingInNeeds() {
    var standing = of(new UUID(0, 2), Role.OUTREACH);
    assertThat(standing.seesClose()).isFalse();
    assertThat(standing.seesHealth()).isFalse();
    assertThat(standing.leads()).isFalse();
  }

  @Test
  void aLeadWhoAccompaniesSeesHealthToo() {
    assertThat(of(WORKER, Role.LEAD).seesHealth()).isTrue();
  }
}
