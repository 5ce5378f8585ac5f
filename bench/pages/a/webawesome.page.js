import { TIPOS, blocos } from './campos.js';

const campo = ({ nome, rotulo, longo, type = 'text', inputmode, minimo, obrigatorio }) =>
  `<wa-${longo ? 'textarea' : `input type="${type}"`} name="${nome}" label="${rotulo}"${inputmode ? ` inputmode="${inputmode}"` : ''}${minimo ? ` minlength="${minimo}"` : ''}${obrigatorio ? ' required' : ''}></wa-${longo ? 'textarea' : 'input'}>`;
const { antes, denuncia, depois } = blocos(campo);

export default `<h1>Ouvidoria</h1>
<form id="f" novalidate>
<div id="resumo" tabindex="-1"></div>
<wa-radio-group name="tipo" label="O que você quer fazer?" required>${TIPOS.map(([valor, rotulo]) => `<wa-radio value="${valor}">${rotulo}</wa-radio>`).join('')}</wa-radio-group>
${antes}
<div id="denuncia" hidden>${denuncia}</div>
${depois}
<wa-checkbox name="termos" required>Li os termos</wa-checkbox>
<wa-button type="submit" variant="brand">Enviar</wa-button>
</form>`;
