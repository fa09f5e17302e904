import { printSchema } from 'graphql';
import { createSchema } from '../graphql/schema.js';

/** The schema in GraphQL's own language. */
export function schemaText(): string {
  const unused = (): never => {
    throw new Error('Printing calls no command.');
  };
  const schema = createSchema({
    createTask: unused,
    estimateTask: unused,
    cancelTask: unused,
    retryTask: unused,
    deleteTask: unused,
    createUpload: unused,
    importSource: unused,
    listTasks: unused,
    readEvents: unused,
    linkAsset: unused,
    linkStoryboard: unused,
    providers: [],
    reasonSetAside: unused,
    createKey: unused,
    revokeKey: unused,
    listKeys: unused,
    readWebhookSecret: unused,
    rotateWebhookSecret: unused,
    setLimits: unused,
    readLimits: unused,
    readUse: unused,
    readRateUse: unused,
    listDeliveries: unused,
    findDelivery: unused,
    redeliver: unused,
    sendTest: unused,
    replay: unused,
  });
  return `${printSchema(schema)}\n`;
}
