/* The API's answer as points in time. */
export const DAY = 86400;
export const seconds = (day) => Date.parse(`${day}T00:00:00Z`) / 1000;

/* What is hidden has no number here either: the answer holds none. */
export const points = (answer, series, rate) => {
  const isNumber = (value) => typeof value === "number";
  const known = series.cells.findIndex((cell, i) => cell.count > 0 && isNumber(series.rates[i]));
  const factor = !rate ? 1 : known < 0 ? null : series.rates[known] / series.cells[known].count;
  const scaled = (value) => (isNumber(value) && factor !== null ? value * factor : null);
  return answer.periods.map((period, i) => {
    const start = seconds(period.start);
    const end = seconds(period.end) + DAY;
    const cell = series.cells[i];
    return {
      start,
      end,
      at: (start + end) / 2,
      value: rate ? (series.rates[i] ?? null) : scaled(cell.count),
      low: scaled(cell.low),
      high: scaled(cell.high),
      earlier: scaled(series.earlier[i]?.count),
      hidden: cell.hidden,
      coverage: period.coverage,
      remark: period.remark,
    };
  });
};

export const columns = (all) =>
  ["at", "value", "high", "earlier"].map((name) => all.map((point) => point[name]));
