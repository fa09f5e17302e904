import { expect, test } from 'vitest';
import { secureLink } from '../../src/providers/secure-link.js';

test.each([
  ['http://files.example.com/a.mp4', 'https://files.example.com/a.mp4'],
  ['HTTP://files.example.com/a.mp4', 'https://files.example.com/a.mp4'],
  ['http://files.example.com:80/a.mp4', 'https://files.example.com/a.mp4'],
  ['http://files.example.com', 'https://files.example.com'],
  ['http://files.example.com?a=1', 'https://files.example.com?a=1'],
  ['http://localhost.example.com/a', 'https://localhost.example.com/a'],
  ['http://8.8.8.8/a.mp4', 'https://8.8.8.8/a.mp4'],
  ['http://[2606:4700::1]/a.mp4', 'https://[2606:4700::1]/a.mp4'],
  [
    'http://oss.example.com/A%2fb/é.mp4?Expires=1&Signature=a%2Fb%3D&to=http://x:80/',
    'https://oss.example.com/A%2fb/é.mp4?Expires=1&Signature=a%2Fb%3D&to=http://x:80/',
  ],
])('%s is fetched by https, and is otherwise the same to the byte', (link, secure) => {
  expect(secureLink(link)).toBe(secure);
});

test.each([
  'https://files.example.com/a.mp4',
  'http://127.0.0.1:8080/a.mp4',
  'http://127.0.0.1/a.mp4',
  'http://2130706433/a.mp4',
  'http://10.0.0.7/a.mp4',
  'http://192.168.1.2/a.mp4',
  'http://169.254.169.254/latest',
  'http://[::1]/a.mp4',
  'http://[fd00::1]/a.mp4',
  'http://localhost/a.mp4',
  'http://LOCALHOST./a.mp4',
  'http://files.localhost/a.mp4',
  'http://minio/a.mp4',
  'http://nas.local/a.mp4',
  'http://files.corp.internal/a.mp4',
  'http://files.example.com:8080/a.mp4',
  'http://',
  'ftp://files.example.com/a.mp4',
  'no link',
])('%s stays as it is', (link) => {
  expect(secureLink(link)).toBe(link);
});
