// The call graph: users on the left, then each service to the right of what calls it.

const graph = { width: 1060, nodeWidth: 172, top: 14, most: 30, roomy: { height: 40, gap: 14 }, dense: { height: 25, gap: 7 } };
const users = -1;
const calls = findCalls();

/** Who calls whom, with the series of each: pairs of services, users being one of them. */
function findCalls() {
  const found = new Map();
  for (const series of data.series) {
    const from = data.clients[series.client]?.caller ?? users;
    if (from === series.service) continue;
    const key = `${from} ${series.service}`;
    if (!found.has(key)) found.set(key, { from, to: series.service, series: [] });
    found.get(key).series.push(series);
  }
  return [...found.values()];
}

/** The services on a way that leads through one, or the busiest ones. */
function graphServices(service) {
  if (service === everyService) {
    const called = [...new Set(calls.flatMap(call => [call.from, call.to]))].filter(one => one !== users);
    return new Set(called.sort((a, b) => data.services[b].requests - data.services[a].requests || a - b).slice(0, graph.most));
  }
  const kept = new Set([service]);
  const follow = (start, from, to) => {
    const open = [start];
    const seen = new Set(open);
    while (open.length > 0) {
      const one = open.pop();
      for (const call of calls) if (call[from] === one && call[to] !== users && !seen.has(call[to])) { seen.add(call[to]); open.push(call[to]); kept.add(call[to]); }
    }
  };
  follow(service, "from", "to");
  follow(service, "to", "from");
  return kept;
}

/** Columns by the shortest way from the users; services that nobody calls stand in the first. */
function graphColumns(services) {
  const depth = new Map([...services].map(one => [one, undefined]));
  let front = calls.filter(call => call.from === users && services.has(call.to)).map(call => call.to);
  if (front.length === 0) front = [...services].filter(one => !calls.some(call => call.to === one && services.has(call.from)));
  for (let level = 1; front.length > 0; level++) {
    for (const one of front) depth.set(one, depth.get(one) ?? level);
    front = [...new Set(calls.filter(call => front.includes(call.from) && services.has(call.to) && depth.get(call.to) === undefined).map(call => call.to))];
  }
  const columns = [[users]];
  for (const [one, level] of depth) (columns[level ?? 1] ??= []).push(one);
  return columns.filter(column => column !== undefined);
}

function drawGraph(service, time, peak) {
  const section = byId("graph-section");
  section.hidden = !calls.some(call => call.from !== users);
  if (section.hidden) return;
  const services = graphServices(service);
  const columns = graphColumns(services);
  const width = Math.max(graph.width, columns.length * (graph.nodeWidth + 60));
  const tallest = Math.max(...columns.map(column => column.length));
  const row = tallest > 9 ? graph.dense : graph.roomy;
  const height = graph.top * 2 + tallest * (row.height + row.gap) - row.gap;
  const places = new Map();
  columns.forEach((column, x) => {
    const start = (height - column.length * (row.height + row.gap) + row.gap) / 2;
    column.forEach((one, y) => places.set(one, { x: 14 + (columns.length > 1 ? x * (width - 28 - graph.nodeWidth) / (columns.length - 1) : 0), y: start + y * (row.height + row.gap), height: row.height }));
  });

  const flows = calls.filter(call => places.has(call.from) && places.has(call.to)).map(call => ({ ...call, ...flowOf(call, time) }));
  const edges = shape("g", {}, ...flows.filter(flow => flow.requests > 1e-9).map(flow => graphEdge(flow, places, peak)));
  const nodes = shape("g", {}, ...[...places].map(([one, place]) => graphNode(one, place, flows, service)));
  const node = byId("graph");
  node.setAttribute("viewBox", `0 0 ${width} ${height}`);
  node.replaceChildren(edges, nodes);
  const left = data.services.length - services.size;
  const failing = flows.filter(flow => flow.failures > 1e-6).sort((a, b) => b.failures - a.failures).slice(0, 4)
    .map(flow => `${callerName(flow.from)} to ${data.services[flow.to].name} (${percent(flow.failures / flow.requests)})`);
  byId("graph-text").textContent = `${failing.length > 0 ? `Calls that fail: ${failing.join(", ")}.` : "No call fails."}${left > 0 ? ` ${left} of ${data.services.length} services are not on this picture${service === everyService ? "; choose one to see its callers and what it calls" : ", as they have nothing to do with this one"}.` : ""}`;
}

const callerName = one => one === users ? "users" : data.services[one].name;

function flowOf(call, time) {
  let requests = 0;
  let failures = 0;
  for (const series of call.series) {
    const made = valueAt(series.requests, time);
    requests += made;
    failures += made * total(series.failures.map(([, ratio]) => valueAt(ratio, time)));
  }
  return { requests, failures };
}

function graphEdge(flow, places, peak) {
  const from = places.get(flow.from);
  const to = places.get(flow.to);
  const startX = from.x + graph.nodeWidth;
  const startY = from.y + from.height / 2;
  const endY = to.y + to.height / 2;
  const middle = to.x > startX ? (startX + to.x) / 2 : startX + 60;
  const line = shape("path", {
    class: "edge", d: `M${startX} ${startY}C${middle} ${startY} ${to.x > startX ? middle : to.x - 60} ${endY} ${to.x} ${endY}`,
    "stroke-width": (1.2 + 8 * Math.sqrt(Math.min(1, flow.requests / peak))).toFixed(2), "data-from": callerName(flow.from), "data-to": data.services[flow.to].name, "data-rate": flow.requests,
  }, shape("title", {}, `${callerName(flow.from)} to ${data.services[flow.to].name}: ${rate(flow.requests)}, ${percent(flow.failures / flow.requests)} fail`));
  line.style.stroke = failureColor(flow.failures / flow.requests);
  return line;
}

function graphNode(one, place, flows, chosen) {
  const into = flows.filter(flow => one === users ? flow.from === users : flow.to === one);
  const requests = total(into.map(flow => flow.requests));
  const failures = total(into.map(flow => flow.failures));
  const node = shape("g", { class: one === users ? "node" : "node choice", "data-service": callerName(one) },
    shape("rect", { class: `card${failures > 1e-6 ? " faulty" : ""}${one !== users && one === chosen ? " chosen" : ""}`, x: place.x, y: place.y, width: graph.nodeWidth, height: place.height, rx: one === users ? place.height / 2 : 8 }),
    ...nodeTexts(callerName(one), requests, failures, place));
  if (one !== users) node.addEventListener("click", () => pick(one === chosen ? everyService : one));
  return node;
}

/** The numbers stand below the name where there is room, else beside it. */
function nodeTexts(name, requests, failures, place) {
  const kind = failures > 1e-6 ? "soft bad" : "soft";
  if (place.height === graph.roomy.height) {
    return [
      label(place.x + 13, place.y + 17, name, "strong", 17),
      label(place.x + 13, place.y + 32, `${rate(requests)}${failures > 1e-6 ? `, ${percent(failures / requests)} fail` : ""}`, kind)];
  }
  return [
    label(place.x + 11, place.y + 17, name, "", 13),
    label(place.x + graph.nodeWidth - 10, place.y + 17, failures > 1e-6 ? `${percent(failures / requests)} fail` : rate(requests), `${kind} end`)];
}
