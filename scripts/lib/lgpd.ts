/** docs/lgpd.md: words around the table of `src/contract/lgpd.ts`. */
import { DADOS_GUARDADOS, type DadoGuardado } from '../../src/contract/lgpd.ts';

const linha = ({ tabela, colunas, oQue, titular, porQue, quemVe, ate }: DadoGuardado): string =>
  `| ${[oQue, `\`${tabela}\`: ${colunas.join(', ')}`, titular, porQue, quemVe, ate].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const tabela = (titulares: readonly DadoGuardado['titular'][]): string =>
  ['| O quê | Onde (tabela: colunas) | De quem | Por quê | Quem vê | Até quando |', '| --- | --- | --- | --- | --- | --- |', ...DADOS_GUARDADOS.filter(({ titular }) => titulares.includes(titular)).map(linha)].join('\n');

/** The page, whole. */
export const paginaLgpd = (): string => `<!-- Gerado por \`npm run generate\` de src/contract/lgpd.ts e scripts/lib/lgpd.ts. Não edite aqui. -->

# Dados pessoais (LGPD)

O que o kit guarda, onde e por quanto tempo. O tribunal é o controlador (Lei 13.709/2018, art. 5º, VI); o kit não manda dado nenhum a
ninguém além do backend que o tribunal escolheu.

## No aparelho de quem visita

| O quê | Onde | Até quando |
| --- | --- | --- |
| rascunho da manifestação identificada ou com identidade preservada, e do pedido de informação | \`sessionStorage\` da aba, chave \`atrio:rascunho:…\` | até enviar, apagar ou fechar a aba |
| rascunho da denúncia anônima | **em lugar nenhum**: só na memória da página | até sair da página |
| fim de um atendimento no balcão virtual: o combinado, o protocolo, a avaliação que falta e o ingresso, com que ela é enviada | \`sessionStorage\` da aba, chave \`atrio:rascunho:balcao-fim:…\` | até voltar ao balcão ou fechar a aba; depois de 12 horas não é mais mostrado, e é apagado |
| senha da fila e o seu ingresso, que abre só o lugar na fila e a sala daquela senha | \`localStorage\`, chave \`atrio:senha:…\`, para que nenhuma queda perca o lugar; onde ele é recusado, \`sessionStorage\` | até o fim do atendimento, a saída ou a senha vencer |
| protocolo e chave | na tela do recibo; em arquivo ou papel, só se a pessoa baixar ou imprimir | a pessoa decide |
| cookies, identificador de visitante, medição de audiência | **nada** | |

O nome dado à sala de vídeo fica com o servidor de vídeo do tribunal. O Jitsi grava esse nome na página quando o navegador bloqueia o armazenamento
de terceiros; o kit apaga esse registro (\`jitsiLocalStorage\`) antes e depois de cada chamada, e nunca envia e-mail à sala.

## O que sai do aparelho, e quando

1. **Ao abrir a página:** os arquivos do kit e o arquivo do tribunal. Nenhum terceiro.
2. **Ao enviar um formulário ou consultar um protocolo:** o que está na tela, ao backend, por HTTPS.
3. **Ao pedir a chamada:** só então o navegador fala com o servidor de vídeo. Antes do pedido não há nem uma conexão com ele.

Segredos (a chave, o token da consulta, o ingresso da fila) vão no corpo ou no cabeçalho da requisição, nunca num endereço ou num registro. No navegador só o ingresso da
fila é guardado, enquanto a senha vive e, na aba, com o fim do atendimento.

## No backend de referência

Tudo o que o banco de dados guarda sobre alguém, coluna por coluna. Um teste compara esta lista com o banco: não há coluna fora dela.

${tabela(['pessoa', 'equipe'])}

E o que não é sobre ninguém:

${tabela(['ninguém'])}

Fora do banco:

| O quê | Onde | Até quando |
| --- | --- | --- |
| conteúdo dos anexos | pasta \`anexos\` dos dados, com nome sorteado | apagado no prazo de guarda do caso |
| endereço IP | só na memória, para limitar abusos; nunca com o caso | minutos; some quando o processo para |
| registros de acesso (logs) | método, rota, resposta, tempo; sem corpo, sem endereço da pessoa, sem navegador | o tribunal decide |
| estatísticas publicadas | só contagens, com [omissão do que representa poucos casos](ouvidoria-stats.md#o-que-é-omitido) | |

A denúncia anônima não tem campos de identificação: o backend recusa o que não pediu.

### Prazo de guarda

O prazo é do tribunal (tabela de temporalidade, Lei 8.159/1991, art. 9º, e Resolução CNJ 324/2020), no arquivo do tribunal, em anos depois do fim do caso:

\`\`\`json
{ "retencao": { "manifestacaoAnos": 5, "pedidoAnos": 5 } }
\`\`\`

**Padrão: sem prazo, nada é apagado.** Um caso acaba quando é encerrado; o que foi respondido e ninguém encerrou, na última decisão, se não há recurso
esperando. Uma vez por dia, o que passou do prazo é anonimizado, caso a caso, com uma linha na auditoria. Ficam as contagens: as estatísticas não mudam.
Nem a chave do recibo abre o caso depois disso. O que se diz na fila do balcão sai em até dois dias, com ou sem prazo; quem a
pessoa é (matéria sob sigilo), no fim do atendimento. O que foi combinado, quem atendeu e os comentários da pesquisa do balcão seguem \`retencao.balcaoAnos\`.

As cópias de segurança do banco e da pasta de anexos têm o prazo que o tribunal lhes der: ponha nelas um prazo também.

### Acesso e correção

Com o protocolo e a chave, a pessoa vê e leva tudo o que o caso guarda dela (art. 18, I, II e V). A correção (art. 18, III) é feita pela equipe, a pedido, e fica
no andamento e na auditoria.

## O que o tribunal precisa fazer

- Publicar os termos de uso e de tratamento de dados (Resolução CNJ 432/2021, art. 11) e apontá-los no arquivo do tribunal:

  \`\`\`json
  {
    "privacidade": {
      "versao": "2026-01",
      "url": "/privacidade.html",
      "resumo": ["Usamos seus dados para responder à sua manifestação."],
      "encarregado": { "nome": "Encarregado de dados do tribunal", "email": "encarregado@tribunal.jus.br" }
    }
  }
  \`\`\`

  Eles aparecem antes do envio, e a versão aceita fica registrada com o caso. **Ao mudar os termos, mude a \`versao\`.**
- Decidir o prazo de guarda e pô-lo no arquivo do tribunal.
- Servir a página por HTTPS, com os [cabeçalhos de segurança](csp.md). O formulário herda a segurança da página em que está: numa página de
  denúncias, evite scripts de terceiros.
- Registrar o tratamento no seu inventário (art. 37) e responder aos titulares (art. 18). A Ouvidoria pode receber esses pedidos
  (Resolução CNJ 432/2021, art. 5º, § 3º).
- Orientar a equipe a não escrever dados da pessoa no motivo de uma correção: ele fica na auditoria, que não se apaga.
`;
