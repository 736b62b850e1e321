const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1 January 1980, 00:00: the first moment that a ZIP archive can name. */
const firstTime = 0x00210000;

/**
 * Sets the time of every entry of a ZIP archive to its earliest, so that the same content makes the same bytes.
 * Offsets as in APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16. Changes the bytes it is given and returns them.
 *
 * @throws Error if the bytes are no ZIP archive.
 */
export function clearZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new Error('broken ZIP directory');
    view.setUint32(entry + 12, firstTime, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstTime, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return bytes;
}
