// Elements and texts. Names of the mesh only ever become text nodes and attribute values, never markup.

const byId = id => document.getElementById(id);
const colorOf = cluster => `var(--c${cluster % 8})`;

function element(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function shape(name, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== undefined && child !== null));
  return node;
}

/** A text of an SVG; long ones are cut and keep the whole as a tooltip. */
function label(x, y, text, kind, limit) {
  const whole = String(text);
  const cut = limit && whole.length > limit ? whole.slice(0, limit - 1) + "…" : whole;
  const node = shape("text", { x, y, class: kind }, cut);
  if (cut !== whole) node.append(shape("title", {}, whole));
  return node;
}

function number(value, digits = value >= 100 || value === 0 ? 0 : value >= 10 ? 1 : 2) {
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}

const rate = value => `${number(value)}/s`;
const percent = ratio => `${number(100 * ratio, ratio > 0 && ratio < 0.01 || ratio > 0.99 && ratio < 1 ? 2 : 1)} %`;

function clock(seconds) {
  const whole = Math.floor(seconds);
  const pad = value => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return (hours ? `${hours}:${pad(minutes)}` : String(minutes)) + `:${pad(whole % 60)}`;
}

const isLive = data.start !== undefined;

/** A time on the axis: of the day, where there is one, else since the start. */
const moment = seconds => isLive ? new Date(Date.parse(data.start) + seconds * 1000).toISOString().slice(11, 19) : clock(seconds);
const when = seconds => isLive ? moment(seconds) : precise(seconds);

/** From green to red. */
const failureColor = ratio => ratio > 0 ? `color-mix(in oklab, var(--bad) ${Math.round(35 + 65 * Math.min(1, ratio))}%, var(--good))` : "var(--good)";

const precise = seconds => `${number(seconds, 2)} s`;
const lasting = seconds => seconds === null || seconds === undefined ? "not until the end" : precise(seconds);

const textHeads = new Set(["Service", "Priorities", "Ejected"]);

/** Rows of a table: cells are texts, or [text, attributes]. */
function table(id, heads, rows) {
  const node = byId(id);
  const caption = node.querySelector("caption");
  const cell = (content, first) => {
    const [text, attributes] = Array.isArray(content) ? content : [content, {}];
    return first ? element("th", { scope: "row", ...attributes }, text) : element("td", attributes, text);
  };
  node.replaceChildren(
    caption,
    element("thead", {}, element("tr", {}, ...heads.map(head => element("th", { scope: "col", class: textHeads.has(head) ? "text" : null }, head)))),
    element("tbody", {}, ...rows.map(row => element("tr", {}, ...row.map((content, i) => cell(content, i === 0))))));
}
