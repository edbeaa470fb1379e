package org.maraude.benchmarks.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.web.Answer;
import org.maraude.benchmarks.web.Classifieds;
import org.maraude.benchmarks.web.PageServerProgram;
import org.maraude.benchmarks.web.Pages;

/** Hosts with many ads that answer at once. Arguments: hosts, ads a host, the addresses' file. */
final class ManyAds {

  private static final int CARDS = 25;
  private static final String LIST = "/list?page=";
  private static final String AD = "/ad/";

  private ManyAds() {}

  public static void main(String[] args) throws IOException {
    int ads = Integer.parseInt(args[1]);
    PageServerProgram.serve(Integer.parseInt(args[0]), pages(ads), false, Path.of(args[2]));
  }

  private static Pages pages(int ads) {
    var classifieds = new Classifieds(CARDS);
    return (host, path, now) -> {
      if (path.startsWith(AD)) {
        int ad = Integer.parseInt(path.substring(AD.length()));
        return Answer.html(classifieds.ad(host, ad));
      }
      if (path.startsWith(LIST)) {
        int page = Integer.parseInt(path.substring(LIST.length()));
        return Answer.html(classifieds.listing(host, page, ads));
      }
      return path.equals("/robots.txt")
          ? Answer.text(200, "User-agent: *\nDisallow: /private/\n")
          : Answer.text(404, "nothing here");
    };
  }

  static ChildProcess start(int hosts, int ads, Path addresses, Path log) {
    return ChildProcess.java(
        ManyAds.class,
        List.of("-Xmx256m", "-XX:+UseSerialGC"),
        List.of(Integer.toString(hosts), Integer.toString(ads), addresses.toString()),
        log);
  }
}
