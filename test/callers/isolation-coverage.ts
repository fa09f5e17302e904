import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { ID_INPUTS, NODES, PLACES, ROOTS } from './isolation-table.js';

/** Everything in a schema that could lead to another caller's things and that the table says nothing of. */
export function uncovered(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}).map((field) => ({ root, field })));
  const rootNames = fields.map(({ root, field }) => `${root?.name}.${field.name}`);
  const missingArguments = fields.flatMap(({ root, field }) => {
    const name = `${root?.name}.${field.name}`;
    const takesId = field.args.some(({ type }) => isId(type));
    return takesId && ROOTS[name]?.kind !== 'look up' ? [`${name} takes an id`] : [];
  });
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const inputFields = inputs.flatMap((input) =>
    Object.values(input.getFields()).map(({ name, type }) => ({ name: `${input.name}.${name}`, type })),
  );
  const known = new Set([...Object.keys(ROOTS), ...Object.keys(PLACES), ...ID_INPUTS, ...Object.keys(NODES)]);
  const node = schema.getType('Node');
  const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
  const places = inputFields.filter(({ type }) => isId(type) || getNamedType(type).name === 'MediaSource');
  const withIds = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !roots.includes(type));
  const fieldsWithIds = withIds.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ args }) => args.some((argument) => isId(argument.type)))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  const names = [...rootNames, ...places.map(({ name }) => name), ...nodes, ...fieldsWithIds];
  return [...names.filter((name) => !known.has(name)), ...missingArguments];
}

function isId(type: GraphQLInputType): boolean {
  return getNamedType(type).name === 'ID';
}

/** All that can be had of a type: what leads back to a type above it is only asked for its id. */
export function everythingOf(schema: GraphQLSchema, name: string, above: readonly string[] = []): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields());
  if (above.includes(name)) return fields.some((field) => field.name === 'id') ? '{ id }' : '{ __typename }';
  const within = [...above, name];
  return `{ ${fields
    .map((field) => `${field.name} ${everythingOf(schema, getNamedType(field.type).name, within)}`)
    .join(' ')} }`;
}
