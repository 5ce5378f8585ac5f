import type { VideoProvider } from '../ports.ts';
import { createOutsideProvider } from './outside.ts';

/** A conversation in WhatsApp, with the first message already written (Portaria Conjunta TJRN 38/2021, art. 4). */
export const createWhatsappProvider = (): VideoProvider =>
  createOutsideProvider({
    id: 'whatsapp',
    href: (config) => {
      if (config.provider !== 'whatsapp' || !/^\d{10,15}$/.test(config.numero)) return null;
      const text = config.mensagem?.trim();
      // Half an emoji, cut by a length limit somewhere, would make encodeURIComponent throw.
      return `https://wa.me/${config.numero}${text ? `?text=${encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))}` : ''}`;
    },
    problem: 'O número do WhatsApp deve ter só algarismos, com país e DDD. Exemplo: 5584999990000.',
  });
