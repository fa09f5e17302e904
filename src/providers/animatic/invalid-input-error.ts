/** An input file cannot be used: another attempt would end the same way. The message is for the caller. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
}
