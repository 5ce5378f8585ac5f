/**
 * The stand-in's own external API: the members of Jitsi's `JitsiMeetExternalAPI` that the kit uses, over postMessage with the
 * demonstration room. Not Jitsi's code.
 */
(() => {
  let count = 0;

  class JitsiMeetExternalAPI {
    #listeners = new Map();
    #frame = document.createElement('iframe');
    #origin;
    #id = count++;

    constructor(domain, options = {}) {
      const { roomName = '', parentNode = document.body, width = '100%', height = '100%', noSSL = false, userInfo = {}, lang = 'pt-BR', configOverwrite = {} } = options;
      const url = new URL(`${noSSL ? 'http' : 'https'}://${domain}/${roomName}`);
      this.#origin = url.origin;
      url.hash = new URLSearchParams({
        id: String(this.#id),
        origem: location.origin,
        nome: userInfo.displayName ?? '',
        assunto: configOverwrite.localSubject ?? '',
      }).toString();
      const size = (value) => (typeof value === 'number' ? `${value}px` : value);
      const frame = this.#frame;
      frame.allow = 'camera; microphone; fullscreen; autoplay';
      frame.name = frame.id = `salaDemonstracao${this.#id}`;
      frame.lang = lang;
      frame.style.width = size(width);
      frame.style.height = size(height);
      frame.style.border = '0';
      frame.src = url.href;
      window.addEventListener('message', this.#hear);
      parentNode.appendChild(frame);
    }

    #hear = (event) => {
      if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
      const { sala, nome, dados } = event.data ?? {};
      if (sala === this.#id) this.emit(nome, dados);
    };

    emit(name, data) {
      for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(data);
      return this.#listeners.has(name);
    }

    on(name, listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      return this;
    }

    addListener(name, listener) {
      return this.on(name, listener);
    }

    removeListener(name, listener) {
      this.#listeners.set(name, (this.#listeners.get(name) ?? []).filter((known) => known !== listener));
      return this;
    }

    executeCommand(command) {
      this.#frame.contentWindow?.postMessage({ comando: command }, this.#origin);
    }

    getIFrame() {
      return this.#frame;
    }

    dispose() {
      window.removeEventListener('message', this.#hear);
      this.#listeners.clear();
      this.#frame.remove();
    }
  }

  window.JitsiMeetExternalAPI = JitsiMeetExternalAPI;
})();
