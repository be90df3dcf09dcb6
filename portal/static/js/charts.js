// Draws each <div class="chart" data-chart="ID"> from the Vega-Lite specification in <script type="application/json" id="ID">.
// Vega's expressions go through its interpreter: the page's CSP allows no eval. Without JavaScript the table beside it stands alone.
import { expressionInterpreter } from "../vendor/vega-interpreter-2.3.2.js";

const { vega, vegaLite } = globalThis;

function colours() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const font = getComputedStyle(document.body).fontFamily;
  const text = { labelColor: value("--quiet"), titleColor: value("--ink"), labelFont: font, titleFont: font, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 };
  return {
    background: null,
    font,
    view: { stroke: null },
    axis: { ...text, gridColor: value("--line"), domainColor: value("--line"), tickColor: value("--line") },
    legend: text,
    header: text,
    text: { color: value("--ink") },
    rule: { color: value("--quiet") },
  };
}

async function draw(element) {
  const specification = JSON.parse(document.getElementById(element.dataset.chart).textContent);
  specification.width = Math.max(220, element.clientWidth - 40);
  if (element.clientWidth < 480) specification.encoding.color.legend.columns = 1;
  specification.autosize = { type: "fit-x", contains: "padding" };
  const compiled = vegaLite.compile(specification, { config: colours() }).spec;
  const view = new vega.View(vega.parse(compiled, null, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container: element,
    hover: false,
  });
  await view.runAsync();
  return view;
}

const views = new Map();

async function drawAll() {
  for (const element of document.querySelectorAll("[data-chart]")) {
    element.hidden = false;
    views.get(element)?.finalize();
    views.set(element, await draw(element));
  }
}

await drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
