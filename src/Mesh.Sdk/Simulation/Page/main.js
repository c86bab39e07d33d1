// Time: the slider, the keys and playing.

const step = duration <= 30 ? 0.1 : 1;
const slider = byId("time");
const play = byId("play");
const state = { seconds: 0, service: everyService, history: [], peak: 1, timer: 0, announce: 0 };

function choose(service) {
  state.service = service;
  state.history = historyOf(service);
  state.peak = Math.max(1e-9, ...state.history.map(p => p.requests));
  drawCharts(state.history);
  go(state.seconds);
}

function go(seconds) {
  state.seconds = Math.min(duration, Math.max(0, seconds));
  const time = toUnits(state.seconds);
  const sum = sumAt(state.service, index => valueAt(index, time));
  const point = pointAt(state.history, time);
  const lost = point.lostBefore + point.failures * (time - point.time) * secondsPerUnit;
  slider.value = state.seconds;
  slider.setAttribute("aria-valuetext", isLive ? `${moment(state.seconds)} UTC` : `${precise(state.seconds)} of ${precise(duration)}`);
  byId("clock").textContent = isLive ? `${moment(state.seconds)} UTC` : `${clock(state.seconds)} / ${clock(duration)}`;
  drawTiles(sum, lost);
  drawMap(state.service, time, sum, state.peak);
  drawGraph(state.service, time, state.peak);
  moveCursors(state.seconds, sum);
  drawTables(state.service, time, sum);
  markEvents(time);
  announce(sentence(state.seconds, sum));
}

/** Says the current second, but not each one that playing or dragging passes. */
function announce(text) {
  if (state.timer) {
    byId("live").setAttribute("aria-live", "off");
    byId("live").textContent = text;
    return;
  }
  clearTimeout(state.announce);
  state.announce = setTimeout(() => {
    byId("live").setAttribute("aria-live", "polite");
    byId("live").textContent = text;
  }, 120);
}

function toggle() {
  if (state.timer) {
    clearInterval(state.timer);
    state.timer = 0;
    go(state.seconds);
  } else {
    if (state.seconds >= duration) state.seconds = 0;
    const stride = Math.max(step, Math.round(duration / 300 / step) * step);
    state.timer = setInterval(() => {
      go(state.seconds + stride);
      if (state.seconds >= duration) toggle();
    }, 100);
  }
  play.textContent = state.timer ? "Pause" : "Play";
  play.setAttribute("aria-pressed", state.timer ? "true" : "false");
  document.body.classList.toggle("playing", state.timer !== 0);
}

function toEvent(direction) {
  const time = toUnits(state.seconds);
  const times = data.events.map(event => event.at).filter(at => direction > 0 ? at > time : at < time);
  if (times.length > 0) go((direction > 0 ? Math.min(...times) : Math.max(...times)) * secondsPerUnit);
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, summary, a, input[type=search]")) return;
  const moves = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 };
  const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
  if (event.key === " " && (!event.target.closest("button") || event.target === play)) {
    toggle();
  } else if (event.key in moves && (!vertical || event.target === slider)) {
    go(state.seconds + moves[event.key] * step * (event.shiftKey ? 10 : 1));
  } else if (event.key === "Home") {
    go(0);
  } else if (event.key === "End") {
    go(duration);
  } else {
    return;
  }
  event.preventDefault();
}

slider.max = duration;
slider.step = "any";
slider.addEventListener("input", () => go(Math.round(Number(slider.value) / step) * step));
play.addEventListener("click", toggle);
play.addEventListener("keyup", event => { if (event.key === " ") event.preventDefault(); });
byId("previous").addEventListener("click", () => toEvent(-1));
byId("next").addEventListener("click", () => toEvent(1));
document.addEventListener("keydown", onKey);
for (const node of document.querySelectorAll(".charts svg")) {
  node.addEventListener("click", event => {
    const box = node.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * chart.width;
    go(Math.round((x - chart.left) / (chart.width - chart.left - chart.right) * duration / step) * step);
  });
}

byId("service").append(
  element("option", { value: everyService }, data.services.length === 1 ? data.services[0].name : `all ${data.services.length} services`),
  ...(data.services.length === 1 ? [] : data.services.map((service, index) => element("option", { value: index }, service.name))));
byId("service").addEventListener("change", event => choose(Number(event.target.value)));
byId("filter").addEventListener("input", event => filterServices(event.target.value));

/** Chooses a service from somewhere else than the list of them. */
function pick(service) {
  byId("service").value = service;
  choose(service);
}

drawServices();
drawFindings();
drawEvents(go);
state.seconds = Number(new URLSearchParams(location.hash.slice(1)).get("t")) || 0;
choose(everyService);
window.addEventListener("hashchange", () => go(Number(new URLSearchParams(location.hash.slice(1)).get("t")) || 0));
