/** Words about a route that only the page of the API shows, and its rules, which the server keeps: a browser calls by method and path. */
const WORDS = /\b(?:summary|description):\s*(?:'(?:[^'\\]|\\.)*'|\w+),?/g;
const RULES = /\b(?:errors|status|limit|answer):\s*(?:\[[^\]]*\]|'\w+'|\w+),?/g;
const WHO = /\bwho:\s*(?:\[[^\]]*\]|'\w+'|\w+),?/g;

/** Long words about a route, put together above its table. */
const ESSAY = /^const [A-Z_]+ = \[\n(?: {2}'(?:[^'\\]|\\.)*',\n)+\]\.join\('\\n\\n'\);$/gm;
/** A row of a table that only staff call, at their desks. */
const STAFF_ROW = /^ {2}'staff\.[\w.]+': \{(?:[^\n]*\},$|\n[\s\S]*?^ {2}\},$)\n/gm;

/**
 * The source of a file of src/routes, without those; any other source as it is. `forPhone`: it asks for no login where none is needed, and
 * calls nothing of the desk.
 */
function leanRoutes(file, source, { forPhone }) {
  if (!/contracts[\\/]src[\\/]routes[\\/][\w-]+\.ts$/.test(file)) return source;
  if (!source.includes('defineRoutes(') && !file.endsWith('presets.ts')) return source;
  const lean = source.replace(ESSAY, '').replace(WORDS, '').replace(RULES, '');
  return forPhone ? lean.replace(STAFF_ROW, '') : lean.replace(WHO, '');
}

/** As a loader of webpack, for the phone. */
module.exports = function loader(source) {
  return leanRoutes(this.resourcePath, source, { forPhone: true });
};
module.exports.leanRoutes = leanRoutes;
