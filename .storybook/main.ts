import type { StorybookConfig } from '@storybook/web-components-vite';

/** Storybook of the kit: one story for each state of each machine, docs from `custom-elements.json`. Builds and runs offline. */
const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {
    disableTelemetry: true,
    enableCrashReports: false,
    disableWhatsNewNotifications: true,
    // The root's vite.config.ts builds the library; stories only need to be served.
    builder: { name: '@storybook/builder-vite', options: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
};

export default config;
