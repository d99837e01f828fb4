import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import Components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vitest/config';

/** The node that `npm run dev` talks to: the fake of `npm run fake`, or a real one. */
const node = process.env.HOTLINE_API ?? 'http://127.0.0.1:12390';

export default defineConfig(({ mode }) => ({
  plugins: [
    vue(),
    // Element Plus components and their styles on demand; only those that a template uses.
    Components({
      dirs: [],
      dts: false,
      resolvers: [ElementPlusResolver({ importStyle: mode === 'test' ? false : 'css' })],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    // Maven packs target/classes into the jar; the node serves its folder `console/`.
    outDir: 'target/classes/console',
    emptyOutDir: true,
    // The node's content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
    // The citizens' portal is a page of its own, with a small bundle.
    rollupOptions: { input: ['index.html', 'portal.html'] },
    reportCompressedSize: false,
    // Only the cockpit loads its charts; what a desk loads has a test of its own.
    chunkSizeWarningLimit: 800,
  },
  server: { host: '127.0.0.1', proxy: { '/api': node, '/health': node } },
  test: {
    environment: 'happy-dom',
    include: ['test/**/*.test.{ts,mjs}'],
    server: { deps: { inline: ['element-plus'] } },
  },
}));
