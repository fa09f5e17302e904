import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** The same field asked for again and again under other names; a page needs a few of them. */
const MAX_ALIASES = 15;
const MAX_DIRECTIVES = 20;

/** A validation rule: a document has at most so many aliases and directives, in all its operations and fragments together. */
export function limitRepetition(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  return {
    Field(field) {
      if (field.alias !== undefined) aliases += 1;
    },
    Directive() {
      directives += 1;
    },
    Document: {
      leave(document) {
        if (aliases > MAX_ALIASES) report(`The document has ${aliases} aliases; at most ${MAX_ALIASES} are allowed.`);
        if (directives > MAX_DIRECTIVES) {
          report(`The document has ${directives} directives; at most ${MAX_DIRECTIVES} are allowed.`);
        }
        function report(message: string): void {
          const [first] = document.definitions;
          context.reportError(new GraphQLError(message, { nodes: first ?? document }));
        }
      },
    },
  };
}
