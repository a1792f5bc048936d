/**
 * Builds the command line, the desktop's main process and the core for Node: each program one entry in dist/, everything
 * inside but `electron` and the native database. The preload stands apart: Electron's sandbox takes one CommonJS file
 * that requires `electron` alone.
 */
import { cpSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type EnvironmentOptions } from 'vite';

const outDir = join(import.meta.dirname, 'dist');
const outside = ['electron', 'better-sqlite3'];

interface Target {
  readonly entries: Record<string, string>;
  readonly format: 'es' | 'cjs';
  readonly ending: 'js' | 'cjs';
  /** Where the licences of what was bundled go; null for a program of nothing but ours. */
  readonly licences: string | null;
}

function node({ entries, format, ending, licences }: Target): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: outside },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      license: licences === null ? false : { fileName: licences },
      rolldownOptions: {
        input: entries,
        external: (id) => outside.includes(id) || isBuiltin(id),
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

export default defineConfig({
  publicDir: false,
  environments: {
    programs: node({
      entries: {
        'cli/lectern': 'main/cli/lectern.ts',
        'core/core-process': 'main/core/host/core-process.ts',
        'core/backup-process': 'main/core/store/backup/backup-process.ts',
        'core/feed-process': 'main/core/feeds/feed-process.ts',
        'core/export-process': 'main/core/exporting/export-process.ts',
        'core/import-process': 'main/core/importing/import-process.ts',
        'core/page-process': 'main/core/importing/page-process.ts',
        'electron/main': 'main/electron/main.ts',
      },
      format: 'es',
      ending: 'js',
      licences: 'licences.md',
    }),
    preload: node({
      entries: { 'electron/preload': 'main/electron/preload.ts' },
      format: 'cjs',
      ending: 'cjs',
      licences: null,
    }),
  },
  builder: {
    buildApp: async ({ build, environments }) => {
      // Chunks carry a digest in their names: those of an earlier build would stay, and be shipped.
      for (const folder of ['chunks', 'cli', 'core', 'electron', 'pdf'])
        rmSync(join(outDir, folder), { recursive: true, force: true });
      for (const environment of Object.values(environments)) {
        if (environment.name === 'programs' || environment.name === 'preload') await build(environment);
      }
      // What pdf.js reads at run time: how old fonts number their letters, and how wide they are.
      for (const folder of ['cmaps', 'standard_fonts'])
        cpSync(join(import.meta.dirname, 'node_modules/pdfjs-dist', folder), join(outDir, 'pdf', folder), {
          recursive: true,
        });
    },
  },
});
