import type { Announcer } from '../tasks/announcer.js';
import { callerTopic, DELIVERIES_TOPIC, DUE_TOPIC, taskTopic, type Bus } from './bus.js';

/** Puts what the core tells on the bus. */
export function createAnnouncer(bus: Bus): Announcer {
  return {
    taskChanged(task) {
      bus.publish(taskTopic(task.id), task.version);
      bus.publish(callerTopic(task.callerId), task.version);
      if (task.webhookId !== null) bus.publish(DELIVERIES_TOPIC, 0);
    },
    workDue: () => bus.publish(DUE_TOPIC, 0),
  };
}
