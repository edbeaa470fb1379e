package org.maraude.dashboard.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.maraude.dashboard.audit.ChainTable.Checkpoint;
import org.maraude.dashboard.audit.Finding.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the whole chain and says where it is not as it was written. It changes nothing, and may run
 * beside a dashboard that is at work.
 */
public final class ChainCheck {

  private static final int BATCH = 5_000;

  private final ChainTable table;
  private final ChainKey key;
  private final Heads heads;

  /** A check with the key and the heads of the dashboard that wrote the chain. */
  public ChainCheck(DataSource database, byte[] key, Heads heads) {
    this.table = new ChainTable(JdbcClient.create(database));
    this.key = new ChainKey(key);
    this.heads = heads;
  }

  /**
   * What was found.
   *
   * @param lines that were read
   * @param findings in the order of the chain; empty when all is as it was written
   */
  public record Result(long lines, List<Finding> findings) {}

  /**
   * Checks everything.
   *
   * @param progress told after each batch how many lines have been read
   */
  public Result run(LongConsumer progress) {
    var findings = new ArrayList<Finding>();
    // Read before the chain: what is linked meanwhile is longer than they say, never shorter.
    var known = heads.all();
    var checkpoints = checkpoints(findings);
    var at = new HashMap<Long, byte[]>();
    known.forEach(head -> at.put(head.link().place(), new byte[0]));
    checkpoints.forEach((place, checkpoint) -> at.put(place, new byte[0]));
    var walk = new Walk(checkpoints, at, findings);
    walk.run(progress);
    for (var head : known) {
      walk.compare(head.link());
    }
    for (var checkpoint : checkpoints.values()) {
      if (walk.first <= checkpoint.link().place()) {
        walk.compare(checkpoint.link());
      }
    }
    table.forgotten().forEach(seq -> findings.add(new Finding(Kind.LINE_UNLINKED, seq)));
    return new Result(walk.read, List.copyOf(findings));
  }

  private Map<Long, Checkpoint> checkpoints(List<Finding> findings) {
    var sealed = new HashMap<Long, Checkpoint>();
    for (var checkpoint : table.checkpoints()) {
      var link = checkpoint.link();
      if (Arrays.equals(checkpoint.seal(), key.checkpoint(link.place(), link.hash()))) {
        sealed.put(link.place(), checkpoint);
      } else {
        findings.add(new Finding(Kind.CHECKPOINT_FALSE, link.place()));
      }
    }
    return sealed;
  }

  /** One way through the chain from its first place to its last. */
  private final class Walk {

    private final Map<Long, Checkpoint> checkpoints;
    private final Map<Long, byte[]> wanted;
    private final List<Finding> findings;
    private Link before = Link.BEGINNING;
    private long first = Long.MAX_VALUE;
    private long read;

    Walk(Map<Long, Checkpoint> checkpoints, Map<Long, byte[]> wanted, List<Finding> findings) {
      this.checkpoints = checkpoints;
      this.wanted = wanted;
      this.findings = findings;
    }

    void run(LongConsumer progress) {
      var batch = table.after(0, BATCH);
      if (batch.isEmpty()) {
        before = table.end();
      }
      while (!batch.isEmpty()) {
        batch.forEach(this::look);
        progress.accept(read);
        batch = table.after(before.place(), BATCH);
      }
    }

    private void look(ChainTable.Placed placed) {
      var link = placed.link();
      first = Math.min(first, link.place());
      read++;
      if (link.place() != before.place() + 1) {
        var purged = read == 1 ? checkpoints.get(link.place() - 1) : null;
        if (purged == null) {
          findings.add(new Finding(Kind.PLACES_MISSING, link.place()));
          go(link);
          return;
        }
        before = purged.link();
      }
      if (placed.row() == null) {
        findings.add(new Finding(Kind.LINE_MISSING, link.place()));
      } else if (!Arrays.equals(link.hash(), key.line(link.place(), before.hash(), placed.row()))) {
        findings.add(new Finding(Kind.LINE_CHANGED, link.place()));
      }
      go(link);
    }

    // Goes on with what stands there, so that one changed line is one finding.
    private void go(Link link) {
      before = link;
      wanted.computeIfPresent(link.place(), (place, none) -> link.hash());
    }

    void compare(Link known) {
      if (known.place() > before.place()) {
        findings.add(new Finding(Kind.END_CUT_OFF, known.place()));
      } else if (known.place() >= first
          && !Arrays.equals(known.hash(), wanted.get(known.place()))) {
        findings.add(new Finding(Kind.HEAD_DIFFERS, known.place()));
      }
    }
  }
}
