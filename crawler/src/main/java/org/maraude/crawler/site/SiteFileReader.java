package org.maraude.crawler.site;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.crawler.urls.PolitenessKey;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads and checks site files. Every complaint is a {@link SiteFileException}. */
public final class SiteFileReader {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "approval",
          "start",
          "sitemaps",
          "hosts",
          "local",
          "delay",
          "backoff",
          "politenessGroup",
          "maxPages",
          "zone",
          "listing",
          "ad",
          "wall",
          "revisit",
          "retention");
  private static final List<String> NO_SWITCHES = List.of("robots", "agent", "userAgent");
  private static final Duration LONGEST = Duration.ofDays(7);

  private SiteFileReader() {}

  /**
   * Reads a file.
   *
   * @throws SiteFileException when it cannot be read or must not be used
   */
  public static SiteFile read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new SiteFileException(file.toString(), 1, "", "no such file; check the path");
    } catch (CharacterCodingException e) {
      throw new SiteFileException(file.toString(), 1, "", "is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new SiteFileException(file.toString(), 1, "", "cannot be read; check its permissions");
    }
  }

  /**
   * Reads text.
   *
   * @param name how errors call it
   */
  public static SiteFile parse(String name, String yaml) {
    var root = compose(name, yaml);
    if (!(root instanceof MappingNode mapping)) {
      throw new SiteFileException(name, 1, "", "is not a site file; begin with 'id: ...'");
    }
    return site(new YamlMap(name, "", mapping));
  }

  private static @Nullable Node compose(String name, String yaml) {
    try {
      var settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
      return new Compose(settings).composeString(yaml).orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new SiteFileException(name, line, "", "is not YAML: " + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new SiteFileException(name, 1, "", "is not YAML: " + oneLine(e.getMessage()));
    }
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "unreadable" : text.replaceAll("\\s+", " ").strip();
  }

  private static SiteFile site(YamlMap map) {
    for (var key : NO_SWITCHES) {
      if (map.has(key)) {
        throw map.error(
            key,
            "cannot be set: robots.txt is always obeyed and the agent named; take the key out");
      }
    }
    map.refuseKeysBeyond(KEYS);
    var id = map.required("id", "a short name of letters, digits and hyphens");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,62}")) {
      throw map.error("id", "must be letters, digits and hyphens, 63 at most");
    }
    var approval = approval(map);
    boolean local = map.flag("local");
    var start = urls(map, "start");
    if (start.isEmpty()) {
      throw map.error("start", "is missing; write the listings to poll, as in [https://...]");
    }
    var hosts = hosts(map, local);
    var site =
        new SiteFile(
            id,
            map.has("name") ? map.required("name", "") : id,
            approval,
            start,
            urls(map, "sitemaps"),
            hosts,
            local,
            atLeast(map, "delay", SiteFile.SHORTEST_DELAY, local),
            atLeast(map, "backoff", SiteFile.SHORTEST_BACKOFF, local),
            politenessKey(map, hosts),
            map.number("maxPages", 20, 1, 100_000),
            zone(map),
            PageRules.listing(map),
            PageRules.ad(map),
            PageRules.selectors(map, "wall"),
            revisit(map, local),
            keepPages(map));
    requireCovered(map, site, "start", site.start());
    requireCovered(map, site, "sitemaps", site.sitemaps());
    return site;
  }

  private static void requireCovered(YamlMap map, SiteFile site, String key, List<String> urls) {
    for (var url : urls) {
      if (!site.covers(url)) {
        throw map.error(
            key,
            "%s is not on one of the hosts, or not https; add its host, or correct it"
                .formatted(url));
      }
    }
  }

  private static SiteFile.Approval approval(YamlMap map) {
    var approval = map.map("approval");
    if (approval == null) {
      throw map.error(
          "approval", "is missing; no site is crawled that nobody approved: write {by, on, basis}");
    }
    approval.refuseKeysBeyond(Set.of("by", "on", "basis"));
    var by = approval.required("by", "who approved the crawl");
    var basis = approval.required("basis", "on what ground, such as a document and its section");
    var on = approval.required("on", "the day of the approval, as in 2026-11-01");
    try {
      return new SiteFile.Approval(by, LocalDate.parse(on), basis);
    } catch (DateTimeException e) {
      throw approval.error("on", "is no day; write it as in 2026-11-01");
    }
  }

  private static List<String> urls(YamlMap map, String key) {
    var urls = new LinkedHashSet<String>();
    for (var url : map.texts(key)) {
      urls.add(
          CanonicalUrl.of(url)
              .orElseThrow(() -> map.error(key, "'%s' is no http(s) URL".formatted(url))));
    }
    return List.copyOf(urls);
  }

  private static List<String> hosts(YamlMap map, boolean local) {
    var hosts = new ArrayList<String>();
    for (var host : map.texts("hosts")) {
      var url = HttpUrl.parse((local ? "http://" : "https://") + host + "/");
      if (url == null || !url.encodedPath().equals("/") || url.querySize() > 0) {
        throw map.error("hosts", "'%s' is no host name; write it without https://".formatted(host));
      }
      hosts.add(SiteFile.hostOf(url));
    }
    if (hosts.isEmpty()) {
      throw map.error(
          "hosts", "is missing; write every host that may be asked, as in [demo.example]");
    }
    return hosts;
  }

  private static Duration atLeast(YamlMap map, String key, Duration least, boolean local) {
    var value = map.duration(key, least);
    if (value.compareTo(least) < 0 && !local) {
      throw map.error(
          key,
          "must be at least %d s; less is for a site marked 'local: true'"
              .formatted(least.toSeconds()));
    }
    if (value.compareTo(LONGEST) > 0) {
      throw map.error(key, "must be at most 7d");
    }
    return value;
  }

  private static String politenessKey(YamlMap map, List<String> hosts) {
    var group = map.text("politenessGroup");
    if (group != null) {
      if (!group.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,252}")) {
        throw map.error("politenessGroup", "must be letters, digits, dots and hyphens");
      }
      return group;
    }
    var keys = new LinkedHashSet<String>();
    for (var host : hosts) {
      keys.add(PolitenessKey.of("https://" + host + "/", null));
    }
    if (keys.size() > 1) {
      throw map.error(
          "hosts",
          "belong to several domains (%s); name one 'politenessGroup' for them, or write a file each"
              .formatted(String.join(", ", keys)));
    }
    return keys.iterator().next();
  }

  private static ZoneId zone(YamlMap map) {
    var zone = map.text("zone");
    try {
      return ZoneId.of(zone == null ? "Europe/Paris" : zone);
    } catch (DateTimeException e) {
      throw map.error("zone", "is no time zone; write it as in Europe/Paris");
    }
  }

  private static SiteFile.Revisit revisit(YamlMap map, boolean local) {
    var least = Duration.ofMinutes(5);
    var most = Duration.ofHours(24);
    var revisit = map.map("revisit");
    if (revisit == null) {
      return new SiteFile.Revisit(least, most, most);
    }
    revisit.refuseKeysBeyond(Set.of("min", "max", "ads"));
    var min = revisit.duration("min", least);
    var max = revisit.duration("max", most.compareTo(min) < 0 ? min : most);
    var ads = revisit.duration("ads", max);
    if (!local && (min.compareTo(least) < 0 || ads.compareTo(least) < 0)) {
      throw revisit.error(
          min.compareTo(least) < 0 ? "min" : "ads",
          "must be at least 5m; less is for a site marked 'local: true'");
    }
    if (max.compareTo(min) < 0 || max.compareTo(LONGEST) > 0 || min.isZero() || ads.isZero()) {
      throw revisit.error("max", "must be at least 'min', more than nothing, and at most 7d");
    }
    return new SiteFile.Revisit(min, max, ads);
  }

  private static Duration keepPages(YamlMap map) {
    var retention = map.map("retention");
    if (retention == null) {
      return Duration.ZERO;
    }
    retention.refuseKeysBeyond(Set.of("warc"));
    var warc = retention.text("warc");
    if (warc == null || warc.equals("off")) {
      return Duration.ZERO;
    }
    if (!warc.matches("[1-7]d")) {
      throw retention.error(
          "warc",
          "must be off, or whole days from 1d to 7d: pages hold ads in clear, and those are kept no"
              + " longer");
    }
    return retention.duration("warc", Duration.ZERO);
  }
}
