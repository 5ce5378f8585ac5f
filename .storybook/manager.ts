import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Átrio: componentes para tribunais',
    brandTarget: '_self',
    colorPrimary: '#1351b4',
    colorSecondary: '#1351b4',
    fontBase: "Rawline, 'Noto Sans', 'Segoe UI', Roboto, system-ui, sans-serif",
  }),
});
