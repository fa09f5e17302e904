import { z } from 'zod';

/** A delivery whose time has come, and which nobody has claimed. */
export const dueDelivery = z.object({ id: z.string(), callerId: z.string(), receiver: z.string(), dueAt: z.date() });
export type DueDelivery = z.infer<typeof dueDelivery>;
