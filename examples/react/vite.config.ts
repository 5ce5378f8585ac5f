import { defineConfig } from 'vite';

// `publicDir` é comum aos exemplos; num projeto seu, o arquivo do tribunal fica em public/.
export default defineConfig({ base: './', publicDir: '../public' });
