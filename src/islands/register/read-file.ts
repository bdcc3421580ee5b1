// A file's own `arrayBuffer` and `text` are newer than some browsers that we serve; those of an answer are not.

/** The bytes of a file. */
export const fileToBytes = async (file: Blob): Promise<Uint8Array> =>
  new Uint8Array(await new Response(file).arrayBuffer());

/** A file as text, taken for UTF-8. */
export const fileToString = (file: Blob): Promise<string> => new Response(file).text();
