/** A file holds no table that can be imported. The message is a sentence for people. */
export class UnreadableTable extends Error {}
