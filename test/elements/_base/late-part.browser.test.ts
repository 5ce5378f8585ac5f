import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { LatePart } from '../../../src/elements/_base/late-part.ts';
import { fakePorts } from '../../support/fake-ports.ts';

class TestLate extends LitElement {
  ports = fakePorts();
  asked = 0;
  reachable = false;
  readonly late = new LatePart(this, () => {
    this.asked += 1;
    return this.reachable ? Promise.resolve('the part') : Promise.reject(new TypeError('Failed to fetch'));
  });
  protected override render(): unknown {
    return html`${this.late.get() ?? (this.late.failed ? 'missing' : 'on its way')}`;
  }
}
customElements.define('test-late', TestLate);

const settle = async (element: TestLate): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await element.updateComplete.then(() => undefined);
};
const says = (element: TestLate): string => element.shadowRoot!.textContent!.trim();

async function missing(): Promise<TestLate> {
  const element = new TestLate();
  document.body.append(element);
  await settle(element);
  expect([says(element), element.asked]).to.deep.equal(['missing', 1]);
  return element;
}
async function online(element: TestLate): Promise<void> {
  dispatchEvent(new Event('online'));
  await settle(element);
}
async function pass(element: TestLate, ms: number): Promise<void> {
  element.ports.clock.advance(ms);
  await settle(element);
}

describe('a part that comes late', () => {
  afterEach(() => document.body.replaceChildren());

  it('is not asked for without end: until the network is back, only at a press', async () => {
    const element = await missing();
    await pass(element, 600_000);
    expect([element.asked, element.ports.clock.pending]).to.deep.equal([1, 0]);
    element.late.again();
    await settle(element);
    expect([says(element), element.asked]).to.deep.equal(['missing', 2]);
    element.reachable = true;
    element.late.again();
    await settle(element);
    expect([says(element), element.asked]).to.deep.equal(['the part', 3]);
    await online(element);
    expect(element.asked).to.equal(3);
  });

  it('is asked for a few times more when the network is said to be back and is not yet, and is said to be missing meanwhile', async () => {
    const element = await missing();
    await online(element);
    expect(element.asked).to.equal(2);
    for (const [wait, asked] of [[1_999, 2], [1, 3], [7_999, 3], [1, 4], [29_999, 4], [1, 5], [600_000, 5]] as const) {
      await pass(element, wait);
      expect([says(element), element.asked]).to.deep.equal(['missing', asked]);
    }
    // Said once more, it is believed once more.
    await online(element);
    element.reachable = true;
    await pass(element, 2_000);
    expect([says(element), element.asked, element.ports.clock.pending]).to.deep.equal(['the part', 7, 0]);
  });

  it('is not asked for out of the page; put back, it is', async () => {
    const element = await missing();
    await online(element);
    element.remove();
    expect(element.ports.clock.pending).to.equal(0);
    await pass(element, 60_000);
    await online(element);
    expect(element.asked).to.equal(2);
    document.body.append(element);
    await settle(element);
    expect(element.asked).to.equal(3);
    element.reachable = true;
    await pass(element, 2_000);
    expect(says(element)).to.equal('the part');
  });

  it('that does not come after the element was taken away is not asked for by anybody', async () => {
    const element = await missing();
    dispatchEvent(new Event('online'));
    element.remove();
    await settle(element);
    expect([element.late.failed, element.asked, element.ports.clock.pending]).to.deep.equal([true, 2, 0]);
  });
});
