/** Where the public may go, and where nothing else than the tests' own servers answers. */
export const PUBLIC = { four: '8.8.8.8', other: '93.184.216.34', six: '2606:4700::1111' };
export const CONTROL = 'control.example';
/** Below it stand the names that try something: `<trick>-<sink>.tricks.example`. */
const TRICKS_DOMAIN = 'tricks.example';

/** Names, by what they lead to. @type {Readonly<Record<string, import('./names.mjs').Zone>>} */
const TRICKS = {
  private: ['10.0.0.1'],
  metadata: ['169.254.169.254'],
  shared: ['100.64.0.1'],
  azure: ['168.63.129.16'],
  anyone: ['0.0.0.0'],
  six: ['::1'],
  local: ['fd00::1'],
  mapped: ['::ffff:7f00:1'],
  nat64: ['64:ff9b::a9fe:a9fe'],
  tunnel: ['2002:7f00:1::1'],
  mixed: [PUBLIC.four, '127.0.0.1'],
  mixedlast: ['192.168.0.1', PUBLIC.four],
  mixedsix: [PUBLIC.four, '::1'],
  chain: ['first.chain.example', 'second.chain.example', '169.254.169.254'],
  home: ['localhost', '127.0.0.1'],
  rebinds: (times) => [times % 2 === 0 ? PUBLIC.four : '127.0.0.1'],
  rebindsback: (times) => [times % 2 === 0 ? '127.0.0.1' : PUBLIC.four],
};

/** Of these, a task has to be finished for each. */
export const FEW_TRICKS = ['mixed', 'chain', 'rebinds', 'rebindsback'];

/** @param {string} sink @param {readonly string[]} tricks */
export function trickyHosts(sink, tricks = Object.keys(TRICKS)) {
  return tricks.map((trick) => `${trick}-${sink.toLowerCase()}.${TRICKS_DOMAIN}`);
}

/** @param {string} name @returns {import('./names.mjs').Zone | undefined} */
export function zoneOf(name) {
  if (name === CONTROL) return [PUBLIC.other];
  if (name === `alias.${CONTROL}`) return [CONTROL, PUBLIC.other];
  return name.endsWith(`.${TRICKS_DOMAIN}`) ? TRICKS[name.split('-')[0] ?? ''] : undefined;
}

/** For whom the site's certificate is. */
export const SITE_NAMES = [CONTROL, `*.${CONTROL}`, `*.${TRICKS_DOMAIN}`];

/** Where redirects lead that nobody may follow. */
const FORBIDDEN_TARGETS = [
  'https://127.0.0.1/',
  'https://127.0.0.1:8443/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://2852039166/',
  'http://169.254.169.254/latest/meta-data/',
  `http://${PUBLIC.four}/`,
  '//10.0.0.1/',
  'file:///etc/passwd',
  `https://user:password@${PUBLIC.four}/`,
  `https://${PUBLIC.four}:6379/`,
];
const STATUSES = [301, 302, 303, 307, 308];

/** Links to the public that lead on to where nobody may go, at once and after two hops more. @param {string} sink */
export function redirects(sink) {
  const targets = [...FORBIDDEN_TARGETS, ...trickyHosts(`${sink}redirect`).map((host) => `https://${host}/`)];
  return targets.flatMap((to, index) => {
    const status = STATUSES[index % STATUSES.length] ?? 302;
    return [0, 2].map((hops) => redirect(status, hops, to));
  });
}

/** @param {number} status @param {number} hops @param {string} to */
export function redirect(status, hops, to) {
  return `https://${CONTROL}/redirect/${status}/${hops}?to=${encodeURIComponent(to)}`;
}
