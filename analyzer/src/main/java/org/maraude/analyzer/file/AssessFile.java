package org.maraude.analyzer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.text.Utf8;
import org.maraude.contacts.KeyFolder;
import org.maraude.contacts.KeyFolderException;
import org.maraude.contacts.SealException;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;

/**
 * Assesses a file of ads: NDJSON in, one assessment a line out, in the order of the input. A line
 * that cannot be used is reported with its number and skipped. Holds one line at a time, whatever
 * the file's length. Every assessment is revision 1: a file has no memory.
 *
 * <pre>{@code
 * try (AssessFile file = AssessFile.open(RuleFiles.builtIn(), keyFolder, false)) {
 *   AssessFile.Result result = file.run(in, out, listener);   // result.bad() > 0: exit 3
 * }
 * }</pre>
 */
public final class AssessFile implements AutoCloseable {

  private static final int LONGEST_LINE = 8 * 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Assessor assessor;
  private final RuleSet rules;

  private AssessFile(Assessor assessor, RuleSet rules) {
    this.assessor = assessor;
    this.rules = rules;
  }

  /**
   * What was done.
   *
   * @param assessed lines written
   * @param adult of these, for the adult queue
   * @param minor of these, that may concern a minor
   * @param bad lines reported and skipped
   */
  public record Result(long assessed, long adult, long minor, long bad) {}

  /** Hears how it goes. */
  public interface Listener {

    /** After each line; {@code soFar} includes it. */
    void progress(Result soFar);

    /** A line that was skipped; the reason never repeats its content. */
    void badLine(long number, String reason);
  }

  /**
   * Reads the rules.
   *
   * @param revealContacts whether contacts stand in clear beside their seals
   * @throws org.maraude.analyzer.rules.RuleSetException when a rule file holds a mistake
   */
  public static AssessFile open(List<RuleFile> ruleFiles, KeyFolder keys, boolean revealContacts) {
    var reader = AdReader.create();
    var assessor = new Assessor(reader, keys.tokens(), keys.sealer());
    return new AssessFile(
        revealContacts ? assessor.revealingContacts() : assessor, RuleSet.load(ruleFiles, reader));
  }

  /**
   * Assesses every line.
   *
   * @param out gets UTF-8; flushed at the end, not closed
   * @throws IOException when reading or writing fails
   */
  public Result run(InputStream in, OutputStream out, Listener listener) throws IOException {
    var lines = new Lines(in, LONGEST_LINE);
    var soFar = new Result(0, 0, 0, 0);
    for (var line = lines.next(); line != null; line = lines.next()) {
      try {
        var text = text(line);
        if (text.isBlank()) {
          continue;
        }
        var ad = EventJson.readLine(text, ObservedAd.class);
        var assessment = assess(ad);
        out.write(EventJson.write(assessment));
        out.write('\n');
        soFar = with(soFar, assessment);
      } catch (EventFormatException e) {
        soFar = new Result(soFar.assessed(), soFar.adult(), soFar.minor(), soFar.bad() + 1);
        listener.badLine(line.number(), String.valueOf(e.getMessage()));
      }
      listener.progress(soFar);
    }
    out.flush();
    return soFar;
  }

  private static String text(Lines.Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      throw new EventFormatException("longer than " + LONGEST_LINE + " bytes");
    }
    var text = Utf8.strict(bytes);
    return line.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private Assessment assess(ObservedAd ad) {
    try {
      return assessor.assess(ad, rules, 1);
    } catch (SealException | KeyFolderException e) {
      // Without keys no line can be assessed: that is the run's trouble, not this line's.
      throw e;
    } catch (RuntimeException e) {
      throw refused("cannot be assessed: " + e.getClass().getSimpleName(), e);
    }
  }

  private static EventFormatException refused(String reason, RuntimeException cause) {
    var refused = new EventFormatException(reason);
    refused.initCause(cause);
    return refused;
  }

  private static Result with(Result soFar, Assessment assessment) {
    long adult = soFar.adult();
    long minor = soFar.minor();
    switch (assessment.queue()) {
      case NONE -> {}
      case ADULT -> adult++;
      case MINOR -> minor++;
    }
    return new Result(soFar.assessed() + 1, adult, minor, soFar.bad());
  }

  @Override
  public void close() {
    rules.close();
  }
}
