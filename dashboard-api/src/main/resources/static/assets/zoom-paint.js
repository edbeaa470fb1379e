/* Paints a chart to zoom into: bands and badly watched stretches behind, lines before, as in the page's drawing. */
import { DAY, seconds } from "./zoom-points.js";

export const painter = (view) => {
  const x = (plot, at) => plot.valToPos(at, "x", true);
  const y = (plot, value) => plot.valToPos(value, "y", true);
  const clipped = (plot, paint) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    paint(ctx, bbox, uPlot.pxRatio ?? devicePixelRatio);
    ctx.restore();
  };
  const behind = (plot) =>
    clipped(plot, (ctx, bbox, pixel) => {
      const { band, edge, quiet } = view.colours;
      ctx.font = `${12 * pixel}px sans-serif`;
      // The axes leave theirs behind: from the second drawing on the letter would stand before its period.
      ctx.textAlign = "left";
      ctx.textBaseline = "alphabetic";
      view.bands.forEach((each, i) => {
        const left = x(plot, seconds(each.firstDay));
        const right = x(plot, seconds(each.lastDay) + DAY);
        ctx.fillStyle = band;
        ctx.fillRect(left, bbox.top, right - left, bbox.height);
        ctx.strokeStyle = edge;
        ctx.setLineDash([2 * pixel, 3 * pixel]);
        ctx.strokeRect(left, bbox.top, right - left, bbox.height);
      });
      ctx.setLineDash([]);
      ctx.strokeStyle = quiet;
      ctx.lineWidth = pixel;
      ctx.globalAlpha = 0.5;
      for (const point of view.points.filter((each) => each.remark === "LOW")) {
        const left = x(plot, point.start);
        const right = x(plot, point.end);
        ctx.save();
        ctx.beginPath();
        ctx.rect(left, bbox.top, right - left, bbox.height);
        ctx.clip();
        ctx.beginPath();
        for (let at = left - bbox.height; at < right; at += 8 * pixel) {
          ctx.moveTo(at, bbox.top + bbox.height);
          ctx.lineTo(at + bbox.height, bbox.top);
        }
        ctx.stroke();
        ctx.restore();
      }
      ctx.globalAlpha = 1;
      view.bands.forEach((each, i) => {
        const left = x(plot, seconds(each.firstDay));
        const right = x(plot, seconds(each.lastDay) + DAY);
        ctx.fillStyle = quiet;
        if (right > bbox.left && left < bbox.left + bbox.width) {
          const letter = String.fromCharCode(65 + (i % 26));
          const full = `${letter} · ${each.name}`;
          const from = Math.max(left, bbox.left) + 4 * pixel;
          const fits = ctx.measureText(full).width < right - from;
          ctx.fillText(fits ? full : letter, from, bbox.top + 14 * pixel);
        }
      });
    });
  const runs = () => {
    const all = [[]];
    for (const point of view.points) {
      if (point.value === null) {
        all.push([]);
      } else {
        all.at(-1).push(point);
      }
    }
    return all.filter((run) => run.length > 0);
  };
  const before = (plot) =>
    clipped(plot, (ctx, bbox, pixel) => {
      const { accent, ink } = view.colours;
      ctx.fillStyle = accent;
      for (const run of runs().filter((each) => each.every((point) => point.high !== null))) {
        ctx.globalAlpha = 0.18;
        ctx.beginPath();
        run.forEach((point) => ctx.lineTo(x(plot, point.at), y(plot, point.high)));
        run.toReversed().forEach((point) => ctx.lineTo(x(plot, point.at), y(plot, point.low)));
        ctx.fill();
        ctx.globalAlpha = 1;
      }
      ctx.strokeStyle = ink;
      ctx.lineWidth = 1.5 * pixel;
      ctx.setLineDash([pixel, 3 * pixel]);
      ctx.beginPath();
      view.points.forEach((point, i) => {
        if (point.earlier !== null) {
          const goesOn = i > 0 && view.points[i - 1].earlier !== null;
          ctx[goesOn ? "lineTo" : "moveTo"](x(plot, point.at), y(plot, point.earlier));
        }
      });
      ctx.stroke();
      ctx.strokeStyle = accent;
      ctx.lineWidth = 2 * pixel;
      for (const run of runs()) {
        run.forEach((point, i) => {
          const here = [x(plot, point.at), y(plot, point.value)];
          if (i > 0) {
            const dashed = point.remark === "AFTERWARDS" || point.remark === "UNFINISHED";
            ctx.setLineDash(dashed ? [5 * pixel, 4 * pixel] : []);
            ctx.beginPath();
            ctx.moveTo(x(plot, run[i - 1].at), y(plot, run[i - 1].value));
            ctx.lineTo(...here);
            ctx.stroke();
          }
          ctx.beginPath();
          ctx.arc(...here, 2.5 * pixel, 0, 2 * Math.PI);
          ctx.fill();
        });
      }
    });
  return { behind, before };
};
