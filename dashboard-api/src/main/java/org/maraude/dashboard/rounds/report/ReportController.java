package org.maraude.dashboard.rounds.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.rounds.Rounds;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The report as a page to read or print, and as CSV. */
@Controller
class ReportController {

  /** Makes what the page uses. */
  @Configuration(proxyBeanMethods = false)
  static class Parts {

    @Bean
    Reports roundReports(JdbcClient sql, Audit audit, Clock clock) {
      return new Reports(sql, audit, clock);
    }
  }

  private final Reports reports;
  private final Rounds rounds;

  ReportController(Reports reports, Rounds rounds) {
    this.reports = reports;
    this.rounds = rounds;
  }

  /** This one where it cannot be read. */
  private int year(@Nullable String text) {
    return text != null && text.matches("20[0-9]{2}")
        ? Integer.parseInt(text)
        : rounds.today().getYear();
  }

  @GetMapping("/rounds/report")
  ModelAndView report(
      @RequestParam(required = false) @Nullable String year,
      @RequestParam(defaultValue = "") String month,
      @AuthenticationPrincipal SignedIn reader) {
    var page = new ModelAndView("round-report");
    var report = reports.of(year(year), reader.person());
    page.addObject("report", report);
    page.addObject("month", report.month(month).orElse(null));
    page.addObject("measures", Measure.values());
    return page;
  }

  @GetMapping("/rounds/report.csv")
  ResponseEntity<byte[]> file(
      @RequestParam(required = false) @Nullable String year,
      @AuthenticationPrincipal SignedIn reader,
      @ModelAttribute("say") Speech say) {
    var report = reports.of(year(year), reader.person());
    var notes =
        List.of(
            say.text("report.title") + ", " + report.year(),
            say.text("report.notPeople"),
            say.text("report.hiddenNote"));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("rounds-%d.csv".formatted(report.year()))
                .build()
                .toString())
        .body(ReportCsv.write(report, notes).getBytes(StandardCharsets.UTF_8));
  }
}
