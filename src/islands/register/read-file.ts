const read = <Result extends string | ArrayBuffer>(
  work: (reader: FileReader) => void,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as Result);
    reader.onerror = () => reject(reader.error);
    work(reader);
  });

/** The bytes of a file; its own `arrayBuffer` is newer than some browsers that we serve. */
export const fileToBytes = async (file: Blob): Promise<Uint8Array> =>
  new Uint8Array(await read<ArrayBuffer>((reader) => reader.readAsArrayBuffer(file)));

/** A file as text, taken for UTF-8. */
export const fileToString = (file: Blob): Promise<string> =>
  read<string>((reader) => reader.readAsText(file));
