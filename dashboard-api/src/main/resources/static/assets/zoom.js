/* A volume chart to zoom into, from the numbers that the page's drawing shows and hides. Without script the drawing stands. */
import { painter } from "./zoom-paint.js";
import { columns, DAY, points } from "./zoom-points.js";

const LEAST_PERIODS = 4;
const TICKS = [1, 2, 3, 7, 10, 15, 30, 60, 90, 120, 180, 365, 730, 1825].map((days) => days * DAY);
const language = document.documentElement.lang;
const dates = (options) => {
  const written = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  return (at) => written.format(new Date(at * 1000));
};
const dayAndMonth = dates({ day: "numeric", month: "short" });
const monthAndYear = dates({ month: "short", year: "numeric" });
const whole = dates({ dateStyle: "medium" });
const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
const count = new Intl.NumberFormat(language);

let shown = null;

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink"),
    quiet: of("--ink-quiet"),
    grid: of("--line"),
    edge: of("--line-strong"),
    accent: of("--accent"),
    band: of("--surface-quiet"),
  };
};

const said = (view, i) => {
  const { words } = view;
  const point = view.points[i];
  const last = point.end - DAY;
  const figure = (value) => (view.rate ? number.format(value) : count.format(Math.round(value)));
  const period = point.start === last ? whole(last) : `${whole(point.start)} – ${whole(last)}`;
  let value = point.value === null ? "–" : figure(point.value);
  if (point.hidden !== "NO") {
    value = point.hidden === "SMALL" ? words.hidden : words.hiddenToo;
  } else if (point.low !== null && point.high !== null) {
    value += ` (${figure(point.low)} – ${figure(point.high)})`;
  }
  const parts = [`${period} : ${value}`];
  if (point.earlier !== null) {
    parts.push(`${words.earlier} : ${figure(point.earlier)}`);
  }
  if (point.coverage !== null && point.coverage !== undefined) {
    parts.push(`${words.coverage} : ${Math.round(point.coverage * 100)} %`);
  }
  parts.push({ LOW: words.low, AFTERWARDS: words.afterwards, UNFINISHED: words.unfinished }[point.remark] ?? "");
  return parts.filter(Boolean).join(" · ");
};

const size = (target) => ({
  width: Math.max(240, target.clientWidth),
  height: target.clientWidth < 600 ? 260 : 380,
});

const draw = (view) => {
  view.plot?.destroy();
  const paint = painter(view);
  const axis = () => ({
    stroke: view.colours.quiet,
    font: "13px sans-serif",
    grid: { stroke: view.colours.grid, width: 1 },
    ticks: { stroke: view.colours.edge, width: 1 },
  });
  const unseen = { paths: () => null, points: { show: false } };
  view.plot = new uPlot(
    {
      ...size(view.target),
      tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "UTC"),
      legend: { show: false },
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: true, y: false, setScale: false },
        bind: { dblclick: () => () => (reset(view), null) },
      },
      scales: {
        x: { time: true, range: (plot, min, max) => [min, max] },
        y: { range: (plot, min, max) => [0, max > 0 ? max * 1.08 : 1] },
      },
      axes: [
        {
          ...axis(),
          incrs: TICKS,
          space: 76,
          values: (plot, at) => at.map(plot.scales.x.max - plot.scales.x.min > 400 * DAY ? monthAndYear : dayAndMonth),
        },
        { ...axis(), size: 56, values: (plot, values) => values.map((value) => number.format(value)) },
      ],
      series: [{}, unseen, unseen, unseen],
      hooks: {
        drawClear: [paint.behind],
        draw: [paint.before],
        setCursor: [(plot) => read(view, plot.cursor.idx)],
        setSelect: [
          (plot) => {
            const { left, width } = plot.select;
            if (width > 4) {
              plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
              range(view, plot.posToVal(left, "x"), plot.posToVal(left + width, "x"));
            }
          },
        ],
      },
    },
    columns(view.points),
    view.target,
  );
  range(view, view.min, view.max);
};

const read = (view, i) => {
  if (i !== null && i !== undefined && view.points[i]) {
    view.here = i;
    view.output.textContent = said(view, i);
  }
};

/* Shows from one time to another, never less than some periods nor more than there are. */
const range = (view, from, to) => {
  const [first, last] = [view.points[0], view.points.at(-1)];
  const least = Math.min((first.end - first.start) * LEAST_PERIODS, last.end - first.start);
  const span = Math.min(Math.max(to - from, least), last.end - first.start);
  const start = Math.min(Math.max((from + to - span) / 2, first.start), last.end - span);
  view.min = start;
  view.max = start + span;
  view.plot.setScale("x", { min: view.min, max: view.max });
  view.root.dataset.zoomed = String(span < last.end - first.start);
};

const reset = (view) => range(view, view.points[0].start, view.points.at(-1).end);

const zoom = (view, by) => {
  const half = ((view.max - view.min) * by) / 2;
  const here = view.points[view.here]?.at;
  const middle = here >= view.min && here <= view.max ? here : (view.min + view.max) / 2;
  range(view, middle - half, middle + half);
};

const pan = (view, by) => {
  const step = (view.max - view.min) * by;
  range(view, view.min + step, view.max + step);
};

/* The mark goes by one period; what is shown follows it. */
const step = (view, by) => {
  const next = view.here === null ? (by > 0 ? 0 : view.points.length - 1) : view.here + by;
  const i = Math.min(Math.max(next, 0), view.points.length - 1);
  const { at, end, start } = view.points[i];
  if (start < view.min || end > view.max) {
    const off = start < view.min ? start - view.min : end - view.max;
    range(view, view.min + off, view.max + off);
  }
  view.plot.setCursor({ left: view.plot.valToPos(at, "x"), top: 1 }, false);
  read(view, i);
};

const deeds = {
  in: (view) => zoom(view, 0.5),
  out: (view) => zoom(view, 2),
  earlier: (view) => pan(view, -0.5),
  later: (view) => pan(view, 0.5),
  whole: reset,
  close: (view) => close(view),
};

const keys = {
  "+": deeds.in,
  "=": deeds.in,
  "-": deeds.out,
  0: reset,
  ArrowLeft: (view) => step(view, -1),
  ArrowRight: (view) => step(view, 1),
  Escape: (view) => close(view),
};

const close = (view) => {
  view.watch.disconnect();
  view.plot?.destroy();
  view.root.hidden = true;
  view.drawing.hidden = false;
  view.opener.hidden = false;
  view.opener.setAttribute("aria-expanded", "false");
  view.opener.focus();
  shown = null;
};

const choose = (view, group) => {
  view.points = points(view.answer, view.answer.series[group], view.rate);
  view.here = null;
  view.output.textContent = "";
  draw(view);
};

const open = async (opener) => {
  const box = opener.closest("[data-zoom]");
  const find = (name) => box.querySelector(`[data-zoom-${name}]`);
  const output = find("read");
  const root = find("view");
  opener.disabled = true;
  try {
    const answered = await fetch(`/api/v1/trends/volume?${box.dataset.zoom}`, {
      headers: { Accept: "application/json", "Accept-Language": language },
    });
    if (!answered.ok) {
      throw new Error(String(answered.status));
    }
    const answer = await answered.json();
    if (!box.isConnected) {
      return;
    }
    find("problem").textContent = "";
    const target = find("plot");
    const choice = find("group");
    const view = {
      answer,
      root,
      output,
      target,
      opener,
      drawing: document.querySelector("[data-zoom-drawing]"),
      rate: new URLSearchParams(box.dataset.zoom).get("per") === "rate",
      bands: answer.bands,
      words: box.dataset,
      colours: colours(),
      plot: null,
    };
    root.hidden = false;
    opener.hidden = true;
    opener.setAttribute("aria-expanded", "true");
    view.drawing.hidden = true;
    const all = points(answer, answer.series[0], view.rate);
    view.min = all[0].start;
    view.max = all.at(-1).end;
    if (choice) {
      choice.replaceChildren(...answer.series.map((each, i) => new Option(each.name, String(i))));
    }
    view.watch = new ResizeObserver(() => view.plot?.setSize(size(target)));
    shown = view;
    choose(view, 0);
    view.watch.observe(target);
    target.focus();
  } catch {
    find("problem").textContent = box.dataset.failed;
  } finally {
    opener.disabled = false;
  }
};

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("[data-zoom-do]");
  if (!button) {
    return;
  }
  if (button.dataset.zoomDo === "open") {
    open(button);
  } else if (shown?.root.contains(button)) {
    deeds[button.dataset.zoomDo]?.(shown);
  }
});

document.addEventListener("change", (event) => {
  if (shown && event.target instanceof Element && event.target.matches("[data-zoom-group]")) {
    choose(shown, Number(event.target.value));
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !shown?.root.contains(event.target)) {
    return;
  }
  const isChoice = event.target instanceof HTMLSelectElement;
  const act = isChoice && event.key !== "Escape" ? undefined : keys[event.key];
  if (act) {
    event.preventDefault();
    act(shown);
  }
});

/* Day or night, in the colours of the page. */
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  if (shown) {
    shown.colours = colours();
    draw(shown);
  }
});
