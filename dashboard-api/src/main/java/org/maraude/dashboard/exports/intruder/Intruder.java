package org.maraude.dashboard.exports.intruder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maraude.dashboard.exports.table.Spot;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Bounds every hidden cell by what is known: the least and the largest count that fits all of it,
 * each a linear programme (Dobra and Fienberg 2000; Fischetti and Salazar 2001). Not thread safe.
 */
public final class Intruder {

  /** More than any count that France could have; stands for no bound. */
  private static final double FAR = 1e7;

  private static final double ROUNDING = 1e-4;

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<Spot, Integer> at = new HashMap<>();
  private final List<Spot> cells;
  private final double[] low;
  private final double[] high;

  public Intruder(Knowledge knowledge) {
    this.cells = new ArrayList<>(knowledge.hidden());
    for (int i = 0; i < cells.size(); i++) {
      at.put(cells.get(i), i);
      model.newVariable("c" + i).lower(0).upper(FAR);
    }
    knowledge
        .sums()
        .forEach(sum -> {
          var terms = new TreeMap<Integer, Integer>();
          long known = add(terms, sum.total(), -1, knowledge);
          for (var part : sum.parts()) {
            known += add(terms, part, 1, knowledge);
          }
          state(terms, -known, true);
        });
    knowledge
        .limits()
        .forEach(limit -> {
          // A cell of a grid that was never published is unknown without a bound: nothing follows.
          var needed = new ArrayList<>(limit.larger());
          needed.add(limit.smaller());
          if (needed.stream()
              .allMatch(s -> at.containsKey(s) || knowledge.shown().containsKey(s))) {
            var terms = new TreeMap<Integer, Integer>();
            long known = add(terms, limit.smaller(), 1, knowledge);
            for (var part : limit.larger()) {
              known += add(terms, part, -1, knowledge);
            }
            state(terms, -known, false);
          }
        });
    this.low = new double[cells.size()];
    this.high = new double[cells.size()];
  }

  /** What is shown of it is a number, what is hidden a term. */
  private long add(Map<Integer, Integer> terms, Spot spot, int sign, Knowledge knowledge) {
    var shown = knowledge.shown().get(spot);
    if (shown != null) {
      return sign * shown;
    }
    terms.merge(java.util.Objects.requireNonNull(at.get(spot)), sign, Integer::sum);
    return 0;
  }

  private void state(Map<Integer, Integer> terms, long bound, boolean exact) {
    if (terms.isEmpty()) {
      return;
    }
    var expression = model.newExpression("e" + model.countExpressions());
    terms.forEach((variable, factor) -> expression.set(variable.intValue(), factor.longValue()));
    if (exact) {
      expression.level(bound);
    } else {
      expression.upper(bound);
    }
  }

  /** Between what every hidden cell lies. */
  public Map<Spot, Interval> intervals() {
    return within(Long.MAX_VALUE);
  }

  /**
   * The cells whose count is known to within less than {@code width}, with their intervals.
   * Whatever solution is found for one cell shows of all others how far they reach, so that most
   * need no programme of their own.
   */
  public Map<Spot, Interval> closed(long width) {
    var closed = new TreeMap<Spot, Interval>();
    within(width)
        .forEach((spot, interval) -> {
          if (interval.width() < width) {
            closed.put(spot, interval);
          }
        });
    return closed;
  }

  private Map<Spot, Interval> within(long enough) {
    java.util.Arrays.fill(low, Double.MAX_VALUE);
    java.util.Arrays.fill(high, -1);
    var intervals = new TreeMap<Spot, Interval>();
    for (int i = 0; i < cells.size(); i++) {
      if (high[i] - low[i] < enough) {
        look(i, false);
      }
      if (high[i] - low[i] < enough) {
        look(i, true);
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      intervals.put(
          cells.get(i),
          new Interval(
              (long) Math.ceil(low[i] - ROUNDING),
              high[i] > FAR / 2 ? Interval.OPEN : (long) Math.floor(high[i] + ROUNDING)));
    }
    return intervals;
  }

  private void look(int cell, boolean up) {
    Variable wanted = model.getVariable(cell);
    wanted.weight(1);
    var found = up ? model.maximise() : model.minimise();
    wanted.weight(null);
    if (!found.getState().isFeasible()) {
      throw new Contradiction(found.getState());
    }
    for (int i = 0; i < cells.size(); i++) {
      double value = found.doubleValue(i);
      low[i] = Math.min(low[i], value);
      high[i] = Math.max(high[i], value);
    }
  }

  /** What was published cannot all be so: tables were made from other counts than is said. */
  public static final class Contradiction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Contradiction(Optimisation.State state) {
      super("what was published contradicts itself (" + state + ")");
    }
  }
}
