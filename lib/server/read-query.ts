import { AppError } from "@/lib/core/errors";

/**
 * The parameters of a query by name.
 * @throws AppError `invalid` for a name given twice: which one counts would be anybody's guess.
 */
export function readQuery(params: URLSearchParams): Readonly<Record<string, string>> {
  const names = [...params.keys()];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) {
    const message = "This parameter may be given only once.";
    throw new AppError("invalid", {
      faults: [...new Set(repeated)].map((name) => ({
        path: name.slice(0, 80),
        code: "repeated_parameter",
        message,
      })),
    });
  }
  return Object.fromEntries(params);
}
