/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number, 0 <= n < bound, each equally likely; `bound` at most 2^32. */
  below(bound: number): number;
  /** 0 <= x < 1, in steps of 2^-53. */
  unit(): number;
  /** Normally distributed. */
  normal(mean: number, deviation: number): number;
}

/**
 * xoshiro128** (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4)), its state
 * filled by SplitMix32-like mixing of the seed with the finalizer of MurmurHash3 (Appleby 2008). `stream` tells apart
 * what is drawn for different things under one seed, so that no draw depends on what was drawn before elsewhere.
 */
export function randomOf(seed: number, stream = ""): Random {
  let mixed = seed | 0;
  for (const character of stream) mixed = finalize(mixed ^ (character.codePointAt(0) ?? 0)) + 0x9e3779b9;
  const next32 = (): number => finalize((mixed = (mixed + 0x9e3779b9) | 0));
  let [s0, s1, s2, s3] = [next32(), next32(), next32(), next32() | 1];

  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  };
  const unit = (): number => ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000;

  return {
    unit,
    /** Without bias: what falls into the incomplete last round of 2^32 is drawn again (Lemire 2019 names it classic). */
    below: (bound) => {
      const rest = 0x100000000 % bound;
      let drawn = bits();
      while (drawn < rest) drawn = bits();
      return drawn % bound;
    },
    /** Box & Muller 1958. `1 - unit()` is never 0, so its logarithm exists. */
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
  };
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

/** The finalizer of MurmurHash3: each bit of the input changes half of the bits of the result. */
function finalize(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
