import type { VideoProvider } from '../ports.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { createOutsideProvider } from './outside.ts';

/** Any tool that has an address: Teams, Zoom, Meet, Webex (Res. CNJ 372/2021, art. 2). */
export const createLinkProvider = (): VideoProvider =>
  createOutsideProvider({
    id: 'link',
    href: (config) => {
      const url = config.provider === 'link' ? safeUrl(config.url) : null;
      return url !== null && /^(mailto|tel):/.test(url) ? null : url;
    },
    problem: 'O endereço da sala ("url") precisa começar por https://.',
  });
