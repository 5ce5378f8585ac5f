/** The guides of the repository and the pages that show them. */
import { toId } from 'storybook/internal/csf';

/** File of the repository to title in the sidebar. */
export const PAGINAS: Readonly<Record<string, string>> = {
  'README.md': 'Introdução',
  'README.pt-BR.md': 'Introdução',
  'docs/comecar.md': 'Guias/Do zero ao balcão',
  'docs/instalar.md': 'Guias/Instalar',
  'docs/arquivo-do-tribunal.md': 'Guias/Arquivo do tribunal',
  'docs/csp.md': 'Guias/Cabeçalhos de segurança (CSP)',
  'docs/textos.md': 'Guias/Textos e idiomas',
  'docs/libras.md': 'Guias/Libras',
  'docs/video.md': 'Guias/Vídeo',
  'docs/navegadores.md': 'Guias/Navegadores',
  'docs/paginas-dificeis.md': 'Guias/Páginas difíceis',
  'docs/atualizar.md': 'Guias/Atualizar',
  'docs/receitas/wordpress.md': 'Receitas/WordPress',
  'docs/receitas/drupal.md': 'Receitas/Drupal',
  'docs/receitas/joomla.md': 'Receitas/Joomla',
  'docs/receitas/liferay.md': 'Receitas/Liferay',
  'docs/receitas/plone.md': 'Receitas/Plone',
  'docs/receitas/react.md': 'Receitas/React',
  'docs/receitas/vue.md': 'Receitas/Vue',
  'docs/receitas/angular.md': 'Receitas/Angular',
  'docs/receitas/svelte.md': 'Receitas/Svelte',
  'docs/tema.md': 'Tema',
  'docs/antes-da-fila.md': 'Serviços/Antes da fila',
  'docs/mensagem-e-agenda.md': 'Serviços/Mensagem e agenda',
  'docs/anexos.md': 'Serviços/Anexos',
  'docs/recibo.md': 'Serviços/Comprovante',
  'docs/backend.md': 'Servidor/Contrato e backend',
  'docs/lgpd.md': 'Servidor/Dados pessoais (LGPD)',
  'docs/conformidade.md': 'Projeto/Conformidade',
  'docs/arquitetura.md': 'Projeto/Arquitetura',
  'docs/desempenho.md': 'Projeto/Desempenho',
  'docs/desempenho-bytes.md': 'Projeto/Bytes',
  'docs/audiencia-recording.md': 'Elementos/audiencia-recording',
  'docs/balcao-virtual.md': 'Elementos/balcao-virtual',
  'docs/balcao-attendant.md': 'Elementos/balcao-attendant',
  'docs/audiencia-room.md': 'Elementos/audiencia-room',
  'docs/audiencia-clerk.md': 'Elementos/audiencia-clerk',
  'docs/balcao-directory.md': 'Elementos/balcao-directory',
  'docs/ouvidoria-form.md': 'Elementos/ouvidoria-form',
  'docs/sic-request.md': 'Elementos/sic-request',
  'docs/protocolo-tracker.md': 'Elementos/protocolo-tracker',
  'docs/ouvidoria-stats.md': 'Elementos/ouvidoria-stats',
  'docs/cidadania-links.md': 'Elementos/cidadania-links',
};

/** The id of the page of a file, as Storybook makes it; nothing when the file has no page. */
export function idDaPagina(arquivo: string): string | undefined {
  const titulo = PAGINAS[arquivo];
  return titulo === undefined ? undefined : toId(titulo, 'docs');
}
