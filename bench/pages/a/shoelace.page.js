import { TIPOS, blocos } from './campos.js';

const campo = ({ nome, rotulo, longo, type = 'text', inputmode, minimo, obrigatorio }) =>
  `<sl-${longo ? 'textarea' : `input type="${type}"`} name="${nome}" label="${rotulo}"${inputmode ? ` inputmode="${inputmode}"` : ''}${minimo ? ` minlength="${minimo}"` : ''}${obrigatorio ? ' required' : ''}></sl-${longo ? 'textarea' : 'input'}>`;
const { antes, denuncia, depois } = blocos(campo);

export default `<h1>Ouvidoria</h1>
<form id="f" novalidate>
<div id="resumo" tabindex="-1"></div>
<sl-radio-group name="tipo" label="O que você quer fazer?" required>${TIPOS.map(([valor, rotulo]) => `<sl-radio value="${valor}">${rotulo}</sl-radio>`).join('')}</sl-radio-group>
${antes}
<div id="denuncia" hidden>${denuncia}</div>
${depois}
<sl-checkbox name="termos" required>Li os termos</sl-checkbox>
<sl-button type="submit" variant="primary">Enviar</sl-button>
</form>`;
