package org.maraude.dashboard.prevention;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;

/** What came of a campaign, for its team. Thread safe. */
public final class Outcomes {

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final Campaigns campaigns;
  private final Posts posts;
  private final Interactions interactions;
  private final Partners partners;
  private final Conversations conversations;
  private final Clock clock;

  public Outcomes(
      Campaigns campaigns,
      Posts posts,
      Interactions interactions,
      Partners partners,
      Conversations conversations,
      Clock clock) {
    this.campaigns = campaigns;
    this.posts = posts;
    this.interactions = interactions;
    this.partners = partners;
    this.conversations = conversations;
    this.clock = clock;
  }

  /**
   * Its results; who plans no campaigns sees no small number of conversations.
   *
   * @throws PreventionException when there is no such campaign for this person
   */
  public Results of(UUID campaign, Person reader) {
    return Results.of(
        campaigns.of(campaign, reader),
        posts.between(campaign, reader, Instant.EPOCH, END),
        interactions.latest(campaign),
        partners.relays(campaign, reader),
        conversations.of(campaign, reader),
        reader.may(Permission.WRITE_PREVENTION));
  }

  /**
   * Themes and planned posts as iCalendar (RFC 5545).
   *
   * @param words how kinds and platforms are called
   * @throws PreventionException when there is no such campaign for this person
   */
  public String calendar(UUID campaign, Person reader, PlanFile.Words words) {
    return PlanFile.write(
        campaigns.of(campaign, reader),
        posts.between(campaign, reader, Instant.EPOCH, END),
        words,
        clock.instant());
  }
}
