/** JSX of React 19: what is right compiles, and each line marked as an error is one. Checked by test/frameworks/types.test.ts. */
import { createRef, type ReactElement } from 'react';
import type { AtrioProtocoloEvent, OuvidoriaForm } from 'atrio-kit/ouvidoria-form';
import type { AtrioProps } from 'atrio-kit/react';
import type { BalcaoVirtual } from 'atrio-kit/balcao-virtual';

const ref = createRef<BalcaoVirtual>();
const textos = { 'balcao.chamar': 'Entrar' };

export const right: ReactElement[] = [
  <balcao-virtual
    key="a"
    ref={ref}
    id="balcao"
    className="painel"
    hidden
    unidade="1-vara"
    theme="auto"
    nivel={3}
    jitsi-domain="meet.example.jus.br"
    jitsiDomain="meet.example.jus.br"
    courtFile={{ nome: 'Tribunal' }}
    textos={textos}
    debug={false}
    onClick={(event) => event.currentTarget.estado}
    onatrio-balcao-chamada={(event) => {
      const unidade: string | null = event.detail.unidade;
      const element: BalcaoVirtual = event.currentTarget;
      if (unidade) event.preventDefault();
      return element.estado;
    }}
    onatrio-balcao-fim={({ detail }) => detail.motivo.length > 0 && detail.atendido}
  >
    <p>Telefone</p>
  </balcao-virtual>,
  <balcao-virtual key="b" nivel="3" unidade={undefined} />,
  <ouvidoria-form key="c" isolado historico="nao" backend={{ submit: () => Promise.resolve({ protocolo: '1' }) }} onatrio-protocolo={(event: AtrioProtocoloEvent) => event.detail.protocolo} />,
  <balcao-attendant key="d" client-id="equipe" token={() => Promise.resolve('x')} onatrio-atendimento-acesso={() => undefined} />,
  <cidadania-links key="e" formato="icones" />,
  <ouvidoria-stats key="f" servico="sic" />,
  <protocolo-tracker key="g" protocolo="1" onatrio-acao={({ detail }) => detail.acao} />,
  <sic-request key="h" onatrio-etapa={({ detail }) => detail.etapa + detail.total} />,
  <balcao-directory key="i" src="/unidades.json" onatrio-diretorio-balcao={({ detail }) => detail.nome} />,
];

const props: AtrioProps<'ouvidoria-form'> = { tribunal: '/tribunal.json' };
export const spread = <ouvidoria-form {...props} />;
export const form: (element: OuvidoriaForm) => unknown = (element) => element.courtFile;

export const wrong: ReactElement[] = [
  // @ts-expect-error a theme that does not exist
  <balcao-virtual key="a" theme="azul" />,
  // @ts-expect-error a level is a number
  <balcao-virtual key="b" nivel="dois" />,
  // @ts-expect-error a text, not an object
  <balcao-virtual key="c" unidade={{ id: 1 }} />,
  // @ts-expect-error this detail has no `protocolo`
  <balcao-virtual key="d" onatrio-balcao-fim={(event) => event.detail.protocolo} />,
  // @ts-expect-error the handler takes the event of another element
  <balcao-virtual key="e" onatrio-balcao-fim={(event: AtrioProtocoloEvent) => event.detail.protocolo} />,
  // @ts-expect-error a handler is a function
  <ouvidoria-form key="f" onatrio-protocolo="enviar()" />,
  // @ts-expect-error no such property
  <ouvidoria-form key="g" unidades="x" />,
  // @ts-expect-error what a page reads and never sets
  <balcao-virtual key="h" estado="open" />,
  // @ts-expect-error a format that does not exist
  <cidadania-links key="i" formato="lista" />,
  // @ts-expect-error a submit that answers nothing
  <ouvidoria-form key="j" backend={{ submit: () => 1 }} />,
  // @ts-expect-error a token is a text, or a function that promises one
  <balcao-attendant key="k" token={() => 'x'} />,
  // @ts-expect-error a tag that is not the kit's
  <balcao-real key="l" />,
];
