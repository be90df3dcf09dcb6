// vega-interpreter imports these three names from vega-util; vega.min.js carries vega-util already.
export const { ascending, isString, DisallowedObjectProperties } = globalThis.vega;
