import type { UploadState } from '../../src/adapters/ports.ts';

/** What a person sees of the field of attachments, for its story. */
export interface ExemploAnexos {
  nome: string;
  descricao: string;
  /** Files that are chosen, each with what its upload says; none for a file that is refused before it leaves. */
  arquivos: readonly { nome: string; bytes: number; tipo: string; estado?: UploadState }[];
  anonima?: boolean;
  erro?: string;
  /** The form waits for the files. */
  espera?: boolean;
}

const MB = 1024 ** 2;
const pronto = (id: string): UploadState => ({ kind: 'pronto', id: id.padEnd(24, 'x') });
const meio = (motivo: 'pessoa' | 'rede'): UploadState => ({ kind: 'pausado', motivo, enviados: 9.5 * MB, total: 25 * MB });
const VIDEO = { nome: 'video-do-corredor.mp4', bytes: 25 * MB, tipo: 'video/mp4' };
const FOTO = { nome: 'elevador parado.jpg', bytes: 2.4 * MB, tipo: 'image/jpeg' };

export const EXEMPLOS_ANEXOS: readonly ExemploAnexos[] = [
  { nome: 'Vazio', descricao: 'Os limites são ditos antes. No celular há também o botão da câmera.', arquivos: [] },
  { nome: 'Enviando', descricao: 'Um arquivo de cada vez; os outros esperam na fila.', arquivos: [{ ...VIDEO, estado: { kind: 'enviando', enviados: 9.5 * MB, total: 25 * MB } }, FOTO] },
  { nome: 'Parado pela pessoa', descricao: 'Parado até que ela mande continuar.', arquivos: [{ ...VIDEO, estado: meio('pessoa') }] },
  { nome: 'Sem internet', descricao: 'Continua sozinho, de onde parou, quando a rede volta.', arquivos: [{ ...VIDEO, estado: meio('rede') }] },
  { nome: 'Enviados', descricao: 'Tudo no servidor; cada um ainda pode ser tirado.', arquivos: [{ ...FOTO, estado: pronto('a') }, { nome: 'boletim.pdf', bytes: 0.3 * MB, tipo: 'application/pdf', estado: pronto('b') }] },
  {
    nome: 'Recusados',
    descricao: 'O motivo e o que fazer, em cada arquivo: antes do envio o que já se sabe, depois dele o que o servidor viu por dentro.',
    arquivos: [
      { nome: 'instalar.exe', bytes: 1000, tipo: 'application/x-msdownload' },
      { nome: 'vazio.txt', bytes: 0, tipo: 'text/plain' },
      { nome: 'filmagem.mp4', bytes: 31 * MB, tipo: 'video/mp4' },
      { nome: 'boleto.pdf', bytes: 0.1 * MB, tipo: 'application/pdf', estado: { kind: 'recusado', code: 'anexo-infectado', texto: '' } },
    ],
  },
  {
    nome: 'De quem não se identifica',
    descricao: 'O que é apagado antes do envio, e o arquivo que não pôde ser limpo.',
    anonima: true,
    arquivos: [{ nome: 'gravacao.m4a', bytes: 1.2 * MB, tipo: 'audio/mp4', estado: pronto('c') }],
  },
  { nome: 'Com erro do campo', descricao: 'Falta um comprovante obrigatório.', erro: 'Anexe o comprovante do caso que você escolheu.', arquivos: [] },
  {
    nome: 'O envio espera',
    descricao: 'A pessoa mandou enviar antes de os arquivos chegarem: vê quanto falta, e pode seguir sem eles.',
    espera: true,
    arquivos: [{ ...VIDEO, estado: { kind: 'enviando', enviados: 9.5 * MB, total: 25 * MB } }, FOTO],
  },
];
