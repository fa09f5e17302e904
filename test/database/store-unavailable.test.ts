import { expect, test } from 'vitest';
import { Prisma } from '../../src/database/generated/client.js';
import { isStoreUnavailable } from '../../src/database/store-unavailable.js';

/** As Prisma raises it. */
function raised(code: string, driver?: { kind: string; originalCode?: string }): Error {
  const meta = driver === undefined ? undefined : { driverAdapterError: { cause: driver } };
  return new Prisma.PrismaClientKnownRequestError('told', { code, clientVersion: '7', ...(meta ? { meta } : {}) });
}

test.each([
  ['cannot be reached', raised('P1001', { kind: 'DatabaseNotReachable' })],
  ['closed the connection', raised('P2010', { kind: 'ConnectionClosed' })],
  ['is shutting down', raised('P2010', { kind: 'postgres', originalCode: '57P01' })],
  ['has a full disk', raised('P2010', { kind: 'postgres', originalCode: '53100' })],
  ['has too many connections', raised('P2037')],
  ['has two that wait for each other', raised('P2010', { kind: 'TransactionWriteConflict', originalCode: '40P01' })],
  ['gives no transaction in time', raised('P2028')],
  ['finds no file descriptor', raised('EMFILE')],
  ['does not answer in time', new Error('Query read timeout')],
  ['lets nobody in', new Error('timeout exceeded when trying to connect')],
  ['hangs up', new Error('Connection terminated unexpectedly')],
  ['is not routed to', Object.assign(new Error('connect'), { code: 'EHOSTUNREACH', syscall: 'connect' })],
])('a store that %s may be asked again', (_, error) => {
  expect(isStoreUnavailable(error)).toBe(true);
});

test.each([
  ['a broken rule', raised('P2002', { kind: 'UniqueConstraintViolation', originalCode: '23505' })],
  ['a missing row', raised('P2025')],
  ['a wrong statement', raised('P2010', { kind: 'postgres', originalCode: '42601' })],
  ['a mistake of ours', new TypeError('x is not a function')],
  ['no error at all', 'Query read timeout'],
])('%s would come again', (_, error) => {
  expect(isStoreUnavailable(error)).toBe(false);
});
