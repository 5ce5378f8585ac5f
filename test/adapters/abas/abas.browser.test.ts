import { expect } from '@open-wc/testing';
import { criarAbas, ambienteAbas } from '../../../src/adapters/abas/abas.ts';
import { lerSenha } from '../../../src/adapters/abas/guarda.ts';
import { fakeClock } from '../../support/fake-ports.ts';

const CHAVE = 'https://b.example/|central';
const senha = { ingresso: 'segredo', senha: '042' };

for (const comTrava of [true, false]) {
  describe(`tabs and one ticket, ${comTrava ? 'with Web Locks' : 'without them'}`, () => {
    const clock = fakeClock();
    const aba = (eu: string) => criarAbas(CHAVE, { ...ambienteAbas(clock, eu), ...(comTrava ? {} : { locks: undefined }) });
    afterEach(() => localStorage.clear());

    it('[BV-21] a ticket that one tab keeps is there for the other, and forgotten in both', () => {
      const one = aba('1');
      const two = aba('2');
      one.guardar(senha);
      expect(two.ler()).to.deep.equal(senha);
      expect(lerSenha(CHAVE)).to.deep.equal(senha);
      expect(lerSenha('outra')).to.equal(null);
      two.apagar();
      expect(one.ler()).to.equal(null);
    });

    it('[BV-21] one tab at a time is in the call; another is refused, or takes it and the first is told', async () => {
      const one = aba('1');
      const two = aba('2');
      let lost = 0;
      expect(await one.ocupada()).to.equal(false);
      expect(await one.tomar(false, () => lost++)).to.equal(true);
      expect(await one.ocupada()).to.equal(false);
      expect(await two.ocupada()).to.equal(true);
      expect(await two.tomar(false, () => undefined)).to.equal(false);
      expect(await two.tomar(true, () => undefined)).to.equal(true);
      // Storage tells only other tabs: here the beat of the claim does.
      clock.advance(3_000);
      for (let n = 0; n < 50 && lost === 0; n++) await new Promise((resolve) => setTimeout(resolve));
      expect(lost).to.equal(1);
      expect(await one.ocupada()).to.equal(true);
      two.soltar();
      for (let n = 0; n < 50 && (await one.ocupada()); n++) await new Promise((resolve) => setTimeout(resolve));
      expect(await one.ocupada()).to.equal(false);
    });

    it('tells the others of every change', async () => {
      const one = aba('1');
      const two = aba('2');
      let heard = 0;
      const stop = two.ouvir(() => heard++);
      one.guardar(senha);
      for (let n = 0; n < 100 && heard === 0; n++) await new Promise((resolve) => setTimeout(resolve));
      expect(heard).to.be.greaterThan(0);
      stop();
      one.apagar();
    });
  });
}

describe('a tab that died in the call', () => {
  it('[BV-21] without Web Locks its claim runs out', async () => {
    const clock = fakeClock();
    const abas = (eu: string) => criarAbas(CHAVE, { ...ambienteAbas(clock, eu), locks: undefined });
    const dead = abas('morta');
    await dead.tomar(false, () => undefined);
    localStorage.setItem(`atrio:chamada:${CHAVE}`, JSON.stringify({ eu: 'morta', em: clock.now() - 60_000 }));
    expect(await abas('viva').ocupada()).to.equal(false);
    dead.soltar();
    localStorage.clear();
  });
});
