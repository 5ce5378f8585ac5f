/** Markup of Svelte: what it asks of its map of elements. */
import type { AtrioProps } from 'atrio-kit/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const right: SvelteHTMLElements['balcao-virtual'][] = [
  { id: 'balcao', unidade: '1-vara', nivel: '3', theme: 'dark', 'onatrio-balcao-estado': ({ detail }) => detail.estado },
  { 'on:atrio-balcao-fim': ({ detail, currentTarget }) => `${detail.motivo} ${currentTarget.estado}` },
];
export const form: AtrioProps<'ouvidoria-form'> = { courtFile: {}, 'onatrio-protocolo': ({ detail }) => detail.protocolo };

// @ts-expect-error a theme that does not exist
export const theme: SvelteHTMLElements['balcao-virtual'] = { theme: 'azul' };
// @ts-expect-error this detail has no `protocolo`
export const detail: SvelteHTMLElements['balcao-virtual'] = { 'onatrio-balcao-fim': (event) => event.detail.protocolo };
