// The map: who sends on the left, clusters in their regions on the right, requests as edges between them.

const map = { width: 1060, clientX: 16, clientWidth: 292, left: data.clusters.length > 12 ? 390 : 440, gap: 16, rowHeight: 19, maxServices: data.clusters.length > 12 ? 3 : 6, twoColumns: 400 };

const clientGroups = groupClients();
const clusterServices = data.clusters.map((_, cluster) =>
  data.services.map((service, index) => index).filter(index => data.services[index].clusters.includes(cluster)));

function groupClients() {
  if (data.clients.length <= 14) {
    return data.clients.map((client, index) => ({ name: client.name, place: client.locality, members: [index] }));
  }
  const groups = new Map();
  data.clients.forEach((client, index) => {
    const group = groups.get(client.cluster) ?? { name: "", place: client.locality, members: [] };
    group.members.push(index);
    groups.set(client.cluster, group);
  });
  for (const [cluster, group] of groups) {
    if (group.members.length === 1) group.name = data.clients[group.members[0]].name;
    else group.name = `${group.members.length} clients in ${cluster}`;
  }
  return [...groups.values()];
}

function edgesAt(service, time) {
  const groupOf = new Map(clientGroups.flatMap((group, index) => group.members.map(member => [member, index])));
  const edges = new Map();
  for (const series of seriesOf(service)) {
    const requests = valueAt(series.requests, time);
    if (requests <= 0) continue;
    const failed = new Map(series.failed.map(([cluster, ratio]) => [cluster, valueAt(ratio, time)]));
    let reached = 0;
    for (const [cluster, ratio] of series.clusters) {
      const part = valueAt(ratio, time);
      reached += part;
      add(groupOf.get(series.client), cluster, requests * part, requests * (failed.get(cluster) ?? 0));
    }
    if (reached < 1 - 1e-6) add(groupOf.get(series.client), -1, requests * (1 - reached), requests * (1 - reached));
  }
  return [...edges.values()];

  function add(group, cluster, requests, failures) {
    if (requests <= 1e-9) return;
    const key = `${group} ${cluster}`;
    const edge = edges.get(key) ?? { group, cluster, requests: 0, failures: 0 };
    edge.requests += requests;
    edge.failures += failures;
    edges.set(key, edge);
  }
}

function drawMap(service, time, sum, peak) {
  const faults = data.faults.filter(fault => fault.at <= time && (fault.end === undefined || time < fault.end));
  const layout = layOut(service);
  const edges = edgesAt(service, time);
  const layers = [shape("g", {}), shape("g", {}), shape("g", {})];

  for (const region of layout.regions) {
    layers[0].append(shape("rect", { class: "region", x: region.x, y: region.y, width: region.width, height: region.height, rx: 10 }));
    layers[2].append(label(region.x + 12, region.y + 19, region.name || "no region told", "soft strong halo", 44));
  }

  clientGroups.forEach((group, index) => layers[2].append(drawClient(group, layout.clients[index], edges.filter(e => e.group === index))));
  data.clusters.forEach((_, index) => layers[2].append(drawCluster(service, time, sum, layout, index, faults)));
  const lost = total(edges.filter(e => e.cluster < 0).map(e => e.requests));
  if (lost > 0) {
    const { x, y } = layout.nowhere;
    layers[2].append(
      shape("rect", { class: "card faulty", x, y, width: 200, height: 42, rx: 8 }),
      label(x + 12, y + 18, "No cluster reached", "strong bad"),
      label(x + 12, y + 34, `${rate(lost)} fail at the client's proxy`, "soft"));
  }

  for (const edge of edges) layers[1].append(...drawEdge(edge, layout, peak));
  const node = byId("map");
  node.setAttribute("viewBox", `0 0 ${map.width} ${layout.height + (lost > 0 ? 66 : 0)}`);
  node.replaceChildren(...layers);
  byId("map-text").textContent = mapText(edges, faults);
}

function layOut(service) {
  const names = [...new Set(data.clusters.map(cluster => cluster.region))];
  const count = data.clusters.length <= 6 ? 1 : data.clusters.length <= 12 ? 2 : 3;
  const width = (map.width - map.left - 16 - (count - 1) * map.gap) / count;
  const bottoms = Array(count).fill(16);
  const clusters = [];
  const regions = names.map(name => {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const region = { name, x: map.left + column * (width + map.gap), y: bottoms[column], width, height: 30 };
    data.clusters.forEach((cluster, index) => {
      if (cluster.region !== name) return;
      const cells = Math.min(map.maxServices + 1, shownServices(service, index).length);
      const rows = data.clusters.length > 4 && width > map.twoColumns ? Math.ceil(Math.min(map.maxServices, cells) / 2) : cells;
      const height = 76 + rows * map.rowHeight;
      clusters[index] = { x: region.x + 10, y: region.y + region.height, width: width - 20, height };
      region.height += height + 10;
    });
    bottoms[column] += region.height + map.gap;
    return region;
  });
  const bottom = Math.max(...bottoms);
  const step = Math.max(58, Math.min(120, (bottom - 16) / Math.max(1, clientGroups.length)));
  const start = Math.max(16, (bottom - step * clientGroups.length) / 2);
  const clients = clientGroups.map((_, index) => ({ x: map.clientX, y: start + index * step, height: 48 }));
  const height = Math.max(bottom, start + step * clientGroups.length);
  return { regions, clusters, clients, height, nowhere: { x: map.left + 10, y: height + 4 } };
}

const shownServices = (service, cluster) => service === everyService ? clusterServices[cluster] : clusterServices[cluster].filter(s => s === service);

function drawClient(group, box, edges) {
  const requests = total(edges.map(e => e.requests));
  const failures = total(edges.map(e => e.failures));
  return shape("g", { "data-client": group.name },
    shape("rect", { class: failures > 1e-6 ? "card faulty" : "card", x: box.x, y: box.y, width: map.clientWidth, height: box.height, rx: 24 }),
    label(box.x + 18, box.y + 20, group.name, "strong", 30),
    label(box.x + 18, box.y + 37, `${group.place} · ${rate(requests)}${failures > 1e-6 ? `, ${rate(failures)} fail` : ""}`, failures > 1e-6 ? "soft bad" : "soft", 42));
}

function drawCluster(service, time, sum, layout, index, faults) {
  const cluster = data.clusters[index];
  const { x, y, width, height } = layout.clusters[index];
  const share = sum.answered > 0 ? sum.byCluster[index] / sum.answered : 0;
  const mine = faults.filter(fault => fault.clusters.includes(index));
  const used = usedOf(sum, index);
  const state = mine.length > 0
    ? label(x + 14, y + 63, `✕ ${mine.map(fault => fault.text).join("; ")}`, "soft bad", Math.floor(width / 6.6))
    : label(x + 14, y + 63, `${rate(sum.byCluster[index])}${Number.isFinite(used) ? ` · ${width < 300 ? `${percent(used)} used` : `load ${percent(used)} of capacity`}` : ""}`, "soft", Math.floor(width / 6.6));
  const node = shape("g", { "data-cluster": cluster.name },
    shape("rect", { class: mine.length > 0 ? "card faulty" : "card", x, y, width, height, rx: 8 }),
    label(x + 14, y + 21, cluster.name, "strong", Math.floor((width - 90) / 8)),
    label(x + width - 14, y + 21, percent(share), "strong end"),
    label(x + 14, y + 37, cluster.description, "soft", Math.floor(width / 6.6)),
    shape("rect", { class: "bar-ground", x: x + 14, y: y + 44, width: width - 28, height: 6, rx: 3 }),
    shape("rect", { x: x + 14, y: y + 44, width: (width - 28) * share, height: 6, rx: 3, fill: colorOf(index) }),
    state);
  const services = shownServices(service, index).map(one => ({ one, at: sumOf(one, index, time) })).sort((a, b) => b.at - a.at || a.one - b.one);
  const columns = data.clusters.length > 4 && width > map.twoColumns && services.length > 1 ? 2 : 1;
  const most = services.length <= map.maxServices ? map.maxServices : columns === 2 ? map.maxServices - 1 : map.maxServices;
  const cellWidth = (width - 28 - (columns - 1) * 30) / columns;
  const cellAt = cell => ({ left: x + 14 + (cell % columns) * (cellWidth + 30), top: y + 84 + Math.floor(cell / columns) * map.rowHeight });
  services.slice(0, most).forEach(({ one, at }, cell) => node.append(
    label(cellAt(cell).left, cellAt(cell).top, data.services[one].name, "", Math.floor((cellWidth - 70) / 7.5)),
    label(cellAt(cell).left + cellWidth, cellAt(cell).top, rate(at), "end soft")));
  if (services.length > most) {
    node.append(label(cellAt(most).left, cellAt(most).top, `and ${services.length - most} more`, "soft"));
  }
  return node;
}

function sumOf(service, cluster, time) {
  let sum = 0;
  for (const series of seriesOf(service)) {
    const requests = valueAt(series.requests, time);
    for (const [where, ratio] of series.clusters) if (where === cluster) sum += requests * valueAt(ratio, time);
  }
  return sum;
}

function drawEdge(edge, layout, peak) {
  const from = layout.clients[edge.group];
  const to = edge.cluster < 0 ? layout.nowhere : layout.clusters[edge.cluster];
  const startX = from.x + map.clientWidth;
  const startY = from.y + from.height / 2;
  const endY = to.y + (edge.cluster < 0 ? 21 : 30);
  const middle = (startX + to.x) / 2;
  const path = `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${to.x} ${endY}`;
  const failing = edge.failures / edge.requests;
  const width = edge.cluster < 0 ? 3.5 : 1.5 + 16 * Math.sqrt(edge.requests / peak);
  const where = edge.cluster < 0 ? "no cluster" : data.clusters[edge.cluster].name;
  const line = shape("path", { class: "edge", d: path, "stroke-width": width.toFixed(2), "data-from": clientGroups[edge.group].name, "data-to": where, "data-rate": edge.requests, "data-failing": failing },
    shape("title", {}, `${clientGroups[edge.group].name} to ${where}: ${rate(edge.requests)}, ${percent(failing)} fail`));
  line.style.stroke = failureColor(failing);
  if (edge.cluster < 0) line.setAttribute("stroke-dasharray", "7 6");
  return width > 4 && edge.cluster >= 0 ? [line, shape("path", { class: "flow", d: path })] : [line];
}

function mapText(edges, faults) {
  const flows = edges
    .sort((a, b) => b.requests - a.requests)
    .slice(0, 6)
    .map(e => `${clientGroups[e.group].name} to ${e.cluster < 0 ? "no cluster" : data.clusters[e.cluster].name} ${rate(e.requests)}${e.failures > 1e-6 ? ` (${percent(e.failures / e.requests)} fail)` : ""}`);
  const more = edges.length > 6 ? `, and ${edges.length - 6} more` : "";
  const wrong = faults.length > 0 ? ` Going wrong: ${faults.map(f => f.text).join("; ")}.` : "";
  return `Width: requests a second. Colour: from green to red, the part of the requests that fails there. ${flows.length > 0 ? flows.join(", ") + more + "." : "No requests."}${wrong}`;
}
