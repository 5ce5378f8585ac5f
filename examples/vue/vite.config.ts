import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const doKit = /^(balcao|ouvidoria|sic|protocolo|cidadania)-/;

export default defineConfig({
  base: './',
  // Comum aos exemplos; num projeto seu, o arquivo do tribunal fica em public/.
  publicDir: '../public',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => doKit.test(tag) } } })],
});
