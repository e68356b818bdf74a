import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

type ToastTone = "neutral" | "ok" | "warn" | "danger";

export interface ToastMessage {
  readonly title: string;
  readonly description?: string | undefined;
  readonly tone?: ToastTone | undefined;
  /** One thing to do about it, such as "Undo". */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

export const toastQueue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
