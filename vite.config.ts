/** Builds the window. What it writes must run under our policy: no inline code, no data URIs, no foreign origin. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: '/',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome150',
    reportCompressedSize: false,
  },
});
