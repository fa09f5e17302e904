import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Turns a fresh network namespace into one where every address is this machine's, so that whoever connects to an address is
 * heard, and no packet leaves. Names are resolved by the name server on the loopback address: the file that the system's
 * resolver reads is another one, in this mount namespace alone.
 * @param {string} directory
 */
export function enterNetwork(directory) {
  const ip = (/** @type {string[]} */ ...words) => execFileSync('ip', words);
  ip('link', 'set', 'lo', 'up');
  ip('route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo');
  ip('-6', 'route', 'add', 'local', '::/0', 'dev', 'lo');
  const resolver = join(directory, 'resolv.conf');
  writeFileSync(resolver, 'nameserver 127.0.0.1\noptions timeout:2 attempts:2\n');
  execFileSync('mount', ['--bind', resolver, '/etc/resolv.conf']);
}

/**
 * Writes certificate.pem, for the hosts that may be reached, and key.pem. It is its own authority.
 * @param {string} directory @param {readonly string[]} names @param {readonly string[]} addresses
 */
export function makeCertificate(directory, names, addresses) {
  const [certificatePath, keyPath] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')];
  const hosts = [...names.map((name) => `DNS:${name}`), ...addresses.map((address) => `IP:${address}`)].join(',');
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=Reelay test', '-addext', `subjectAltName=${hosts}`];
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', keyPath, '-out', certificatePath], { stdio: 'pipe' });
}
