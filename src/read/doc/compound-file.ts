// Compound files ([MS-CFB]): the little file system that Word, Excel and PowerPoint kept their documents in before 2007.

export interface CompoundFile {
  readonly kind: "compound-file";
  /** Names of the streams at the top, and of the folders with something in them. */
  readonly names: readonly string[];
  /** A stream at the top; null when there is none of that name. */
  readonly stream: (name: string) => Uint8Array | null;
}

export interface CompoundFileProblem {
  readonly kind: "damaged";
  readonly reason: string;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const entryBytes = 128;
/** Sector numbers from here on are marks: end of chain, free, part of the table itself. */
const firstMark = 0xfffffffa;
const headerSectors = 109;
const storage = 1;
const stream = 2;

/** Bytes of a compound file → its streams. Never throws. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | CompoundFileProblem {
  try {
    return open(bytes);
  } catch (error) {
    // A number in the file leads outside of it.
    if (error instanceof RangeError) return { kind: "damaged", reason: "outside-file" };
    throw error;
  }
}

function open(bytes: Uint8Array): CompoundFile | CompoundFileProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6)
    return { kind: "damaged", reason: "header" };
  const sectorBytes = 1 << sectorShift;
  const miniBytes = 1 << miniShift;
  /** More sectors than these are in no chain that ends. */
  const mostSectors = Math.ceil(bytes.length / sectorBytes);

  const sectorAt = (sector: number): number => (sector + 1) * sectorBytes;
  /** Bytes of a sector; the last one of a file may be cut short. */
  const sectorOf = (sector: number): Uint8Array => {
    const start = sectorAt(sector);
    if (start >= bytes.length) throw new RangeError("sector");
    return bytes.subarray(start, start + sectorBytes);
  };

  const table = readTable(view, sectorBytes, mostSectors, sectorAt);
  const chain = (start: number, next: (sector: number) => number, most: number): number[] => {
    const sectors: number[] = [];
    for (let sector = start; sector < firstMark; sector = next(sector)) {
      if (sectors.length >= most) throw new RangeError("chain");
      sectors.push(sector);
    }
    return sectors;
  };
  const nextSector = (sector: number): number => table[sector] ?? 0xfffffffe;
  const join = (parts: readonly Uint8Array[], size: number): Uint8Array => {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole.subarray(0, Math.min(size, whole.length));
  };
  const readChain = (start: number, size: number): Uint8Array =>
    join(chain(start, nextSector, mostSectors).map(sectorOf), size);

  const directory = readChain(view.getUint32(48, true), Infinity);
  const entries = readEntries(directory);
  const [root] = entries;
  if (root === undefined) return { kind: "damaged", reason: "no-directory" };

  const miniCutoff = view.getUint32(56, true);
  let mini: { readonly bytes: Uint8Array; readonly table: DataView } | null = null;
  const readMini = (start: number, size: number): Uint8Array => {
    if (mini === null) {
      const miniTable = readChain(view.getUint32(60, true), Infinity);
      mini = {
        bytes: readChain(root.start, root.size),
        table: new DataView(miniTable.buffer, miniTable.byteOffset, miniTable.byteLength),
      };
    }
    const { bytes: small, table: miniTable } = mini;
    const sectors = chain(
      start,
      (sector) => miniTable.getUint32(sector * 4, true),
      Math.ceil(small.length / miniBytes),
    );
    return join(
      sectors.map((sector) => small.subarray(sector * miniBytes, (sector + 1) * miniBytes)),
      size,
    );
  };

  const top = new Map<string, Entry>();
  const seen = new Set<number>();
  const pending = [root.child];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    if (entry.type === stream || (entry.type === storage && entry.child < firstMark))
      top.set(entry.name, entry);
    pending.push(entry.left, entry.right);
  }

  return {
    kind: "compound-file",
    names: [...top.keys()],
    stream: (name) => {
      const entry = top.get(name);
      if (entry?.type !== stream) return null;
      try {
        return entry.size < miniCutoff
          ? readMini(entry.start, entry.size)
          : readChain(entry.start, entry.size);
      } catch (error) {
        if (error instanceof RangeError) return null;
        throw error;
      }
    },
  };
}

/** The table that says which sector follows on each; its own sectors are listed in the header and, for more, in a chain. */
function readTable(
  view: DataView,
  sectorBytes: number,
  mostSectors: number,
  sectorAt: (sector: number) => number,
): Uint32Array {
  const tableSectors: number[] = [];
  const take = (sector: number): void => {
    if (sector < firstMark && tableSectors.length < mostSectors) tableSectors.push(sector);
  };
  for (let index = 0; index < headerSectors; index++) take(view.getUint32(76 + index * 4, true));
  const perSector = sectorBytes / 4;
  let further = view.getUint32(68, true);
  for (let count = 0; further < firstMark; count++) {
    if (count > mostSectors) throw new RangeError("table");
    const start = sectorAt(further);
    for (let index = 0; index < perSector - 1; index++) take(view.getUint32(start + index * 4, true));
    further = view.getUint32(start + sectorBytes - 4, true);
  }
  const table = new Uint32Array(tableSectors.length * perSector).fill(0xfffffffe);
  for (const [place, sector] of tableSectors.entries()) {
    const start = sectorAt(sector);
    const end = Math.min(start + sectorBytes, view.byteLength - 3);
    for (let at = start, index = place * perSector; at < end; at += 4, index++)
      table[index] = view.getUint32(at, true);
  }
  return table;
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  const decoder = new TextDecoder("utf-16le");
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const nameBytes = Math.min(view.getUint16(at + 64, true), 64);
    entries.push({
      name: decoder.decode(directory.subarray(at, at + Math.max(0, nameBytes - 2))),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      // The upper half of the size is not reliable in files with small sectors ([MS-CFB] 2.6.1).
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
