"use strict";

// Lets the live parts of a page ask for themselves again as soon as something changed under their topic (portal/live.py).

const AT_MOST_EVERY = 700; // milliseconds between two questions of a part; the first goes out at once
const WITHOUT_CONNECTION = 5000;

const waiting = new Set();
const asked = new Map();

function ask(topic) {
  if (waiting.has(topic)) return;
  waiting.add(topic);
  const since = performance.now() - (asked.get(topic) ?? -AT_MOST_EVERY);
  setTimeout(() => {
    waiting.delete(topic);
    asked.set(topic, performance.now());
    for (const part of parts()) {
      if (part.dataset.topic === topic) htmx.trigger(part, "changed");
    }
  }, Math.max(0, AT_MOST_EVERY - since));
}

function parts() {
  return document.querySelectorAll(".part[data-topic]");
}

function askAll() {
  for (const part of parts()) ask(part.dataset.topic);
}

document.addEventListener("DOMContentLoaded", () => {
  if (!parts().length) return;
  const source = new EventSource("/changes");
  let lost = false;
  source.addEventListener("change", (event) => ask(event.data));
  source.addEventListener("open", () => {
    // What changed while the connection was lost was not heard.
    if (lost) askAll();
    lost = false;
  });
  source.addEventListener("error", () => { lost = true; });
  setInterval(() => { if (source.readyState !== EventSource.OPEN) askAll(); }, WITHOUT_CONNECTION);
});
