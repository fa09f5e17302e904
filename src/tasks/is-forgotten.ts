/** Services keep files and tasks for a day (docs.evolink.ai; alibabacloud.com/help/en/model-studio). */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** When nothing can be left of what a service did at a time. */
export function forgottenAt(time: Date): Date {
  return new Date(time.getTime() + FORGOTTEN_AFTER_MS);
}

/** Whether nothing can be left of an operation of this age. One that never began is not remembered either. */
export function isForgotten(startedAt: Date | null): boolean {
  return startedAt === null || Date.now() > forgottenAt(startedAt).getTime();
}
