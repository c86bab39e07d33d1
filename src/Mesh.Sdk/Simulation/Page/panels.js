// Everything in words: tiles, tables, events, findings.

function drawTiles(sum, lost) {
  const failing = sum.requests > 0 ? sum.failures / sum.requests : 0;
  const first = sum.byCluster.indexOf(Math.max(...sum.byCluster));
  const tile = (id, name, text, bad) => element("div", { class: bad ? "tile bad" : "tile" }, element("b", { id }, text), element("span", {}, name));
  byId("tiles").replaceChildren(
    tile("tile-requests", "requests a second", number(sum.requests)),
    tile("tile-failing", `of them fail (${percent(failing)})`, number(sum.failures), sum.failures > 1e-6),
    tile("tile-lost", "requests lost so far", number(lost), lost > 1e-6),
    tile("tile-first", sum.answered > 0 ? `of them go to ${data.clusters[first].name}` : "no cluster is reached", sum.answered > 0 ? percent(sum.byCluster[first] / sum.answered) : "none"));
}

function drawTables(service, time, sum) {
  const value = (text, name, exact, bad) => [text, { "data-number": name, "data-value": exact, class: bad ? "bad" : null }];
  table("clusters-table", ["Cluster", "Requests/s", "Share", ...isLive ? [] : ["Tries/s", "Capacity/s", "Used"]], data.clusters.map((cluster, i) => {
    const share = sum.answered > 0 ? sum.byCluster[i] / sum.answered : 0;
    const used = usedOf(sum, i);
    return [
      [cluster.name, { "data-cluster": cluster.name }], value(number(sum.byCluster[i]), "requests", sum.byCluster[i]), value(percent(share), "share", share),
      ...isLive ? [] : [value(number(sum.load[i]), "load", sum.load[i]), sum.capacity[i] > 0 ? number(sum.capacity[i]) : "-", value(used === undefined ? "-" : Number.isFinite(used) ? percent(used) : "no endpoints", "used", used, used > 1)],
    ];
  }));
  const rows = seriesOf(service)
    .map(series => ({ series, requests: valueAt(series.requests, time) }))
    .sort((a, b) => b.requests - a.requests);
  table("clients-table", ["Client", "Service", "Requests/s", "Fail/s", ...isLive ? [] : ["Latency", "Priorities", "Ejected"]], rows.slice(0, 40).map(({ series, requests }) => {
    const failures = requests * total(series.failures.map(([, ratio]) => valueAt(ratio, time)));
    return [
      data.clients[series.client]?.name ?? "", [data.services[series.service].name + (series.subset ? ` (${series.subset})` : ""), { class: "text" }],
      value(number(requests), "client-requests", requests), value(number(failures), "client-failures", failures, failures > 1e-6),
      ...isLive ? [] : [`${number(valueAt(series.latency, time))} ms`, [data.texts[valueAt(series.priorities, time)], { class: "text" }], [data.texts[valueAt(series.ejected, time)] || "none", { class: "text" }]],
    ];
  }));
  byId("clients-table").caption.textContent = rows.length > 40 ? `Clients (the 40 that send most, of ${rows.length})` : "Clients";
  table("causes-table", ["Cause", "Fail/s"], [
    ...data.causes.map((name, i) => [name, value(number(sum.byCause[i]), "cause", sum.byCause[i], sum.byCause[i] > 1e-6)]),
    ["All", value(number(sum.failures), "failures", sum.failures, sum.failures > 1e-6)],
  ]);
  byId("numbers-time").textContent = `at ${when(time * secondsPerUnit)}`;
}

function drawServices() {
  const worstFirst = data.services.map((service, index) => ({ service, index })).sort((a, b) => b.service.lost - a.service.lost || a.index - b.index);
  const hasPeak = data.services.some(service => service.peak !== undefined);
  table("services-table", ["Service", "Requests", "Lost", "With failures", ...isLive ? [] : ["Clients react after", "Recovered after"], ...hasPeak ? ["Highest load of capacity"] : []], worstFirst.map(({ service, index }) => [
    choiceOf(service.name, index), number(service.requests), [number(service.lost), { class: service.lost > 1e-6 ? "bad" : null }], precise(service.failing),
    ...isLive ? [] : [service.detect === undefined ? "no change" : precise(service.detect), lasting(service.recovery)], ...hasPeak ? [service.peak ?? "-"] : [],
  ]));
  byId("filter-label").hidden = data.services.length < 8;
  const requests = total(data.services.map(s => s.requests));
  const lost = total(data.services.map(s => s.lost));
  byId("verdict").textContent = `${clock(duration)} ${isLive ? "read from Prometheus" : "simulated"}, ${number(requests, 0)} requests, ${lost > 1e-6 ? `${number(lost)} lost (${percent(lost / requests)})` : "none lost"}.${data.note ? ` ${data.note}` : ""}`;
}

function choiceOf(name, index) {
  if (data.services.length === 1) return name;
  const button = element("button", { type: "button", class: "link" }, name);
  button.addEventListener("click", () => { pick(index); byId("service").focus(); });
  return button;
}

function filterServices(text) {
  const wanted = text.trim().toLowerCase();
  for (const row of byId("services-table").tBodies[0].rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
}

const words = kind => kind.replace(/(?!^)([A-Z])/g, letter => ` ${letter.toLowerCase()}`);

function drawEvents(go) {
  byId("events").replaceChildren(...data.events.map(event => {
    const jump = element("button", { type: "button" }, when(event.at * secondsPerUnit));
    jump.addEventListener("click", () => go(event.at * secondsPerUnit));
    const cause = event.object ? [element("code", {}, event.field ? `${event.object}, ${event.field}` : event.object), `: ${event.cause}`] : [event.cause];
    return element("li", { "data-at": event.at }, jump, " ", element("span", { class: `kind ${event.kind}` }, words(event.kind)), event.message, element("span", { class: "why" }, "Why: ", ...cause));
  }));
  byId("events-note").textContent = data.eventsLeftOut ? `${data.eventsLeftOut} later or lesser events are left out of this page.` : data.events.length === 0 ? "Nothing changed." : "";
  byId("ticks").replaceChildren(...data.events.slice(0, 300).map(event => {
    const tick = element("i", { class: event.kind });
    tick.style.left = `${100 * event.at / data.end}%`;
    return tick;
  }));
}

function markEvents(time) {
  const past = data.events.filter(event => event.at <= time);
  const last = past.length > 0 ? past[past.length - 1].at : -1;
  const list = byId("events");
  let first;
  for (const item of list.children) {
    const at = Number(item.dataset.at);
    item.classList.toggle("now", at === last);
    item.classList.toggle("later", at > time);
    if (at === last) first ??= item;
  }
  if (first) list.scrollTop = first.offsetTop - list.offsetTop - 60;
}

function drawFindings() {
  byId("diagnostics-section").hidden = data.diagnostics.length === 0;
  byId("diagnostics").replaceChildren(...data.diagnostics.map(finding => element("li", {},
    element("b", { class: finding.severity }, `${finding.severity} ${finding.code}`), " ", finding.message, " ", finding.remedy,
    element("span", { class: "why" }, finding.place))));
  byId("assumptions").replaceChildren(...data.assumptions.map(text => element("li", {}, text)));
}

function sentence(seconds, sum) {
  const parts = sum.byCluster
    .map((value, i) => ({ name: data.clusters[i].name, share: sum.answered > 0 ? value / sum.answered : 0 }))
    .filter(part => part.share > 0.0005)
    .sort((a, b) => b.share - a.share)
    .map(part => `${percent(part.share)} to ${part.name}`);
  const where = sum.requests <= 0 ? "no requests" : parts.length > 0 ? parts.slice(0, 4).join(", ") : "no cluster is reached";
  const failing = sum.failures > 1e-6 ? `${rate(sum.failures)} of ${rate(sum.requests)} fail` : sum.requests > 0 ? "none fails" : "none";
  return `${isLive ? moment(seconds) : `Second ${number(seconds, 2)}`}: ${where}; ${failing}.`;
}
