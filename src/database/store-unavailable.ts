import { z } from 'zod';

/** Prisma's own codes: not reachable, timed out, closed, too many connections, or no transaction in time. */
const CLIENT_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037']);

/** Of the operating system, as Prisma hands them on: no way to the server, or no file descriptor left for it. */
const SYSTEM_CODES = new Set(['EMFILE', 'ENFILE', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'ECONNRESET']);

/** What the driver adapter makes of errors whose SQLSTATE or errno it does not hand on. */
const DRIVER_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/**
 * PostgreSQL's codes by their beginning (its page "Error Codes"): connections (08), resources such as a full disk (53),
 * cancelled and shutting down (57), trouble of its system (58), and transactions to be tried again (40).
 */
const SQL_STATES = /^(08|40|53|57|58)[0-9A-Z]{3}$/;

/** Errors of the driver that have no code at all. */
const DRIVER_MESSAGES =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Connection ended)/;

const clientError = z.object({ code: z.string() });
const driverError = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }) }),
  }),
});
const systemError = z.object({ syscall: z.string() });

/**
 * Whether an error says that the database could not serve just now: it is away, restarting, full or overloaded. The same
 * call may succeed in a moment. Any other error would come again.
 */
export function isStoreUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (DRIVER_MESSAGES.test(error.message) || systemError.safeParse(error).success) return true;
  const driver = driverError.safeParse(error).data?.meta.driverAdapterError.cause;
  if (driver !== undefined) return DRIVER_KINDS.has(driver.kind) || SQL_STATES.test(driver.originalCode ?? '');
  const { code = '' } = clientError.safeParse(error).data ?? {};
  return CLIENT_CODES.has(code) || SYSTEM_CODES.has(code);
}
