import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript';
import skipFormatting from '@vue/eslint-config-prettier/skip-formatting';
import pluginVue from 'eslint-plugin-vue';

export default defineConfigWithVueTs(
  { ignores: ['target/**', 'node_modules/**', 'src/api/schema.d.ts'] },
  { files: ['**/*.{ts,vue,js,mjs}'] },
  pluginVue.configs['flat/recommended'],
  vueTsConfigs.strict,
  vueTsConfigs.stylistic,
  skipFormatting,
  {
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      // Optional props are absent when undefined; a default would only repeat that.
      'vue/require-default-prop': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['dev/**', 'e2e/**', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
);
