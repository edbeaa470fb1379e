package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;

/** A month of a campaign, day by day. Pure. */
public record MonthCalendar(YearMonth month, List<Day> days) {

  public MonthCalendar {
    days = List.copyOf(days);
  }

  /**
   * One day in Paris.
   *
   * @param weekday 1 for Monday to 7
   * @param theme of the day, told on its first day and on the first of the month; null otherwise
   * @param posts by their planned time
   */
  public record Day(
      LocalDate date,
      int weekday,
      boolean inCampaign,
      boolean today,
      @Nullable Theme theme,
      List<Post> posts) {

    public Day {
      posts = List.copyOf(posts);
    }

    /** Whether a list can leave it out. */
    public boolean bare() {
      return posts.isEmpty() && theme == null && !today;
    }
  }

  /** The month that is shown where nobody chose one: today's, or the campaign's nearest. */
  static YearMonth usual(Campaign campaign, LocalDate today) {
    if (today.isBefore(campaign.firstDay())) {
      return YearMonth.from(campaign.firstDay());
    }
    return YearMonth.from(today.isAfter(campaign.lastDay()) ? campaign.lastDay() : today);
  }

  static MonthCalendar of(
      YearMonth month, Campaign campaign, Collection<Post> posts, LocalDate today) {
    var byDay = posts.stream().collect(Collectors.groupingBy(post -> Paris.day(post.plannedAt())));
    var days = new ArrayList<Day>();
    for (int i = 1; i <= month.lengthOfMonth(); i++) {
      var date = month.atDay(i);
      boolean first = i == 1;
      var theme =
          Theme.of(date, campaign.themes())
              .filter(each -> first || each.firstDay().equals(date))
              .orElse(null);
      days.add(
          new Day(
              date,
              date.getDayOfWeek().getValue(),
              campaign.has(date),
              date.equals(today),
              theme,
              byDay.getOrDefault(date, List.of())));
    }
    return new MonthCalendar(month, days);
  }

  public YearMonth before() {
    return month.minusMonths(1);
  }

  public YearMonth after() {
    return month.plusMonths(1);
  }

  /** Whether nothing is planned in it. */
  public boolean empty() {
    return days.stream().allMatch(day -> day.posts().isEmpty());
  }
}
