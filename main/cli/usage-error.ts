/** Wrong usage, with what is wrong in a sentence. */
export class UsageError extends Error {}
