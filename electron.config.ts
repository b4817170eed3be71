import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** What of others is bundled stands in a file of each part, with its licence; the application brings these files along. */
const license = { fileName: 'licences.md' }

// Only what has to stay outside the bundle is listed in package.json's `dependencies`; all else is bundled, so the
// packaged application carries no node_modules.
export default defineConfig({
  main: {
    build: {
      license,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: 'main/index.ts',
          service: 'main/service-process.ts',
          'import-worker': 'main/import/worker.ts',
          lectern: 'main/cli/lectern.ts',
        },
        // All in one folder, so that a file finds another by its name wherever the bundler puts its code.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      license,
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'main/preload.ts' },
        // A sandboxed preload is loaded as CommonJS: https://www.electronjs.org/docs/latest/tutorial/esm#preload-scripts
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      license,
      outDir: 'out/renderer',
      // The page is parsed at every start; half the bytes are half of that.
      minify: true,
      rollupOptions: { input: { index: 'renderer/index.html' } },
      // Nothing is inlined as a data: URL, so that the content policy can refuse them.
      assetsInlineLimit: 0,
    },
  },
})
