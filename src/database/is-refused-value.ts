import { z } from 'zod';
import { Prisma } from './generated/client.js';

/** SQLSTATE classes: a value that its type does not take, and one that breaks a rule of the table. */
const REFUSED = /^2[23]/;

const meta = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

/** Whether a raw statement failed for a value in it: nothing is written, and the same statement would fail again. */
export function isRefusedValue(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const found = meta.safeParse(error.meta);
  return found.success && REFUSED.test(found.data.driverAdapterError.cause.originalCode);
}
