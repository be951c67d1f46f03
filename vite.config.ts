import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { viteStaticCopy } from 'vite-plugin-static-copy';

const root = import.meta.dirname;
const dist = resolve(root, 'dist');

/** The desktop, the headless server and every worker thread: one file each in dist/, named after its source. */
function nodeEntries(): Record<string, string> {
  const files = [
    'electron/main.ts',
    'electron/headless.ts',
    ...globSync('electron/**/*-worker.ts', { cwd: root }),
  ];
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(root, file)]));
}

/** Packages and built-in modules are loaded at run time; our own files are bundled. */
function isExternal(id: string): boolean {
  return !/^(?:[./]|#shared\/|[A-Za-z]:[\\/]|\0)/.test(id);
}

/** What pdf.js loads when a file needs it: characters of CJK fonts, the standard fonts, decoders of images. */
function pdfSupplies() {
  return viteStaticCopy({
    environment: 'client',
    targets: ['cmaps/*.bcmap', 'standard_fonts/*', 'wasm/*_nowasm_fallback.js'].map((files) => ({
      src: `../node_modules/pdfjs-dist/${files}`,
      dest: `pdfjs/${files.slice(0, files.indexOf('/'))}`,
      rename: { stripBase: true },
    })),
  });
}

/**
 * icon.png (icon.svg, drawn at 64 pixels) stands in the page itself: Chromium fetches and draws the icon again whenever the
 * address changes, which it does with every message that is opened, and an SVG is a whole document to it.
 */
function iconInPage(): Plugin {
  return {
    name: 'icon-in-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace(
          '/icon.png',
          `data:image/png;base64,${readFileSync(join(root, 'renderer/icon.png'), 'base64')}`,
        ),
    },
  };
}

/** `npm run dev` says where its headless server listens; the page then talks to it as to its own origin. */
const developmentApi = process.env.RESTANTE_DEV_API;

export default defineConfig({
  root: resolve(root, 'renderer'),
  // The page runs under a strict Content-Security-Policy: no data: URLs, nothing inline.
  build: { sourcemap: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  // The compiler remembers what did not change: opening a message renders a third of what it did.
  plugins: [react(), babel({ presets: [reactCompilerPreset()] }), pdfSupplies(), iconInPage()],
  server: {
    host: '127.0.0.1',
    ...(developmentApi === undefined
      ? {}
      : {
          proxy: {
            // The API answers its own origin only.
            '/api': { target: developmentApi, changeOrigin: true, headers: { origin: developmentApi } },
          },
        }),
  },
  environments: {
    client: { build: { outDir: join(dist, 'page'), emptyOutDir: true } },
    node: {
      consumer: 'server',
      resolve: { conditions: ['node', 'import', 'module', 'default'] },
      build: {
        outDir: dist,
        // First of the three: what an earlier build left goes.
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: nodeEntries(),
          external: isExternal,
          // All in one folder: worker threads and the preload script are looked for beside whoever starts them.
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      build: {
        outDir: dist,
        emptyOutDir: false,
        target: 'node24',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { preload: join(root, 'electron/preload.ts') },
          external: ['electron'],
          // A sandboxed preload script cannot be an ES module.
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['node', 'preload', 'client']) {
        const environment = builder.environments[name];
        if (environment !== undefined) {
          await builder.build(environment);
        }
      }
    },
  },
});
