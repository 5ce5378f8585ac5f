import './pagina.css';
import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { JitsiMeeting } from '@jitsi/react-sdk';
import { frase } from './balcao.js';

function Balcao() {
  const [aberta, abrir] = useState(false);
  useEffect(() => void (document.documentElement.dataset.pronto = ''), []);
  const p = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone: 'America/Manaus', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date()).map(({ type, value }) => [type, value]));
  const dia = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(p.weekday);
  return h('div', null, h('p', { id: 's' }, frase(dia, Number(p.hour) * 60 + Number(p.minute))), aberta ? h(JitsiMeeting, { domain: 'video.invalid', roomName: 'sala' }) : h('button', { id: 'b', onClick: () => abrir(true) }, 'Chamar por vídeo'));
}
createRoot(document.getElementById('app')).render(h(Balcao));
