package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.trends.Suppression;

/**
 * What came of a campaign, as counts. Pure.
 *
 * @param themes in order; what lies between themes comes last, where there is anything
 * @param orientations only those that occur
 * @param posts what was published, in order
 */
public record Results(
    Campaign campaign,
    Total total,
    List<ThemeLine> themes,
    List<OrientationLine> orientations,
    List<PostLine> posts) {

  public Results {
    themes = List.copyOf(themes);
    orientations = List.copyOf(orientations);
    posts = List.copyOf(posts);
  }

  /**
   * A number of conversations.
   *
   * @param count null when it is hidden: it is small, or would give a small one away
   */
  public record Talked(@Nullable Long count, boolean hidden) {

    static final Talked HIDDEN = new Talked(null, true);
  }

  /** All of it. */
  public record Total(
      int planned, int published, Counts counts, int relays, Talked conversations) {}

  /**
   * One theme.
   *
   * @param theme null for what lies between themes
   */
  public record ThemeLine(
      @Nullable Theme theme,
      int planned,
      int published,
      Counts counts,
      int relays,
      Talked conversations) {}

  /** Where conversations led. */
  public record OrientationLine(Orientation orientation, Talked conversations) {}

  /**
   * One post.
   *
   * @param day of which the counts are; null when none were entered
   */
  public record PostLine(
      UUID id,
      String words,
      PostKind kind,
      Platform platform,
      LocalDate published,
      @Nullable LocalDate day,
      Counts counts,
      int relays) {}

  /**
   * Adds up.
   *
   * @param standings the latest of each post that has any
   * @param whole whether small numbers of conversations are shown: to those who had them, not to
   *     those who follow figures
   */
  static Results of(
      Campaign campaign,
      Collection<Post> posts,
      Map<UUID, Standing> standings,
      Collection<Relay> relays,
      Collection<Talks> talks,
      boolean whole) {
    var lines = new ArrayList<PostLine>();
    for (var post : posts) {
      if (post.publishedAt() != null) {
        var standing = standings.get(post.id());
        lines.add(
            new PostLine(
                post.id(),
                post.shortly(),
                post.kind(),
                post.platform(),
                Paris.day(post.publishedAt()),
                standing == null ? null : standing.day(),
                standing == null ? Counts.NONE : standing.counts(),
                (int) relays.stream().filter(each -> each.post().equals(post.id())).count()));
      }
    }
    var byTheme = sums(talks, each -> each.theme() == null ? "" : each.theme().toString());
    var byOrientation = sums(talks, each -> each.orientation().name());
    var themes = new ArrayList<ThemeLine>();
    var shownThemes = hidden(byTheme, whole);
    for (var theme : campaign.themes()) {
      themes.add(line(theme, posts, lines, campaign, talked(shownThemes, theme.id().toString())));
    }
    var between = line(null, posts, lines, campaign, talked(shownThemes, ""));
    if (between.planned() > 0 || byTheme.containsKey("")) {
      themes.add(between);
    }
    var shownOrientations = hidden(byOrientation, whole);
    var orientations =
        byOrientation.keySet().stream()
            .map(Orientation::valueOf)
            .sorted()
            .map(each -> new OrientationLine(each, talked(shownOrientations, each.name())))
            .toList();
    long talked = talks.stream().mapToLong(Talks::number).sum();
    boolean small = !whole && talked > 0 && talked < Suppression.SMALLEST;
    var total =
        new Total(
            posts.size(),
            lines.size(),
            sum(lines),
            relays.size(),
            small ? Talked.HIDDEN : new Talked(talked, false));
    return new Results(campaign, total, themes, orientations, lines);
  }

  private static ThemeLine line(
      @Nullable Theme theme,
      Collection<Post> posts,
      List<PostLine> lines,
      Campaign campaign,
      Talked talked) {
    var planned =
        posts.stream()
            .filter(post ->
                Objects.equals(
                    theme, Theme.of(Paris.day(post.plannedAt()), campaign.themes()).orElse(null)))
            .map(Post::id)
            .collect(Collectors.toSet());
    var own = lines.stream().filter(each -> planned.contains(each.id())).toList();
    return new ThemeLine(
        theme,
        planned.size(),
        own.size(),
        sum(own),
        own.stream().mapToInt(PostLine::relays).sum(),
        talked);
  }

  private static Counts sum(List<PostLine> lines) {
    return lines.stream().map(PostLine::counts).reduce(Counts.NONE, Counts::plus);
  }

  private static Map<String, Long> sums(Collection<Talks> talks, Function<Talks, String> group) {
    var sums = new LinkedHashMap<String, Long>();
    talks.forEach(each -> sums.merge(group.apply(each), (long) each.number(), Long::sum));
    return sums;
  }

  private static Map<String, Talked> hidden(Map<String, Long> sums, boolean whole) {
    var hidden = Suppression.hides(sums);
    var shown = new LinkedHashMap<String, Talked>();
    sums.forEach((group, count) ->
        shown.put(
            group, !whole && hidden.contains(group) ? Talked.HIDDEN : new Talked(count, false)));
    return shown;
  }

  private static Talked talked(Map<String, Talked> shown, String group) {
    return shown.getOrDefault(group, new Talked(0L, false));
  }
}
