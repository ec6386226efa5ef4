import { defineConfig } from 'vite';

export default defineConfig({
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
