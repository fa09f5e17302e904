/** A box of an MP4 file. */
export function box(type: string, ...content: Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, part) => sum + part.length, 0));
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
}

/** The file with another number in the first table of a type; `at` counts from the table's version. */
export function patchTable(file: Buffer, type: string, at: number, value: number): Buffer {
  const bytes = Buffer.from(file);
  bytes.writeUInt32BE(value, bytes.indexOf(type, 0, 'latin1') + 4 + at);
  return bytes;
}

/** The file with something in the place of the content of the first box of a type; the sizes around it are made to fit. */
export function insertInto(file: Buffer, type: string, content: Buffer): Buffer {
  const at = file.indexOf(type, 0, 'latin1') - 4;
  const end = at + file.readUInt32BE(at);
  const changed = Buffer.concat([file.subarray(0, at), box(type, content), file.subarray(end)]);
  const growth = changed.length - file.length;
  for (const outer of ['minf', 'mdia', 'trak', 'moov']) {
    const start = changed.lastIndexOf(outer, at, 'latin1') - 4;
    changed.writeUInt32BE(changed.readUInt32BE(start) + growth, start);
  }
  return changed;
}

/** The file with its first track many times. */
export function repeatTracks(file: Buffer, times: number): Buffer {
  const at = file.indexOf('trak', 0, 'latin1') - 4;
  const track = file.subarray(at, at + file.readUInt32BE(at));
  const start = file.indexOf('moov', 0, 'latin1') - 4;
  const end = start + file.readUInt32BE(start);
  const tables = box('moov', file.subarray(start + 8, at), ...Array.from({ length: times }, () => track));
  return Buffer.concat([file.subarray(0, start), tables, file.subarray(end)]);
}
