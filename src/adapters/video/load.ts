import type { VideoProvider } from '../ports.ts';
import type { VideoConfig } from '../../contract/tribunal.ts';
import type { VideoEnv } from './env.ts';
import { createJitsiProvider } from './jitsi.ts';

/**
 * Gives the provider of a configuration; that of a court's own server is here, each of the others in a file of its own, fetched on first use.
 * @param env time of the embedded providers, for tests
 */
export async function loadVideoProvider(id: VideoConfig['provider'], env?: Partial<VideoEnv>): Promise<VideoProvider> {
  switch (id) {
    case 'jitsi':
      return createJitsiProvider(env);
    case 'jaas':
      return (await import('./jaas.ts')).createJaasProvider(env);
    case 'link':
      return (await import('./link.ts')).createLinkProvider();
    case 'whatsapp':
      return (await import('./whatsapp.ts')).createWhatsappProvider();
  }
}
