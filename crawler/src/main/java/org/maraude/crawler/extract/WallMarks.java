package org.maraude.crawler.extract;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.maraude.crawler.site.SiteFile;

/** What a page that asks whether a person reads it looks like. Such a page is never got round. */
final class WallMarks {

  private static final Pattern TITLE =
      Pattern.compile(
          "site check|security check|just a moment|checking your browser|are you (a )?human"
              + "|verify (that )?you are|attention required|access denied|captcha"
              + "|v[ée]rification (de s[ée]curit[ée]|du site|du navigateur)"
              + "|acc[èe]s (limit[ée]|refus[ée])|comprobaci[óo]n de seguridad",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  // An ordinary page may carry one of these in its contact form, so they count only where nothing
  // was found to read.
  private static final Evaluator FORM =
      Selector.evaluatorOf(
          "form[action*=captcha], form[action*=challenge], form[id*=challenge], form#site-check,"
              + " [class*=captcha], [id*=captcha]");

  private WallMarks() {}

  static boolean certain(SiteFile site, Document html) {
    if (TITLE.matcher(html.title()).find()) {
      return true;
    }
    for (var mark : site.wall()) {
      if (html.selectFirst(mark) != null) {
        return true;
      }
    }
    return false;
  }

  static boolean likely(Document html) {
    return html.selectFirst(FORM) != null;
  }
}
