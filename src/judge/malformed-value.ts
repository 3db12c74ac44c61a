/** The bytes are not an encoded value. `message` is a sentence. */
export class MalformedValue extends Error {
  override readonly name = 'MalformedValue';
}
