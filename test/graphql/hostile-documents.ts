/** A document that nobody means well with, the variables it comes with, and the code it is refused with. */
export type HostileDocument = { name: string; query: string; variables?: Record<string, unknown>; code: string };

const nested = (depth: number): string => 'retriedFrom { '.repeat(depth) + 'id' + ' }'.repeat(depth);
const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
const task = (selection: string): string => `{ videoTask(id: "task_x") { ${selection} } }`;
const page = (first: string, selection: string): string => `{ videoTasks(first: ${first}) { nodes { ${selection} } } }`;
const FILES = 'video { id } poster { id } preview { id } original { id } storyboard { sprite { id } }';
const ring = (count: number): string =>
  Array.from({ length: count }, (_, at) => `fragment f${at} on VideoTask { ...f${(at + 1) % count} }`).join(' ');

const PARSE = 'GRAPHQL_PARSE_FAILED';
const VALIDATION = 'GRAPHQL_VALIDATION_FAILED';
const COST = 'OPERATION_TOO_COSTLY';

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  { name: 'no GraphQL', query: 'DROP TABLE video_tasks', code: PARSE },
  { name: 'an open brace', query: '{ viewer { id }', code: PARSE },
  { name: 'braces without an end', query: '{'.repeat(900), code: PARSE },
  { name: 'more words than are taken', query: `{ ${'viewer { id } '.repeat(300)} }`, code: PARSE },
  { name: 'words without an end', query: `{ ${'a '.repeat(20_000)} }`, code: PARSE },
  {
    name: 'brackets in a variable type',
    query: `query ($a: ${'['.repeat(600)}Int${']'.repeat(600)}) { viewer { id } }`,
    code: PARSE,
  },
  { name: 'a string that does not end', query: '{ videoTask(id: "task_', code: PARSE },
  { name: 'a NUL', query: '{ viewer { \u0000 } }', code: PARSE },
  { name: 'only comments', query: '# nothing\n'.repeat(200), code: PARSE },
  { name: 'an empty selection', query: '{ viewer { } }', code: PARSE },
  { name: 'a field that is not there', query: '{ viewer { password } }', code: VALIDATION },
  {
    name: 'many fields that are not there',
    query: `{ ${Array.from({ length: 200 }, (_, at) => `no${at}`).join(' ')} }`,
    code: VALIDATION,
  },
  { name: 'an argument that is not there', query: '{ videoTask(id: "x", admin: true) { id } }', code: VALIDATION },
  {
    name: 'an input field that is not there',
    query: 'mutation { createVideoTask(input: { prompt: "x", callerId: "y" }) { replayed } }',
    code: VALIDATION,
  },
  { name: 'a directive that is not there', query: '{ viewer @drop { id } }', code: VALIDATION },
  {
    name: 'directives without an end',
    query: `{ viewer { id ${'@include(if: true) '.repeat(50)} } }`,
    code: VALIDATION,
  },
  {
    name: 'directives on many fields',
    query: `{ viewer { ${'id @include(if: true) '.repeat(30)} } }`,
    code: VALIDATION,
  },
  { name: 'too deep', query: task(nested(10)), code: VALIDATION },
  { name: 'very deep', query: task(nested(150)), code: VALIDATION },
  {
    name: 'too deep through fragments',
    query: `${task('...a')} fragment a on VideoTask { ${nested(4)} ...b } fragment b on VideoTask { retriedFrom { retriedFrom { ...c } } } fragment c on VideoTask { ${nested(8)} }`,
    code: VALIDATION,
  },
  {
    name: 'too deep through inline fragments',
    query: task('... on VideoTask { '.repeat(20) + nested(12) + ' }'.repeat(20)),
    code: VALIDATION,
  },
  { name: 'a fragment of itself', query: `${task('...a')} fragment a on VideoTask { ...a }`, code: VALIDATION },
  { name: 'a ring of fragments', query: `${task('...f0')} ${ring(40)}`, code: VALIDATION },
  { name: 'a fragment that nobody uses', query: '{ viewer { id } } fragment a on Viewer { id }', code: VALIDATION },
  { name: 'aliases without an end', query: `{ ${aliases(100, 'viewer { id }')} }`, code: VALIDATION },
  { name: 'aliases of __typename', query: `{ ${aliases(100, '__typename')} }`, code: VALIDATION },
  {
    name: 'aliases in fragments',
    query: `{ viewer { ...a } } fragment a on Viewer { ${aliases(16, 'id')} }`,
    code: VALIDATION,
  },
  {
    name: 'aliased mutations',
    query: `mutation { ${aliases(16, 'createVideoTask(input: { prompt: "x" }) { replayed }')} }`,
    code: VALIDATION,
  },
  { name: 'events of events', query: task('events { task { events { version } } }'), code: VALIDATION },
  {
    name: 'two subscriptions at once',
    query: 'subscription { videoTasksUpdated { cursor } videoTaskUpdated(id: "x") { version } }',
    code: VALIDATION,
  },
  { name: 'fields that contradict each other', query: `{ viewer { id: name id } }`, code: VALIDATION },
  { name: 'a variable that nobody declared', query: '{ videoTask(id: $id) { id } }', code: VALIDATION },
  {
    name: 'the schema in the schema',
    query: '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    code: VALIDATION,
  },
  {
    name: 'two operations and no name',
    query: 'query a { viewer { id } } query b { viewer { id } }',
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  { name: 'a large page with every file', query: page('100', `results { ${FILES} }`), code: COST },
  {
    name: 'a large page by a variable',
    query: `query ($n: Int) ${page('$n', 'id')}`,
    variables: { n: 100_000 },
    code: COST,
  },
  { name: 'a large page by a default', query: `query ($n: Int = 5000) ${page('$n', 'id')}`, code: COST },
  { name: 'events of a whole page', query: page('50', 'events(first: 100) { version }'), code: COST },
  {
    name: 'many nodes by a variable',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on VideoTask { events { version } } } }',
    variables: { ids: Array.from({ length: 100 }, (_, at) => `task_${at}`) },
    code: COST,
  },
  {
    name: 'large pages under few names',
    query: `{ ${aliases(12, 'videoTasks(first: 100) { nodes { id } }')} }`,
    code: COST,
  },
];
