// A ZIP archive with one file in it, stored and locked the old way of PKZIP (APPNOTE 6.1).
import { crc32 } from "node:zlib";

const step = (crc: number, byte: number): number => {
  let value = (crc ^ byte) & 0xff;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return ((crc >>> 8) ^ value) >>> 0;
};

export function lockedZip(name: string, content: string, password: string): Uint8Array {
  const plain = Buffer.from(content);
  const check = crc32(plain);
  let [first, second, third] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number): void => {
    first = step(first, byte);
    second = (Math.imul((second + (first & 0xff)) >>> 0, 134_775_813) + 1) >>> 0;
    third = step(third, second >>> 24);
  };
  for (const byte of Buffer.from(password)) update(byte);
  // Eleven bytes of any kind, and one that tells a wrong password.
  const open = Buffer.concat([Buffer.alloc(11), Buffer.of(check >>> 24), plain]);
  const sealed = open.map((byte) => {
    const mask = (third | 2) & 0xffff;
    const locked = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff);
    update(byte);
    return locked;
  });
  const label = Buffer.from(name);
  // Version, flags (locked, UTF-8), stored, no time; checksum and sizes; lengths of the name and of more.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x801, 2);
  common.writeUInt32LE(check, 10);
  common.writeUInt32LE(sealed.length, 14);
  common.writeUInt32LE(plain.length, 18);
  common.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, label, sealed]);
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02"),
    Buffer.of(20, 0),
    common,
    Buffer.alloc(14),
    label,
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
