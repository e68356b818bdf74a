import { v7 } from "uuid";
import { AppError } from "@/lib/core/errors";
import { problemResponse } from "./problem";
import { withFixedHeaders } from "./response-headers";

/** For addresses of the interface that lead nowhere: a program gets a problem to read, not a page. */
export function unknownRoute(): Response {
  const requestId = v7();
  return withFixedHeaders(problemResponse(new AppError("not_found"), requestId), requestId);
}
