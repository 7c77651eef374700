// Unpacks LZMA (Igor Pavlov's specification, the `.lzma` file with its size). The page as one file carries its programs
// packed like this: with gzip, which browsers unpack by themselves, it would be larger than 1 MB
// (docs/decisions/0012-one-file.md).

/** The bytes that were packed. Damaged ones give other bytes or an error, never an endless loop. */
function unpack(packed) {
  const head = new DataView(packed.buffer, packed.byteOffset);
  const properties = packed[0];
  const contextBits = properties % 9;
  const literalMask = (1 << ((properties / 9) | 0) % 5) - 1;
  const placeMask = (1 << ((properties / 45) | 0)) - 1;
  const size = head.getUint32(5, true);
  const out = new Uint8Array(size);
  let at = 18;
  let range = 0xffffffff;
  let code = head.getUint32(14);

  // All probabilities in one list, each table at its place.
  const [MATCH, REP, REP0, REP1, REP2, LONG, SLOT, NEAR, ALIGN, LENGTH, REP_LENGTH, LITERAL] = [
    0, 192, 204, 216, 228, 240, 432, 688, 816, 832, 1346, 1860,
  ];
  const chances = new Uint16Array(LITERAL + (0x300 << (contextBits + ((properties / 9) | 0) % 5))).fill(1024);

  function next() {
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at++]) >>> 0;
  }

  function bit(index) {
    const chance = chances[index];
    const bound = (range >>> 11) * chance;
    let found = 0;
    if (code < bound) {
      range = bound;
      chances[index] = chance + ((2048 - chance) >>> 5);
    } else {
      range -= bound;
      code -= bound;
      chances[index] = chance - (chance >>> 5);
      found = 1;
    }
    if (range < 0x1000000) next();
    return found;
  }

  function tree(table, bits) {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) node = (node << 1) | bit(table + node);
    return node - (1 << bits);
  }

  function backwards(table, bits) {
    let node = 1;
    let found = 0;
    for (let place = 0; place < bits; place += 1) {
      const one = bit(table + node);
      node = (node << 1) | one;
      found |= one << place;
    }
    return found;
  }

  function plain(bits) {
    let found = 0;
    for (let left = bits; left > 0; left -= 1) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      found = (found << 1) | one;
      if (range < 0x1000000) next();
    }
    return found;
  }

  function lengthOf(table, place) {
    if (!bit(table)) return tree(table + 2 + place * 8, 3);
    if (!bit(table + 1)) return 8 + tree(table + 130 + place * 8, 3);
    return 16 + tree(table + 258, 8);
  }

  function distanceOf(length) {
    const slot = tree(SLOT + Math.min(length, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + backwards(NEAR + base - slot, bits);
    return base + plain(bits - 4) * 16 + backwards(ALIGN, 4);
  }

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let done = 0;
  while (done < size && at <= packed.length + 8) {
    const place = done & placeMask;
    if (!bit(MATCH + state * 16 + place)) {
      const before = done ? out[done - 1] : 0;
      const table = LITERAL + 0x300 * (((done & literalMask) << contextBits) + (before >> (8 - contextBits)));
      let symbol = 1;
      if (state >= 7) {
        let matched = out[done - rep0 - 1];
        while (symbol < 0x100) {
          const expected = (matched >> 7) & 1;
          matched <<= 1;
          const one = bit(table + ((1 + expected) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (one !== expected) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(table + symbol);
      out[done++] = symbol;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let length;
    if (bit(REP + state)) {
      if (!bit(REP0 + state)) {
        if (!bit(LONG + state * 16 + place)) {
          state = state < 7 ? 9 : 11;
          out[done] = out[done - rep0 - 1];
          done += 1;
          continue;
        }
      } else {
        let distance = rep1;
        if (bit(REP1 + state)) {
          distance = rep2;
          if (bit(REP2 + state)) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      length = lengthOf(REP_LENGTH, place);
      state = state < 7 ? 8 : 11;
    } else {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = lengthOf(LENGTH, place);
      state = state < 7 ? 7 : 10;
      rep0 = distanceOf(length);
    }
    for (let left = length + 2; left > 0 && done < size; left -= 1, done += 1) out[done] = out[done - rep0 - 1];
  }
  return out;
}
