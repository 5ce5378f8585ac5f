import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MIN_ROOM_NAME } from '../../../src/config/limits.ts';
import { sala } from '../../../src/contract/tribunal.ts';
import { checkRoomName, createRoomName } from '../../../src/domain/room/room-name.ts';

const drawn = [255, 238, 221, 204, 187, 170, 153, 136, 119, 102, 85, 68, 51, 34, 17, 250, 199, 63];
const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

describe('createRoomName', () => {
  it('[BV-01] draws names with 128 bits or more that the contract takes and nobody has drawn before', () => {
    const seen = new Set<string>();
    let asked = Infinity;
    for (let index = 0; index < 2000; index++) {
      const name = createRoomName((bytes) => {
        asked = Math.min(asked, bytes);
        return random(bytes);
      });
      assert.match(name, /^[A-Za-z0-9_-]{22,}$/);
      assert.equal(checkRoomName(name), null);
      assert.equal(sala.safeParse(name).success, true);
      seen.add(name);
    }
    assert.equal(seen.size, 2000);
    assert.ok(asked * 8 >= 128);
  });

  it('encodes every bit it was given', () => {
    const first = new Uint8Array(drawn);
    assert.equal(createRoomName(() => first), Buffer.from(first).toString('base64url'));
    const other = Uint8Array.from(first);
    other[17]! ^= 1;
    assert.notEqual(createRoomName(() => other), createRoomName(() => first));
  });

  it('draws again when chance spells a word, and refuses a source that is broken', () => {
    const unlucky = new Uint8Array(Buffer.from('BalcaoVirtualTribunal0aB', 'base64url'));
    const good = new Uint8Array(drawn);
    const draws = [unlucky, good];
    assert.equal(createRoomName(() => draws.shift()!), Buffer.from(good).toString('base64url'));
    assert.throws(() => createRoomName((bytes) => new Uint8Array(bytes)), /broken/);
  });
});

describe('checkRoomName', () => {
  it('takes names drawn by other means', () => {
    for (let index = 0; index < 500; index++) {
      assert.equal(checkRoomName(randomUUID()), null);
      assert.equal(checkRoomName(randomBytes(16).toString('hex')), null);
      assert.equal(checkRoomName(`vara-${randomBytes(18).toString('base64url').replace(/[-_]/g, 'x')}`.slice(0, 40)), null);
    }
  });

  it('refuses what can be guessed', () => {
    const guessable = [
      'balcao-virtual-1a-vara-civel',
      'BalcaoVirtualDaPrimeiraVaraCivelDeNatal'.slice(0, 30),
      'primeira-vara-criminal-de-mossoro',
      'sala-de-atendimento-2026-01-01',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'abcABCabcABCabcABCabcABCabc',
      'abcdefghijklmnopqrstuvwxyzABC',
      '0123456789012345678901234567890123456789',
      '3141592653589793238462643383279502884197',
      '1234567890abcdef1234567890abcdef',
    ];
    for (const name of guessable) assert.match(checkRoomName(name) ?? '', /adivinhar/, name);
  });

  it('refuses other characters first, since they corrupt the address', () => {
    const good = createRoomName(random);
    for (const bad of [' ', '?', '#', '/', '%', 'ç', '.', '\n']) assert.match(checkRoomName(good + bad) ?? '', /só pode ter/);
    assert.match(checkRoomName('') ?? '', /só pode ter/);
  });

  it('refuses short names', () => {
    const good = createRoomName(random);
    assert.match(checkRoomName(good.slice(0, MIN_ROOM_NAME - 1)) ?? '', /curto/);
  });

  it('never takes what the contract refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ019-_ ?#ç'), maxLength: 60 }), (name) => {
        if (checkRoomName(name) === null) assert.match(name, /^[A-Za-z0-9_-]{22,}$/);
      }),
      { numRuns: 2000 },
    );
  });
});
