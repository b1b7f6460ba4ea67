import { expect, test } from 'vitest';
import { indirizzoDi, reteDi } from './chiaviTentativo';

test.for([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['non un indirizzo', ''],
  ['', ''],
] as const)('la rete di %s è %s', ([indirizzo, rete]) => {
  expect(reteDi(indirizzo)).toBe(rete);
});

test('vale l’indirizzo scritto dal proxy, non quelli che il browser può inventare', () => {
  expect(indirizzoDi(new Headers({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' }))).toBe('203.0.113.9');
  expect(indirizzoDi(new Headers())).toBe('');
});
