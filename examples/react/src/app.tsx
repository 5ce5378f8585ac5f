import { useState } from 'react';
import type { AtrioBalcaoEstadoEvent } from 'atrio-kit/balcao-virtual';
import type { AtrioProtocoloEvent } from 'atrio-kit/ouvidoria-form';
import type { AtrioProps } from 'atrio-kit/react';
import { enviar } from './enviar.ts';

// Fora do componente: o mesmo objeto a cada vez que a tela é desenhada.
const backend: AtrioProps<'ouvidoria-form'>['backend'] = { submit: enviar };
const textos = { 'balcao.chamar': 'Falar com a vara' };

export function App() {
  const [aberto, setAberto] = useState(true);
  const [situacao, setSituacao] = useState('carregando');
  const [protocolo, setProtocolo] = useState<string>();

  const mudou = ({ detail }: AtrioBalcaoEstadoEvent): void => setSituacao(detail.estado);
  const registrada = ({ detail }: AtrioProtocoloEvent): void => setProtocolo(detail.protocolo);

  return (
    <>
      <h1>Fale com a 1ª Vara Cível</h1>
      <p>
        Situação do balcão: <output id="situacao">{situacao}</output>
      </p>
      <button type="button" onClick={() => setAberto(!aberto)}>
        {aberto ? 'Esconder o balcão' : 'Mostrar o balcão'}
      </button>
      {aberto && (
        <balcao-virtual tribunal="tribunal.json" unidade="1-vara-civel" textos={textos} onatrio-balcao-estado={mudou}>
          <p>
            Telefone: <a href="tel:+558455550102">(84) 5555-0102</a>
          </p>
        </balcao-virtual>
      )}

      <h1>Ouvidoria</h1>
      {protocolo && (
        <p>
          A página soube do protocolo <output id="protocolo">{protocolo}</output>.
        </p>
      )}
      <ouvidoria-form tribunal="tribunal.json" backend={backend} onatrio-protocolo={registrada}>
        <p>
          Ouvidoria: <a href="tel:+558455550101">(84) 5555-0101</a>
        </p>
      </ouvidoria-form>
    </>
  );
}
