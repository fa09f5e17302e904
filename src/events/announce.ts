import type { Announcer } from '../tasks/announcer.js';
import { callerTopic, DUE_TOPIC, taskTopic, type Bus } from './bus.js';

/** Puts what the core tells on the bus. */
export function createAnnouncer(bus: Bus): Announcer {
  return {
    taskChanged(task) {
      bus.publish(taskTopic(task.id), task.version);
      bus.publish(callerTopic(task.callerId), task.version);
    },
    workDue: () => bus.publish(DUE_TOPIC, 0),
  };
}
