package org.maraude.analyzer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.ContactTokens;
import org.maraude.contacts.KeyFolder;
import org.maraude.contacts.KeyFolderException;
import org.maraude.contacts.SealException;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;

/**
 * Assesses a file of ads: NDJSON in, one assessment a line out, in the order of the input. A line
 * that cannot be used is reported with its number and skipped. Every core works, and a fixed number
 * of lines is held, whatever the file's length. Each ad is assessed by itself and with revision 1,
 * unless {@link #withLinks} is asked for.
 *
 * <pre>{@code
 * try (AssessFile file = AssessFile.open(RuleFiles.builtIn(), keyFolder, false)) {
 *   AssessFile.Result result = file.run(in, out, listener);   // result.bad() > 0: exit 3
 * }
 * }</pre>
 */
public final class AssessFile implements AutoCloseable {

  private static final int TOKEN_KEY_BYTES = 32;

  private final Assessor assessor;
  private final RuleSet rules;
  private final boolean links;

  private AssessFile(Assessor assessor, RuleSet rules, boolean links) {
    this.assessor = assessor;
    this.rules = rules;
    this.links = links;
  }

  /**
   * The same with links: each ad as the ads before it show it, and once more at the end, with
   * revision 2, where the ads behind it make it mean something else. Close only one of the two.
   */
  public AssessFile withLinks() {
    return new AssessFile(assessor, rules, true);
  }

  /**
   * What was done.
   *
   * @param assessed lines written
   * @param adult of these, for the adult queue
   * @param minor of these, that may concern a minor
   * @param bad lines reported and skipped
   * @param again lines at the end that replace an earlier one; the queues count what is final
   */
  public record Result(long assessed, long adult, long minor, long bad, long again) {}

  /** Hears how it goes. */
  public interface Listener {

    /** After every few lines; {@code soFar} includes it. */
    void progress(Result soFar);

    /** A line that was skipped; the reason never repeats its content. */
    void badLine(long number, String reason);

    /** The first line that is older than one before it: links are then only final at the end. */
    void runsBackwards(long number);

    /** After the last line: ads that mean something else by now are read again. */
    void readsAgain();
  }

  /**
   * Reads the rules.
   *
   * @param keys null means that nobody could open a seal: nothing is sealed then, and the tokens
   *     hold for this run only
   * @param revealContacts whether contacts stand in clear beside their seals
   * @throws org.maraude.analyzer.rules.RuleSetException when a rule file holds a mistake
   */
  public static AssessFile open(
      List<RuleFile> ruleFiles, @Nullable KeyFolder keys, boolean revealContacts) {
    var reader = AdReader.create();
    var assessor =
        keys == null
            ? Assessor.withoutSeals(reader, passingTokens())
            : new Assessor(reader, keys.tokens(), keys.sealer());
    return new AssessFile(
        revealContacts ? assessor.revealingContacts() : assessor,
        RuleSet.load(ruleFiles, reader),
        false);
  }

  private static ContactTokens passingTokens() {
    byte[] key = new byte[TOKEN_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return ContactTokens.withKey(key);
  }

  /** What became of a line: an assessment as JSON, or why there is none; neither when blank. */
  private record Worked(
      long number,
      @Nullable Assessment own,
      byte @Nullable [] json,
      @Nullable Queue queue,
      @Nullable String problem) {}

  /**
   * Assesses every line.
   *
   * @param out gets UTF-8; flushed at the end, not closed
   * @throws IOException when reading or writing fails
   */
  public Result run(InputStream in, OutputStream out, Listener listener) throws IOException {
    var tally = new Tally();
    try (var linked = LinkedFile.maybe(links, rules)) {
      OrderedWork.run(
          new Lines(in, AdLine.LONGEST),
          Runtime.getRuntime().availableProcessors(),
          this::work,
          batch -> {
            for (var worked : batch) {
              take(worked, linked, out, tally, listener);
            }
            listener.progress(tally.result());
          });
      if (linked != null) {
        listener.readsAgain();
        linked.again((before, after) -> {
          write(EventJson.write(after), out);
          tally.replace(before.queue(), after.queue());
        });
        listener.progress(tally.result());
      }
    }
    out.flush();
    return tally.result();
  }

  private static void write(byte[] json, OutputStream out) throws IOException {
    out.write(json);
    out.write('\n');
  }

  private static void take(
      Worked worked, @Nullable LinkedFile linked, OutputStream out, Tally tally, Listener listener)
      throws IOException {
    if (linked != null && worked.own() != null) {
      if (!tally.backwards && linked.runsBackwards(worked.own())) {
        tally.backwards = true;
        listener.runsBackwards(worked.number());
      }
      var assessment = linked.take(worked.own());
      write(EventJson.write(assessment), out);
      tally.add(assessment.queue());
    } else if (worked.problem() != null) {
      tally.bad++;
      listener.badLine(worked.number(), worked.problem());
    } else if (worked.json() != null && worked.queue() != null) {
      write(worked.json(), out);
      tally.add(worked.queue());
    }
  }

  private Worked work(Lines.Line line) {
    try {
      Optional<Assessment> assessment = AdLine.read(line).map(ad -> assessor.assess(ad, rules, 1));
      return new Worked(
          line.number(),
          links ? assessment.orElse(null) : null,
          links ? null : assessment.map(EventJson::write).orElse(null),
          assessment.map(Assessment::queue).orElse(null),
          null);
    } catch (SealException | KeyFolderException e) {
      // Without keys no line can be assessed: that is the run's trouble, not this line's.
      throw e;
    } catch (EventFormatException e) {
      return new Worked(line.number(), null, null, null, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Worked(
          line.number(), null, null, null, "cannot be assessed: " + e.getClass().getSimpleName());
    }
  }

  private static final class Tally {
    private long assessed;
    private long adult;
    private long minor;
    private long bad;
    private long again;
    private boolean backwards;

    void replace(Queue before, Queue after) {
      again++;
      adult += (after == Queue.ADULT ? 1 : 0) - (before == Queue.ADULT ? 1 : 0);
      minor += (after == Queue.MINOR ? 1 : 0) - (before == Queue.MINOR ? 1 : 0);
    }

    void add(Queue queue) {
      assessed++;
      switch (queue) {
        case NONE -> {}
        case ADULT -> adult++;
        case MINOR -> minor++;
      }
    }

    Result result() {
      return new Result(assessed, adult, minor, bad, again);
    }
  }

  @Override
  public void close() {
    rules.close();
  }
}
