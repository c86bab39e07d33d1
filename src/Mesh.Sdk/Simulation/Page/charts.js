// Charts over the whole run, with a line at the current time. A click goes there.

const chart = { width: 400, height: 190, left: 50, right: 10, top: 12, bottom: 26 };
const causeColors = ["var(--bad)", "var(--c4)", "var(--c1)", "var(--c2)", "var(--c0)", "var(--c7)"];
const axisMark = seconds => isLive && duration >= 600 ? moment(seconds).slice(0, 5) : moment(seconds);
const chartX = seconds => chart.left + seconds / duration * (chart.width - chart.left - chart.right);
const chartY = part => chart.top + (1 - part) * (chart.height - chart.top - chart.bottom);

function drawCharts(history) {
  const clusters = data.clusters.map((cluster, index) => ({ name: cluster.name, color: colorOf(index), index }));
  const shares = clusters.filter(c => history.some(p => p.byCluster[c.index] > 0));
  drawChart("share", history, 1, percent, stacked(history, shares.map(c => ({ ...c, of: p => p.answered > 0 ? p.byCluster[c.index] / p.answered : 0 })), 1));

  const causes = data.causes.map((name, index) => ({ name, index, color: causeColors[index], of: p => p.byCause[index] }))
    .filter(c => history.some(p => p.byCause[c.index] > 1e-9));
  const most = nice(history.reduce((worst, p) => Math.max(worst, p.failures), 1));
  drawChart("errors", history, most, value => number(value), stacked(history, causes, most));

  const hasCapacity = history.some(p => p.capacity.some(value => value > 0));
  byId("capacity-title").textContent = hasCapacity ? "Load against capacity" : isLive ? "Load, requests a second" : "Load, tries a second (no capacity is told)";
  const loaded = clusters.filter(c => history.some(p => (hasCapacity ? p.limited[c.index] + p.capacity[c.index] : p.load[c.index]) > 0))
    .map(c => ({ ...c, of: p => hasCapacity ? usedOf(p, c.index) ?? 0 : p.load[c.index] }));
  const finite = loaded.flatMap(c => history.map(c.of)).filter(Number.isFinite);
  const top = nice(finite.reduce((a, b) => Math.max(a, b), hasCapacity ? 1.2 : 1));
  drawChart("capacity", history, top, hasCapacity ? percent : value => number(value), loaded.map(c => ({ ...c, line: lineOf(history, c.of, top) })), hasCapacity ? 1 : undefined);
  drawFurther();
  charted = { shares, causes, loaded, hasCapacity };
}

let charted;

/** Charts of what is not traffic: the same whichever service is chosen. */
const further = data.charts.map((entry, index) => ({
  id: `further-${index}`, title: entry.title, unit: entry.unit,
  lines: entry.lines.map((line, i) => ({ name: line.name, color: causeColors[(i + 2) % causeColors.length], column: line.column })),
}));
for (const entry of further) {
  byId("charts").append(element("figure", {}, element("figcaption", {}, entry.title), shape("svg", { id: `chart-${entry.id}`, role: "img" }), element("ul", { class: "legend", id: `legend-${entry.id}` })));
}

function drawFurther() {
  for (const { id, lines } of further) {
    const histories = lines.map(line => [0, ...columns[line.column].times].map(time => ({ seconds: time * secondsPerUnit, value: valueAt(line.column, time) })));
    const top = nice(Math.max(1, ...histories.map(history => history.reduce((most, p) => Math.max(most, p.value), 0))));
    drawChart(id, [], top, value => number(value), lines.map((line, i) => ({ ...line, line: lineOf(histories[i], p => p.value, top) })));
  }
}

function drawChart(name, history, top, text, layers, limit) {
  const node = byId(`chart-${name}`);
  node.setAttribute("viewBox", `0 0 ${chart.width} ${chart.height}`);
  const parts = [];
  for (const fault of data.faults) {
    const start = chartX(fault.at * secondsPerUnit);
    const end = chartX(fault.end === undefined ? duration : Math.min(data.end, fault.end) * secondsPerUnit);
    parts.push(shape("rect", { class: "outage", x: start, y: chart.top, width: Math.max(1, end - start), height: chartY(0) - chart.top }, shape("title", {}, fault.text)));
  }
  for (const layer of layers) {
    const path = shape("path", layer.line ? { class: "line", d: layer.line } : { d: layer.area });
    path.style.stroke = layer.color;
    if (!layer.line) path.style.fill = layer.color;
    path.append(shape("title", {}, layer.name));
    parts.push(path);
  }
  for (const fault of data.faults.slice(0, 40)) {
    for (const at of [fault.at, fault.end].filter(time => time !== undefined && time < data.end)) {
      const x = chartX(at * secondsPerUnit);
      parts.push(shape("line", { class: "edge-of-outage", x1: x, x2: x, y1: chart.top, y2: chartY(0) }));
    }
  }
  for (const part of [0, 0.5, 1]) {
    parts.push(
      shape("line", { class: "grid", x1: chart.left, x2: chart.width - chart.right, y1: chartY(part), y2: chartY(part) }),
      label(chart.left - 6, chartY(part) + 4, text(top * part), "soft end"));
  }
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const mark = label(chartX(duration * part), chart.height - 8, axisMark(duration * part), part === 1 ? "soft end" : "soft");
    if (part > 0 && part < 1) mark.setAttribute("text-anchor", "middle");
    parts.push(mark);
  }
  if (limit !== undefined) parts.push(shape("line", { class: "limit", x1: chart.left, x2: chart.width - chart.right, y1: chartY(limit / top), y2: chartY(limit / top) }));
  parts.push(shape("line", { class: "cursor", y1: chart.top - 4, y2: chartY(0) }));
  node.replaceChildren(...parts);
}

/** Areas on top of each other, with steps where values change. */
function stacked(history, layers, top) {
  let floor = history.map(() => 0);
  return layers.map(layer => {
    const ceiling = history.map((point, i) => floor[i] + layer.of(point));
    const area = steps(history, ceiling, top) + back(history, floor, top) + "Z";
    floor = ceiling;
    return { ...layer, area };
  });
}

const lineOf = (history, of, top) => steps(history, history.map(p => Math.min(of(p), top)), top);

function steps(history, values, top) {
  let path = "";
  let last;
  history.forEach((point, i) => {
    const y = chartY(values[i] / top).toFixed(1);
    if (y === last) return;
    const x = chartX(point.seconds).toFixed(1);
    path += i === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    last = y;
  });
  return path + `H${chartX(duration).toFixed(1)}`;
}

function back(history, values, top) {
  let path = `V${chartY(values[values.length - 1] / top).toFixed(1)}`;
  for (let i = values.length - 1; i > 0; i--) {
    if (values[i] !== values[i - 1]) path += `H${chartX(history[i].seconds).toFixed(1)}V${chartY(values[i - 1] / top).toFixed(1)}`;
  }
  return path + `H${chartX(0).toFixed(1)}`;
}

function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10].map(step => step * power).find(step => step >= value - 1e-9) ?? 10 * power;
}

function moveCursors(seconds, sum) {
  for (const { id, title, unit, lines } of further) legend(id, title, lines, line => `${number(valueAt(line.column, toUnits(seconds)))} ${unit}`);
  for (const line of document.querySelectorAll(".cursor")) {
    line.setAttribute("x1", chartX(seconds));
    line.setAttribute("x2", chartX(seconds));
  }
  const share = c => percent(sum.answered > 0 ? sum.byCluster[c.index] / sum.answered : 0);
  const used = c => usedOf(sum, c.index);
  const load = c => !charted.hasCapacity ? rate(sum.load[c.index]) : used(c) === undefined ? "-" : Number.isFinite(used(c)) ? percent(used(c)) : "no endpoints";
  legend("share", "Share of each cluster", charted.shares, share);
  legend("errors", "Requests that fail", charted.causes, c => rate(sum.byCause[c.index]));
  legend("capacity", byId("capacity-title").textContent, charted.loaded, load);
}

function legend(name, title, entries, text) {
  const items = entries.map(entry => {
    const swatch = element("i");
    swatch.style.background = entry.color;
    return element("li", {}, swatch, `${entry.name} `, element("b", {}, text(entry)));
  });
  byId(`legend-${name}`).replaceChildren(...items.length > 0 ? items : [element("li", {}, name === "errors" ? "None fails." : "None.")]);
  byId(`chart-${name}`).setAttribute("aria-label", `${title}: ${entries.length > 0 ? entries.map(e => `${e.name} ${text(e)}`).join(", ") : "none"}`);
}
