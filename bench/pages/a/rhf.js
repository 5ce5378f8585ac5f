import './pagina.css';
import { createElement as h, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod';
import { CAMPOS, TIPOS } from './campos.js';
import { pronto } from './enviar.js';

const regra = ({ type, obrigatorio, minimo }) => {
  const texto = type === 'email' ? z.email('Confira o e-mail.') : z.string().min(minimo ?? (obrigatorio ? 1 : 0), 'Preencha este campo.');
  return obrigatorio ? texto : texto.optional();
};
const schema = z.object({
  tipo: z.enum(TIPOS.map(([valor]) => valor), 'Escolha uma opção.'),
  ...Object.fromEntries(CAMPOS.map((campo) => [campo.nome, regra(campo)])),
  termos: z.literal(true, 'Leia os termos.'),
});

function Ouvidoria() {
  const { register, handleSubmit, watch, formState } = useForm({ resolver: zodResolver(schema) });
  const { errors } = formState;
  const denuncia = watch('tipo') === 'denuncia';
  useEffect(pronto, []);
  const campo = ({ nome, rotulo, longo, type = 'text', inputmode }) =>
    h('label', { key: nome }, rotulo, h(longo ? 'textarea' : 'input', { ...(longo ? {} : { type }), inputMode: inputmode, 'aria-invalid': nome in errors, ...register(nome) }), errors[nome] && h('span', { className: 'erro' }, errors[nome].message));
  return h(
    'form',
    { id: 'f', noValidate: true, onSubmit: handleSubmit((dados) => void fetch('/enviar', { method: 'POST', body: JSON.stringify(dados) })) },
    h('div', { id: 'resumo', className: 'erro', tabIndex: -1 }, Object.entries(errors).map(([nome, { message }]) => `${nome}: ${message}`).join(' · ')),
    h('fieldset', null, h('legend', null, 'O que você quer fazer?'), TIPOS.map(([valor, rotulo]) => h('label', { key: valor }, h('input', { type: 'radio', value: valor, ...register('tipo') }), rotulo))),
    CAMPOS.filter(({ so }) => !so || denuncia).map(campo),
    h('label', null, h('input', { type: 'checkbox', ...register('termos') }), 'Li os termos'),
    h('button', null, 'Enviar'),
  );
}
createRoot(document.getElementById('app')).render(h(Ouvidoria));
