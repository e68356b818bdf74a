import { toastQueue, type ToastMessage } from "./toast-queue";

const PASSING_MS = 6_000;

/**
 * Tells of something that happened elsewhere on the page. What needs an answer, or went wrong, stays until it is
 * closed; other news passes. Returns a function that takes the toast away.
 */
export function showToast(message: ToastMessage): () => void {
  const stays = message.tone === "danger" || message.action !== undefined;
  const key = toastQueue.add(message, stays ? {} : { timeout: PASSING_MS });
  return () => toastQueue.close(key);
}
