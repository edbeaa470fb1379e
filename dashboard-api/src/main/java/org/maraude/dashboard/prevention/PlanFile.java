package org.maraude.dashboard.prevention;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;

/** A campaign's plan as iCalendar (RFC 5545), for the calendars that people have already. */
public final class PlanFile {

  private static final int MINUTES = 15;

  /** How things are called in the reader's language. */
  public interface Words {
    String kind(PostKind kind);

    String platform(Platform platform);

    String status(PostStatus status);
  }

  private PlanFile() {}

  static String write(Campaign campaign, Collection<Post> posts, Words words, Instant now) {
    var calendar = new ICalendar();
    calendar.setProductId("-//Maraude//Prevention//FR");
    calendar.setName(campaign.name());
    for (var theme : campaign.themes()) {
      var event = event("theme-" + theme.id(), now);
      event.setSummary(theme.title());
      if (!theme.message().isEmpty()) {
        event.setDescription(theme.message());
      }
      event.setDateStart(day(theme.firstDay()), false);
      event.setDateEnd(day(theme.lastDay().plusDays(1)), false);
      calendar.addEvent(event);
    }
    for (var post : posts) {
      var event = event("post-" + post.id(), now);
      event.setSequence(post.version());
      event.setSummary(
          "%s, %s (%s): %s"
              .formatted(
                  words.kind(post.kind()),
                  words.platform(post.platform()),
                  words.status(post.status()),
                  post.shortly()));
      if (!post.words().isEmpty()) {
        event.setDescription(post.words());
      }
      event.setDateStart(Date.from(post.plannedAt()));
      event.setDuration(Duration.builder().minutes(MINUTES).build());
      event.setStatus(post.status().stands() ? Status.confirmed() : Status.tentative());
      calendar.addEvent(event);
    }
    return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
  }

  private static VEvent event(String name, Instant now) {
    var event = new VEvent();
    event.setUid(name + "@maraude");
    event.setDateTimeStamp(Date.from(now));
    event.setTransparency(Transparency.transparent());
    return event;
  }

  /** The library writes days in the zone of the machine. */
  private static Date day(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }
}
