import type { Announcer } from '../tasks/announcer.js';
import type { VideoTask } from '../tasks/video-task.js';
import { callerTopic, DELIVERIES_TOPIC, DUE_TOPIC, taskTopic, type Bus } from './bus.js';

/** Puts what the core tells on the bus. */
export function createAnnouncer(bus: Bus): Announcer {
  const tell = ({ id, callerId, webhookId }: VideoTask, version: number): void => {
    bus.publish(taskTopic(id), version);
    bus.publish(callerTopic(callerId), version);
    if (webhookId !== null) bus.publish(DELIVERIES_TOPIC, 0);
  };
  return {
    taskStored: (task) => tell(task, task.version),
    taskChanged: (task) => tell(task, task.version),
    taskDeleted: (task) => tell(task, task.version + 1),
    workDue: () => bus.publish(DUE_TOPIC, 0),
  };
}
