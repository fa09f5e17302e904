// Prints the schema as the code has it: node .config/print-schema.mjs > schema.graphql
import { printSchema } from 'graphql';
import { createSchema } from '../dist/graphql/schema.js';

// Printing calls no resolver, so that no command is needed.
process.stdout.write(`${printSchema(createSchema({ providers: [] }))}\n`);
