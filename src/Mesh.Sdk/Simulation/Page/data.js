"use strict";
// The numbers: step functions, each a list of (time, value) that holds until the next. Written by PageData.cs.

const data = JSON.parse(document.getElementById("data").textContent);
const secondsPerUnit = data.unit / 1000;
const duration = data.end * secondsPerUnit;
const everyService = -1;

const columns = data.columns.map(list => {
  const times = [];
  const values = [];
  let time = 0;
  for (let i = 0; i < list.length; i += 2) {
    time += list[i];
    times.push(time);
    values.push(list[i + 1]);
  }
  return { times, values };
});

/** The value of a column at a time in units; 0 before its first. */
function valueAt(index, time) {
  const { times, values } = columns[index];
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time) low = middle + 1; else high = middle;
  }
  return low === 0 ? 0 : values[low - 1];
}

const toUnits = seconds => Math.min(data.end, Math.round(seconds / secondsPerUnit * 1e6) / 1e6);
const seriesOf = service => service === everyService ? data.series : data.series.filter(s => s.service === service);
const capacityOf = service => service === everyService ? data.capacity : data.capacity.filter(c => c.service === service);

/** All requests to a service (or to every one) at a time, added up; valueOf reads a column. Limited is the load of what has a capacity. */
function sumAt(service, valueOf) {
  const sum = {
    requests: 0, failures: 0, answered: 0, nowhere: 0,
    byCluster: data.clusters.map(() => 0), byCause: data.causes.map(() => 0),
    load: data.clusters.map(() => 0), limited: data.clusters.map(() => 0), capacity: data.clusters.map(() => 0),
  };
  for (const series of seriesOf(service)) {
    const requests = valueOf(series.requests);
    sum.requests += requests;
    for (const [cause, ratio] of series.failures) sum.byCause[cause] += requests * valueOf(ratio);
    for (const [cluster, ratio] of series.clusters) sum.byCluster[cluster] += requests * valueOf(ratio);
  }
  for (const entry of capacityOf(service)) {
    const load = valueOf(entry.load);
    sum.load[entry.cluster] += load;
    if (entry.capacity === undefined) continue;
    sum.limited[entry.cluster] += load;
    sum.capacity[entry.cluster] += valueOf(entry.capacity);
  }
  sum.failures = total(sum.byCause);
  sum.answered = total(sum.byCluster);
  sum.nowhere = Math.max(0, sum.requests - sum.answered);
  return sum;
}

/** The part of its capacity that a cluster uses; undefined where none is told and none is needed. */
function usedOf(sum, cluster) {
  if (sum.capacity[cluster] > 0) return sum.limited[cluster] / sum.capacity[cluster];
  return sum.limited[cluster] > 0 ? Infinity : undefined;
}

const total = list => list.reduce((sum, value) => sum + value, 0);

/** The same at every time at which anything changes, and what was lost until then. */
function historyOf(service) {
  const used = new Set();
  for (const series of seriesOf(service)) {
    used.add(series.requests);
    for (const [, ratio] of [...series.failures, ...series.clusters]) used.add(ratio);
  }
  for (const entry of capacityOf(service)) {
    used.add(entry.load);
    if (entry.capacity !== undefined) used.add(entry.capacity);
  }

  const changes = new Set([0]);
  for (const index of used) for (const time of columns[index].times) if (time < data.end) changes.add(time);
  const times = thin(Float64Array.from(changes).sort(), 5000);
  const cursors = new Map();
  const points = [];
  let lost = 0;
  let made = 0;
  for (let i = 0; i < times.length; i++) {
    const sum = sumAt(service, index => {
      const { times: starts, values } = columns[index];
      let at = cursors.get(index) ?? 0;
      while (at < starts.length && starts[at] <= times[i]) at++;
      cursors.set(index, at);
      return at === 0 ? 0 : values[at - 1];
    });
    const length = ((i + 1 < times.length ? times[i + 1] : data.end) - times[i]) * secondsPerUnit;
    points.push({ time: times[i], seconds: times[i] * secondsPerUnit, lostBefore: lost, madeBefore: made, ...sum });
    lost += sum.failures * length;
    made += sum.requests * length;
  }
  return points;
}

function thin(times, limit) {
  if (times.length <= limit) return times;
  return Array.from({ length: limit }, (_, i) => times[Math.floor(i * times.length / limit)]);
}

function pointAt(history, time) {
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history[middle].time <= time) low = middle + 1; else high = middle;
  }
  return history[Math.max(0, low - 1)];
}
