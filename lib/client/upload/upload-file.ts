import { toApiProblem, UNREACHABLE } from "../api/api-problem";
import type { ApiAnswer } from "../api/call-api";

export interface Upload {
  /** Below `/api/v1`, with its query. */
  readonly path: `/${string}`;
  readonly file: Blob;
  readonly contentType: string;
  /** 0 to 1: how much of the file has left this computer. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file as it is. Never throws. XMLHttpRequest, since `fetch` does not tell how far an upload is. */
export function uploadFile<T>({
  path,
  file,
  contentType,
  onProgress,
  signal,
}: Upload): Promise<ApiAnswer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    const settle = (answer: ApiAnswer<T>) => {
      signal.removeEventListener("abort", cancel);
      resolve(answer);
    };
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const body = parseJson(request.responseText);
      const isTaken = request.status >= 200 && request.status < 300;
      settle(
        isTaken ? { ok: true, value: body as T } : { ok: false, problem: toApiProblem(request.status, body) },
      );
    };
    request.onerror = () => settle({ ok: false, problem: UNREACHABLE });
    request.onabort = () => settle({ ok: false, problem: CANCELLED });
    request.open("POST", `/api/v1${path}`);
    request.setRequestHeader("content-type", contentType);
    request.setRequestHeader("accept", "application/json");
    signal.addEventListener("abort", cancel);
    if (signal.aborted) settle({ ok: false, problem: CANCELLED });
    else request.send(file);
  });
}

const CANCELLED = {
  ...UNREACHABLE,
  code: "cancelled",
  message: "Cancelled. What the server had taken by then stays; the same file can be sent again.",
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
