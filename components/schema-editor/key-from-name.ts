/** A permanent key proposed for a name: `Stance holder` → `stance_holder`; "" where no letter of it can be kept. */
export function keyFromName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 64);
}
