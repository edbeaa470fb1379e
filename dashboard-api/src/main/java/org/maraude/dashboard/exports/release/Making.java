package org.maraude.dashboard.exports.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.intruder.Intruder;
import org.maraude.dashboard.exports.intruder.Knowledge;
import org.maraude.dashboard.exports.intruder.Protection;
import org.maraude.dashboard.exports.noise.PublicTable;
import org.maraude.dashboard.exports.packages.Facts;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.ReleasePackage;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Limit;
import org.maraude.dashboard.exports.table.Row;

/** From frozen counts to a package. */
final class Making {

  /** Stands in the manifest; a package that is made again keeps the one of its first making. */
  static final String SOFTWARE = "maraude 0.1.0";

  private final Freezer freezer;
  private final Published published;
  private final Areas areas;
  private final byte[] noiseKey;
  private final SigningKey signingKey;

  Making(
      Freezer freezer, Published published, Areas areas, byte[] noiseKey, SigningKey signingKey) {
    this.freezer = freezer;
    this.published = published;
    this.areas = areas;
    this.noiseKey = noiseKey.clone();
    this.signingKey = signingKey;
  }

  /** A package, and what its table shows. */
  record Made(byte[] content, List<Row> rows, String software) {}

  private record Table(List<Row> rows, @Nullable Long margin) {}

  /**
   * Makes a package.
   *
   * @param progress is told after each step how many are done
   * @return null when the table cannot be published without telling too much
   */
  @Nullable Made of(ReleaseWork.Job job, IntConsumer progress) {
    var frozen = freezer.of(job.quarter(), job.grid());
    progress.accept(1);
    var earlier = published.of(job.quarter(), job.id());
    var table = job.kind() == Kind.PUBLIC ? noisy(job, frozen) : exact(job, frozen, earlier);
    progress.accept(2);
    if (job.kind() == Kind.RESEARCH && !withstands(job, table.rows(), earlier)) {
      return null;
    }
    progress.accept(3);
    var software = job.software() == null ? SOFTWARE : job.software();
    var facts =
        new Facts(
            job.id(),
            job.kind(),
            job.grid(),
            job.quarter(),
            frozen.at(),
            software,
            job.epsilon(),
            table.margin(),
            job.ledgerLine());
    var content = ReleasePackage.of(facts, table.rows(), areas, signingKey);
    return new Made(content, table.rows(), software);
  }

  private Table noisy(ReleaseWork.Job job, Frozen frozen) {
    var epsilon = Objects.requireNonNull(job.epsilon());
    var table = PublicTable.of(frozen.bounded(), epsilon, frozen.print(), noiseKey);
    return new Table(table.rows(), table.margin());
  }

  /** What was published once stays as it was, whatever was published since. */
  private Table exact(ReleaseWork.Job job, Frozen frozen, Knowledge earlier) {
    var before = published.rows(job.id(), job.grid());
    if (!before.isEmpty()) {
      return new Table(before, null);
    }
    var safe =
        Protection.of(
            frozen.advertisers(),
            job.grid().sums(job.quarter(), areas),
            Limit.of(job.quarter(), areas),
            earlier);
    var rows = new ArrayList<Row>();
    safe.values()
        .forEach(
            (spot, count) -> rows.add(new Row(spot, safe.hidden().contains(spot) ? null : count)));
    return new Table(rows, null);
  }

  /** The audit: all that was ever published of the quarter, read by who never saw the counts. */
  private boolean withstands(ReleaseWork.Job job, List<Row> rows, Knowledge earlier) {
    var shown = new java.util.HashMap<org.maraude.dashboard.exports.table.Spot, Long>();
    rows.forEach(row -> {
      var count = row.count();
      if (count != null) {
        shown.put(row.spot(), count);
      }
    });
    if (shown.isEmpty()) {
      return false;
    }
    var all =
        earlier.and(
            new Knowledge(
                shown, job.grid().sums(job.quarter(), areas), Limit.of(job.quarter(), areas)));
    return new Intruder(all).closed(Protection.K).isEmpty();
  }
}
