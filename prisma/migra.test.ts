import { expect, test } from 'vitest';
import { conCredenziali, passwordRuolo, verificatoreScram } from './migra';

test('l’indirizzo di un accesso conserva server, porta, database e parametri', () => {
  expect(conCredenziali('postgresql://io:pw@db.example.it:5433/cantiere?sslmode=require', 'app_ente', 'abc')).toBe(
    'postgresql://app_ente:abc@db.example.it:5433/cantiere?sslmode=require',
  );
});

test('una password con segni speciali torna intera dall’indirizzo', () => {
  const indirizzo = new URL(conCredenziali('postgresql://io@localhost/x', 'tizio', 'a/b:c@d%e'));
  expect(decodeURIComponent(indirizzo.password)).toBe('a/b:c@d%e');
});

test('le password dei ruoli dipendono dal ruolo e dal segreto, e non cambiano', () => {
  const segreto = 's'.repeat(32);
  expect(passwordRuolo('app_ente', segreto)).toBe(passwordRuolo('app_ente', segreto));
  expect(passwordRuolo('app_ente', segreto)).toMatch(/^[0-9a-f]{64}$/);
  expect(passwordRuolo('app_ente', segreto)).not.toBe(passwordRuolo('app_regione', segreto));
  expect(passwordRuolo('app_ente', segreto)).not.toBe(passwordRuolo('app_ente', 't'.repeat(32)));
});

test('il verificatore SCRAM ha la forma che PostgreSQL conserva, senza la password', () => {
  const verificatore = verificatoreScram('segretissima', 'x');
  expect(verificatore).toMatch(/^SCRAM-SHA-256\$4096:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$/);
  expect(verificatore).not.toContain('segretissima');
});
