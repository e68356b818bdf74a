import { TcpProxy, type Guard } from "./tcp-proxy";

/** Where a pooler would stand that lends connections for a transaction at a time. */
export interface TransactionPooler {
  readonly urlOf: (url: string) => string;
  /** What was asked of it that such a pooler does not carry, or not to the end; the connection was cut. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Takes what the strictest of them takes (PgBouncer before 1.21 as it comes): nothing said at connecting but who one is,
 * no prepared statement by name, nothing that lasts longer than a transaction.
 */
export async function openTransactionPooler(url: string): Promise<TransactionPooler> {
  const complaints: string[] = [];
  const proxy = await TcpProxy.open(url, () => guardOf(complaints));
  return { urlOf: (direct) => proxy.urlOf(direct), complaints, close: () => proxy.close() };
}

const ALLOWED_AT_CONNECTING = new Set(["user", "database", "application_name", "client_encoding"]);
const OUTLASTS_A_TRANSACTION =
  /(^|;)\s*(LISTEN\b|UNLISTEN\b|SET\s+(?!LOCAL\b|TRANSACTION\b|CONSTRAINTS\b)|RESET\b|PREPARE\b|CREATE\s+TEMP|DECLARE\b[^;]*\bWITH\s+HOLD\b)|\bpg_(try_)?advisory_lock(_shared)?\s*\(/i;

/** Follows the protocol of one connection: a message without a type that says who connects, then typed ones. */
function guardOf(complaints: string[]): Guard {
  let waiting = Buffer.alloc(0);
  let hasBegun = false;
  return (sent) => {
    waiting = Buffer.concat([waiting, sent]);
    for (;;) {
      const typed = hasBegun ? 1 : 0;
      if (waiting.length < typed + 4) return true;
      const length = typed + waiting.readInt32BE(typed);
      if (waiting.length < length) return true;
      const message = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      const complaint = hasBegun ? complaintAbout(message) : complaintAtConnecting(message);
      hasBegun = true;
      if (complaint === null) continue;
      complaints.push(complaint);
      return false;
    }
  };
}

function complaintAtConnecting(message: Buffer): string | null {
  const words = message.subarray(8).toString().split("\0");
  const unknown = words.find(
    (word, index) => index % 2 === 0 && word !== "" && !ALLOWED_AT_CONNECTING.has(word),
  );
  return unknown === undefined ? null : `at connecting: ${unknown}`;
}

function complaintAbout(message: Buffer): string | null {
  const kind = String.fromCharCode(message[0] ?? 0);
  const [first = "", second = ""] = message.subarray(5).toString().split("\0", 2);
  switch (kind) {
    case "P":
      return first === "" ? complaintAboutStatement(second) : `prepared by name: ${second}`;
    case "Q":
      return complaintAboutStatement(first);
    default:
      return null;
  }
}

function complaintAboutStatement(statement: string): string | null {
  return OUTLASTS_A_TRANSACTION.test(statement) ? `outlasts a transaction: ${statement}` : null;
}
