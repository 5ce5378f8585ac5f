/** The page's own DOM, and with it Angular's templates, which look events up in the same map. */
import 'atrio-kit';
import type { AtrioProtocoloEvent } from 'atrio-kit';

const element = document.querySelector('balcao-virtual');
export const estado: string | undefined = element?.estado;
element?.addEventListener('atrio-balcao-estado', ({ detail }) => `${detail.anterior} ${detail.estado}`);
document.createElement('sic-request').addEventListener('atrio-protocolo', (event: AtrioProtocoloEvent) => event.detail.vence);
document.createElement('balcao-directory').addEventListener('atrio-diretorio-balcao', ({ detail }) => detail.unidade.length);
document.createElement('protocolo-tracker').addEventListener('atrio-caso', ({ detail }) => detail.estado);
document.createElement('balcao-attendant').addEventListener('atrio-atendimento-estado', ({ detail }) => detail.unidade);

// @ts-expect-error the detail of another event
element?.addEventListener('atrio-balcao-estado', ({ detail }) => detail.protocolo);
// @ts-expect-error a theme that does not exist
document.createElement('ouvidoria-form').theme = 'azul';
// @ts-expect-error read only
document.createElement('balcao-virtual').estado = 'open';
