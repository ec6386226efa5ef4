import { defineConfig } from 'vite';

/** Words about a route that only the page of the API shows: a browser calls routes by their method and path. */
const WORDS = /\b(?:summary|description):\s*(?:'(?:[^'\\]|\\.)*'|\w+),?/g;
const ERRORS = /\berrors:\s*(?:\[[^\]]*\]|\w+),?/g;
/** Without them the table of routes, which is part of the first load, is 5 KB smaller, gzipped. */
const leanRoutes = {
  name: 'lean-routes',
  enforce: 'pre',
  transform(code, id) {
    if (!/contracts\/src\/routes\/[\w-]+\.ts$/.test(id) || !code.includes('defineRoutes(')) return null;
    return { code: code.replace(WORDS, '').replace(ERRORS, ''), map: null };
  },
};

export default defineConfig({
  plugins: [leanRoutes],
  root: import.meta.dirname,
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The server keeps names with a hash for a year; it looks for eight digits or letters of hexadecimal.
    rolldownOptions: {
      output: { hashCharacters: 'hex' },
      // antd marks its files for server components, which means nothing in a browser.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
    chunkSizeWarningLimit: 1024,
    reportCompressedSize: false,
  },
});
