import { v7 } from "uuid";
import { AppError } from "@/lib/core/errors";
import { problemResponse } from "./problem";
import { withFixedHeaders } from "./response-headers";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];
type Answer = () => Response;

/**
 * What an address answers to the methods that it does not take: Next would say 405 and nothing else. Last in every
 * route's file: `export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });`
 */
export function otherMethods<Taken extends Partial<Record<Exclude<Method, "OPTIONS">, unknown>>>(
  taken: Taken,
): Readonly<Record<Exclude<Method, keyof Taken>, Answer>> {
  const own = METHODS.filter((method) => method in taken);
  const allow = [...own, ...("GET" in taken ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const answers = METHODS.map((method) => [method, method === "OPTIONS" ? offers(allow) : refuses(allow)]);
  return Object.fromEntries(answers) as Record<Method, Answer>;
}

function offers(allow: string): Answer {
  return () => withFixedHeaders(new Response(null, { status: 204, headers: { allow } }), v7());
}

function refuses(allow: string): Answer {
  return () => {
    const requestId = v7();
    const response = withFixedHeaders(
      problemResponse(new AppError("unsupported_method"), requestId),
      requestId,
    );
    response.headers.set("allow", allow);
    return response;
  };
}
