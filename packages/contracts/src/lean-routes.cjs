/** Words about a route that only the page of the API shows, and its rules, which the server keeps: a browser calls by method and path. */
const WORDS = /\b(?:summary|description):\s*(?:'(?:[^'\\]|\\.)*'|\w+),?/g;
const RULES = /\b(?:errors|status|limit|answer):\s*(?:\[[^\]]*\]|'\w+'|\w+),?/g;
const WHO = /\bwho:\s*(?:\[[^\]]*\]|'\w+'|\w+),?/g;

/** The source of a file of src/routes, without those; any other source as it is. `keepsWho`: the phone asks for no login where none is needed. */
function leanRoutes(file, source, { keepsWho }) {
  if (!/contracts[\\/]src[\\/]routes[\\/][\w-]+\.ts$/.test(file)) return source;
  if (!source.includes('defineRoutes(') && !file.endsWith('presets.ts')) return source;
  const lean = source.replace(WORDS, '').replace(RULES, '');
  return keepsWho ? lean : lean.replace(WHO, '');
}

/** As a loader of webpack, for the phone. */
module.exports = function loader(source) {
  return leanRoutes(this.resourcePath, source, { keepsWho: true });
};
module.exports.leanRoutes = leanRoutes;
