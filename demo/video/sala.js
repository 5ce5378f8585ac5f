/** The demonstration room: own preview, and buttons that play what an attendant would do. Nothing leaves this page. */
const hash = new URLSearchParams(location.hash.slice(1));
const embedder = window.parent === window ? null : hash.get('origem');
const find = (id) => document.getElementById(id);

const say = (nome, dados = {}) => {
  if (embedder) window.parent.postMessage({ sala: Number(hash.get('id')), nome, dados }, embedder);
};

const TEXTS = {
  espera: ['Sala de espera', 'Você chegou. Numa sala de verdade, alguém do tribunal abriria a porta agora. Aqui, use “Admitir” para continuar.'],
  dentro: ['Na chamada', 'Você entrou na sala de demonstração. Use “Encerrar” ou “Sair da chamada” para terminar.'],
  queda: ['Conexão perdida', 'Use “Restabelecer a conexão” para voltar à sala.'],
  recusado: ['Entrada recusada', 'Foi o que o botão “Recusar” simulou. Nada mais acontece aqui.'],
  fim: ['Chamada encerrada', 'A câmera e o microfone foram desligados.'],
};

let state = '';
let stream = null;

const release = () => {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
  showDevices();
};

function showDevices() {
  const audio = stream?.getAudioTracks()[0];
  const video = stream?.getVideoTracks()[0];
  const seen = Boolean(video?.enabled);
  find('previa').hidden = !seen;
  find('sem-imagem').hidden = seen;
  find('sem-imagem').textContent = video ? 'Câmera desligada' : 'Sem câmera';
  find('estado-microfone').textContent = audio ? (audio.enabled ? '' : '(microfone desligado)') : '(sem microfone)';
  for (const [id, track, on, off] of [
    ['microfone', audio, 'Desligar microfone', 'Ligar microfone'],
    ['camera', video, 'Desligar câmera', 'Ligar câmera'],
  ]) {
    const button = find(id);
    button.disabled = !track;
    button.textContent = !track || track.enabled ? on : off;
  }
}

function go(next, { focus = true } = {}) {
  state = next;
  const [title, text] = TEXTS[next];
  find('titulo').textContent = title;
  find('explicacao').textContent = text;
  const over = next === 'fim' || next === 'recusado';
  document.body.dataset.estado = next;
  find('admitir').hidden = find('recusar').hidden = next !== 'espera';
  find('encerrar').hidden = next !== 'dentro';
  find('cair').hidden = next !== 'dentro' && next !== 'queda';
  find('cair').textContent = next === 'queda' ? 'Restabelecer a conexão' : 'Derrubar a conexão';
  find('sair').hidden = over;
  if (over) release();
  if (focus) find('titulo').focus();
}

const joined = () => {
  go('dentro');
  say('videoConferenceJoined', { roomName: location.pathname.slice(1), id: 'local', displayName: hash.get('nome') ?? '', breakoutRoom: false });
};

function leave() {
  if (state === 'fim') return;
  const inside = state === 'dentro';
  go('fim');
  if (inside) say('videoConferenceLeft', { roomName: location.pathname.slice(1) });
  say('readyToClose');
}

const toggle = (kind) => {
  const track = kind === 'microfone' ? stream?.getAudioTracks()[0] : stream?.getVideoTracks()[0];
  if (!track) return;
  track.enabled = !track.enabled;
  showDevices();
};

find('admitir').addEventListener('click', joined);
find('recusar').addEventListener('click', () => {
  go('recusado');
  say('errorOccurred', { error: { name: 'conference.connectionError.accessDenied', isFatal: false, type: 'CONFERENCE' } });
});
find('encerrar').addEventListener('click', () => {
  go('fim');
  say('errorOccurred', { error: { name: 'conference.destroyed', isFatal: false, type: 'CONFERENCE' } });
});
find('cair').addEventListener('click', () => {
  if (state === 'queda') return joined();
  go('queda');
  say('errorOccurred', { error: { name: 'connection.otherError', isFatal: true, type: 'CONNECTION' } });
});
find('sair').addEventListener('click', leave);
find('microfone').addEventListener('click', () => toggle('microfone'));
find('camera').addEventListener('click', () => toggle('camera'));
window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.origin === embedder && event.data?.comando === 'hangup') leave();
});

find('nome').textContent = hash.get('nome') || 'Você';
if (hash.get('assunto')) document.title = `Sala de demonstração — ${hash.get('assunto')}`;
go('espera', { focus: false });
showDevices();
say('browserSupport', { supported: true });
say('ready');
say('errorOccurred', { error: { name: 'conference.connectionError.membersOnly', isFatal: false, type: 'CONFERENCE' } });
say('prejoinScreenLoaded', { id: 'local' });

try {
  const got = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  if (state === 'fim' || state === 'recusado') {
    for (const track of got.getTracks()) track.stop();
  } else {
    stream = got;
    find('previa').srcObject = got;
    showDevices();
    say('deviceListChanged', {});
  }
} catch (error) {
  const name = error?.name === 'NotAllowedError' ? 'gum.permission_denied' : 'gum.not_found';
  say('errorOccurred', { error: { name, isFatal: false, type: 'DEVICE' } });
}
