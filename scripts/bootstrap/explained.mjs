/** A failure with its explanation for people: shown without a stack. An empty message: it was shown already. */
export class Explained extends Error {
  name = 'Explained';
}
