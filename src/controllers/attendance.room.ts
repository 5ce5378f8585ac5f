import type { Ports, VideoFailure, VideoPhase, VideoSession } from '../adapters/ports.ts';
import type { EntradaFila } from '../contract/fila.ts';
import type { Tribunal, VideoConfig } from '../contract/tribunal.ts';

/** Configuration of the room that the backend opened; what it does not say is the unit's own, or the court's. */
export function roomConfig(entrada: EntradaFila, unidadeId: string, tribunal: Tribunal | null): { config: VideoConfig; room: string; token?: string } | null {
  if ('url' in entrada) return null;
  const own = tribunal?.unidades.find(({ id }) => id === unidadeId)?.video ?? tribunal?.video;
  const rest = { room: entrada.sala, ...(entrada.token ? { token: entrada.token } : {}) };
  if (entrada.provider === 'jaas') {
    const appId = /vpaas-magic-cookie-[0-9a-f]+/.exec(entrada.domain)?.[0] ?? (own?.provider === 'jaas' ? own.appId : null);
    return appId ? { config: { ...(own?.provider === 'jaas' ? own : {}), provider: 'jaas', appId, sala: entrada.sala }, ...rest } : null;
  }
  const same = own?.provider === 'jitsi' && own.domain === entrada.domain ? own : {};
  return { config: { ...same, provider: 'jitsi', domain: entrada.domain, sala: entrada.sala }, ...rest };
}

/** What a room takes from its element. */
export interface RoomSetup {
  ports: Ports;
  tribunal: Tribunal | null;
  unidadeId: string;
  /** Subject shown in the room: the unit's name. */
  assunto: string;
  entrada: EntradaFila;
  /** First name and surname: all that the person sees of the attendant (Portaria Conjunta TJRN 38/2021, art. 4, § 3). */
  nome: string;
  lang: string;
  /** Voice alone: starts without the camera. */
  soVoz?: boolean;
  /** Only watches and hears. */
  ouvinte?: boolean;
  /** Title of the frame. */
  titulo: string;
  /** The element's container of the frame, once it is in the page. */
  parent(): Promise<HTMLElement | null>;
  onChange(fase: VideoPhase, motivo: VideoFailure | null): void;
}

/** A call in the page, in the room that the backend opened for the person. */
export class AttendanceRoom {
  /** The room's own address, for another tab. */
  href: string | null = null;
  #session: VideoSession | undefined;
  #over = false;

  async open(setup: RoomSetup): Promise<void> {
    const { ports, tribunal, unidadeId, entrada, nome, assunto, lang, soVoz, ouvinte, titulo, onChange } = setup;
    const found = roomConfig(entrada, unidadeId, tribunal);
    const target = found && soVoz ? { ...found, audioOnly: true } : found;
    const fail = (motivo: VideoFailure): void => {
      if (!this.#over) onChange('failed', motivo);
    };
    if (!target) return fail('unsupported');
    try {
      const provider = await ports.video(target.config.provider);
      const problem = provider.validate(target.config, { demo: tribunal?.demo ?? false });
      if (problem !== null) {
        console.error(`[Átrio] Vídeo de "${assunto}": ${problem}`);
        return fail('unsupported');
      }
      this.href = provider.roomHref?.(target) ?? null;
      const parent = await setup.parent();
      if (this.#over) return;
      if (!parent) return fail('unsupported');
      this.#session = provider.open({
        ...target,
        name: nome,
        lang,
        subject: assunto,
        parent,
        title: titulo,
        demo: tribunal?.demo ?? false,
        ...(ouvinte ? { listener: true } : {}),
        onChange: ({ phase, reason }) => {
          if (!this.#over) onChange(phase, reason ?? null);
        },
      });
    } catch {
      fail('network');
    }
  }

  /** Hangs up, and takes the frame away when the room has let go. Harmless when called twice. */
  async close(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.#session?.leave().catch(() => undefined);
    this.#session?.dispose();
  }
}
